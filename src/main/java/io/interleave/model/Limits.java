package io.interleave.model;

/// How large a scenario may be. The numbers are far above what a person can look at and far below what would
/// slow the window down; a file beyond one of them is refused, never cut short.
final class Limits {
    static final int FILE_BYTES = 256 * 1024;

    /// Mappings and lists within each other. Reading recurses once for each.
    static final int NESTING = 64;

    static final int NODES = 100_000;
    static final int KNOBS = 64;
    static final int PRESETS = 32;
    static final int OPTIONS = 64;
    static final int RESOURCES = 256;
    static final int GROUPS = 64;
    static final int STEPS = 10_000;
    static final int EXPECTATIONS = 256;

    /// Units that one group may start with.
    static final int THREADS = 20_000;

    static final int COROUTINES = 2_000_000;
    static final int GENERATORS = 100_000;
    static final int PROCESSES = 256;

    /// Elements of one resource.
    static final int ELEMENTS = 4_096;

    static final int CARRIERS = 256;
    static final int POOL_THREADS = 2_000;
    static final int POOL_PROCESSES = 64;
    static final int POOL_COROUTINES = 1_000_000;

    /// Items of a queue, permits, parties and whatever else is only counted.
    static final int CAPACITY = 1_000_000_000;

    /// As many as a `java.util.concurrent.Phaser` takes.
    static final int PHASER_PARTIES = 65_535;

    static final long PAYLOAD_BYTES = 64L << 20;
    static final long IO_BYTES = 1L << 30;
    static final int ARGUMENTS = 1_000;

    static final int NAME_LENGTH = 64;
    static final int TITLE_LENGTH = 200;
    static final int EXPRESSION_LENGTH = 1_000;

    /// Parentheses, and signs in a row. Parsing recurses for each.
    static final int EXPRESSION_NESTING = 32;

    /// Problems of one file; a file that has more is no scenario.
    static final int PROBLEMS = 1_000;

    private Limits() {}
}
