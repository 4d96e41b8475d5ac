package io.interleave.analysis;

/// What a span of a resource that counts has in its `value`: how much there is of it, and how many wait for it,
/// or of a pool how many workers have a task.
public final class Level {

    private Level() {}

    static long of(long amount, int others) {
        return Math.clamp(amount, Integer.MIN_VALUE, Integer.MAX_VALUE) & 0xffff_ffffL | (long) others << 32;
    }

    /// Permits left, what a latch still counts, those that have come to a barrier or phaser, 1 or 0 of an
    /// event, items or tasks that wait, coroutines that wait for a carrier; of a condition always 0.
    public static int amount(long value) {
        return (int) value;
    }

    /// Units that wait; of a pool workers that have a task.
    public static int others(long value) {
        return (int) (value >>> 32);
    }
}
