package io.interleave.view.timeline;

/// The kinds of type in the picture.
enum Face {
    NORMAL(1.0, false),
    BOLD(1.0, true),
    SMALL(0.88, false),
    SMALL_BOLD(0.88, true);

    private final double ems;
    private final boolean bold;

    Face(double ems, boolean bold) {
        this.ems = ems;
        this.bold = bold;
    }

    /// Its size as a multiple of the font setting.
    double ems() {
        return ems;
    }

    boolean bold() {
        return bold;
    }
}
