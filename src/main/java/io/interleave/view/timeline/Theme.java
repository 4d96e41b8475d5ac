package io.interleave.view.timeline;

import io.interleave.analysis.State;

/// The colours of the picture. The colours of states are the same in both themes.
///
/// @param inks by `Ink`
/// @param merged by `Ink`, paler, for what shares a pixel column
record Theme(
        boolean dark,
        int back,
        int pane,
        int line,
        int text,
        int dim,
        int accent,
        int chip,
        int warning,
        int good,
        int route,
        int end,
        int endRim,
        int[] inks,
        int[] merged) {

    /// Okabe and Ito's eight colours that the colour-blind tell apart (<https://jfly.uni-koeln.de/color/>),
    /// without black, in an order in which neighbours differ in lightness too; then the same again, darker.
    private static final int[] UNITS = {
        0xFF0072B2, 0xFFE69F00, 0xFF56B4E9, 0xFFCC79A7, 0xFF009E73, 0xFFF0E442, 0xFFD55E00
    };

    static final Theme DARK = of(
            true,
            0xFF0D1117,
            0xFF161B22,
            0xFF30363D,
            0xFFE6EDF3,
            0xFF9AA4AF,
            0xFF58A6FF,
            0xFF21262D,
            0xFFFF6B63,
            0xFF3FB950,
            0xFFFFD33D);

    static final Theme LIGHT = of(
            false,
            0xFFFFFFFF,
            0xFFF6F8FA,
            0xFFD0D7DE,
            0xFF1F2328,
            0xFF57606A,
            0xFF0969DA,
            0xFFEAEEF2,
            0xFFBC1C26,
            0xFF17732F,
            0xFFB35900);

    private static Theme of(
            boolean dark,
            int back,
            int pane,
            int line,
            int text,
            int dim,
            int accent,
            int chip,
            int warning,
            int good,
            int route) {
        int[] inks = new int[Ink.COUNT];
        for (State state : State.values()) {
            inks[Ink.of(state)] = colour(state, back, text, line);
        }
        for (int unit = 0; unit < Ink.UNITS; unit++) {
            int colour = UNITS[unit % UNITS.length];
            inks[Ink.FIRST_UNIT + unit] = unit < UNITS.length ? colour : Colours.mix(colour, 0xFF202020, 0.4);
        }
        inks[Ink.OTHER] = dark ? 0xFF5A626C : 0xFFB4BBC3;
        int[] merged = inks.clone();
        for (int ink = 0; ink < merged.length; ink++) {
            merged[ink] = Colours.mix(inks[ink], back, 0.3);
        }
        return new Theme(
                dark, back, pane, line, text, dim, accent, chip, warning, good, route, 0xFF000000, dim, inks, merged);
    }

    private static int colour(State state, int back, int text, int line) {
        return switch (state) {
            case RUNNING -> 0xFF317D31;
            case READY -> 0xFF008FA0;
            case ACTIVE -> 0xFF7FA37F;
            case LOCK_WAIT -> 0xFFD7393F;
            case WAIT -> 0xFFDB7A75;
            case IO -> 0xFF8A68B7;
            case SERIALIZING -> 0xFF8A8F96;
            case SLEEPING -> Colours.mix(back, text, 0.45);
            case SUSPENDED -> 0xFF4C78C8;
            case HELD, SHARED, LEVEL, VALUE -> 0xFF4C78C8;
            case OFF -> line;
            case UNKNOWN -> Colours.mix(back, text, 0.35);
        };
    }

    static Theme of(boolean dark) {
        return dark ? DARK : LIGHT;
    }

    /// The ground colour of a hatched span of this ink.
    int hatchBack(int ink) {
        return Colours.mix(back, inks[ink], 0.25);
    }
}
