package io.interleave.view.timeline;

import io.interleave.analysis.State;

/// How a state looks beside its colour where several are stacked, so that it is told by no height: as much as can be
/// like its {@link Shape}. Textures of neighbours join.
enum Texture {
    SOLID,
    /// Upright stripes, as wide as their gaps.
    STRIPES,
    /// The same with narrow gaps.
    FENCE,
    /// Level bars, as high as their gaps.
    BARS,
    /// The same with narrow gaps.
    PLANKS,
    HATCHED,
    /// Hatched, in bars.
    HATCHED_BARS,
    DOTS,
    GRID,
    EMPTY;

    private static final int PERIOD = 4;

    static Texture of(State state) {
        return switch (state) {
            case RUNNING, HELD, LEVEL, VALUE -> SOLID;
            case READY -> STRIPES;
            case ACTIVE -> FENCE;
            case LOCK_WAIT -> HATCHED;
            case WAIT, SHARED -> BARS;
            case IO -> DOTS;
            case SERIALIZING -> PLANKS;
            case SLEEPING, OFF -> EMPTY;
            case SUSPENDED -> HATCHED_BARS;
            case UNKNOWN -> GRID;
        };
    }

    /// @param argb and `back` opaque
    void fill(Pixels pixels, int x, int y, int width, int height, int argb, int back) {
        switch (this) {
            case SOLID -> pixels.fill(x, y, width, height, argb);
            case HATCHED -> pixels.hatch(x, y, width, height, argb, back);
            case EMPTY -> {
                pixels.fill(x, y, width, height, back);
                pixels.fill(x, y, width, 1, argb);
            }
            case BARS -> {
                pixels.fill(x, y, width, height, argb);
                rows(pixels, x, y, width, height, 2, back);
            }
            case PLANKS -> {
                pixels.fill(x, y, width, height, argb);
                rows(pixels, x, y, width, height, 1, back);
            }
            case HATCHED_BARS -> {
                pixels.hatch(x, y, width, height, argb, back);
                rows(pixels, x, y, width, height, 2, back);
            }
            case STRIPES -> columns(pixels, x, y, width, height, 2, argb, back);
            case FENCE -> columns(pixels, x, y, width, height, 1, argb, back);
            case DOTS -> {
                columns(pixels, x, y, width, height, 2, argb, back);
                rows(pixels, x, y, width, height, 2, back);
            }
            case GRID -> {
                columns(pixels, x, y, width, height, 3, argb, back);
                rows(pixels, x, y, width, height, 1, argb);
            }
        }
    }

    /// The first `thickness` rows of each period.
    private static void rows(Pixels pixels, int x, int y, int width, int height, int thickness, int argb) {
        for (int row = y; row < y + height; row++) {
            if (Math.floorMod(row, PERIOD) < thickness) {
                pixels.fill(x, row, width, 1, argb);
            }
        }
    }

    private static void columns(Pixels pixels, int x, int y, int width, int height, int gap, int argb, int back) {
        for (int column = x; column < x + width; column++) {
            pixels.fill(column, y, 1, height, Math.floorMod(column, PERIOD) < gap ? back : argb);
        }
    }
}
