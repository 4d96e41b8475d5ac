package io.interleave.engine;

/// A compiled expression. Values are 64 raw bits: whole numbers and durations as they are, decimals as their IEEE
/// bits, switches as 0 and 1, texts as their place in {@link Texts}. The compiler knows the type, so nothing asks
/// for it while the scenario runs.
@FunctionalInterface
interface Code {

    /// @param locals of the unit that asks
    long value(long[] locals);

    static Code constant(long raw) {
        return _ -> raw;
    }
}
