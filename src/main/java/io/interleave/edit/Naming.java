package io.interleave.edit;

import java.util.List;

/// Gives things other names.
final class Naming {
    Naming(Outline outline) {}

    List<Replacement> rename(Block block, String name) {
        throw Refusal.of("unusual");
    }
}
