package io.interleave.engine;

/// One resource, or one element of several of the same name, of which each has its own id.
abstract class Shared {

    final int id;

    /// With its number, where there are several: `forks 3`.
    final String name;

    Shared(int id, String name) {
        this.id = id;
        this.name = name;
    }
}
