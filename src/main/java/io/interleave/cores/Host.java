package io.interleave.cores;

/// The operating system that we run on, as far as this package minds. The one place that asks.
///
/// Classes that bind functions of the C library are touched on [#LINUX] only, so that everything here loads
/// everywhere.
enum Host {
    LINUX,
    OTHER;

    private static final Host CURRENT = "Linux".equals(System.getProperty("os.name")) ? LINUX : OTHER;

    static Host current() {
        return CURRENT;
    }
}
