package io.interleave.cores;

/// The kernel's table of the threads of this process that wait for each other (futex(2)).
///
/// Since 6.16 Linux gives each process a table of its own, with a few lists for each core. Ten thousand threads
/// that wait on two cores then stand in 16 lists, and whoever wakes one looks through hundreds: measured, it
/// doubles the time that it takes to start them.
public final class WaitTable {

    /// Lists at most: some 1 MiB of the kernel's memory.
    private static final int MOST = 1 << 14;

    private WaitTable() {}

    /// Makes room for so many threads that wait, as far as this system lets us. To be called before they do,
    /// from any thread, again and again.
    public static void makeRoomFor(int threads) {
        makeRoomFor(threads, Host.current());
    }

    static void makeRoomFor(int threads, Host host) {
        switch (host) {
            case LINUX -> Linux.makeRoomFor(Math.min(threads, MOST));
            case OTHER -> {}
        }
    }

    private static final class Linux {

        // include/uapi/linux/prctl.h
        private static final int PR_FUTEX_HASH = 78;
        private static final long SET_SLOTS = 1;
        private static final long GET_SLOTS = 2;

        /// A kernel that does not know of this has one large table for all processes, and refuses.
        static void makeRoomFor(int threads) {
            int slots = Integer.highestOneBit(Math.max(2, 2 * threads - 1));
            int present = Prctl.call(PR_FUTEX_HASH, GET_SLOTS, 0);
            if (present > 0 && present < slots) {
                Prctl.call(PR_FUTEX_HASH, SET_SLOTS, slots);
            }
        }
    }
}
