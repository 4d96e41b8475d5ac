package io.interleave.analysis;

/// What a span of a lock has in its `value`: how many units have it, and how many came to wait meanwhile.
public final class LockUse {

    private LockUse() {}

    static long of(int holders, int waiters) {
        return waiters & 0xffff_ffffL | (long) holders << 32;
    }

    /// Units that came to wait while it was held so.
    public static int waiters(long value) {
        return (int) value;
    }

    /// Units that hold it together; one of those that write.
    public static int holders(long value) {
        return (int) (value >>> 32);
    }
}
