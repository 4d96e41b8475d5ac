package io.interleave.cores;

/// Receives what is learned about who runs where.
///
/// Called on the watcher's own thread, one call after the other, in order of time over all cores. It must be
/// quick and must not block: what the kernel reports meanwhile waits in a ring of limited size.
///
/// Times are nanoseconds of the monotonic clock, comparable with [io.interleave.trace.Clock#now]. Threads are
/// named by the operating system's ids ([NativeThread#id]); ids of threads that nobody registered occur (the
/// Java runtime starts some, a child process is one), and an id may be used again after `exited`.
public interface SwitchListener {

    /// The thread `tid` started to run on `core`.
    void switchedIn(long time, int core, int tid);

    /// The thread `tid` stopped running on `core`.
    ///
    /// @param preempted true when it would have gone on: something else got the core. False when it waits,
    ///     sleeps,
    /// or otherwise gave the core up
    void switchedOut(long time, int core, int tid, boolean preempted);

    /// The thread `tid` ended while running on `core`: its stay there ends now, no `switchedOut` follows.
    void exited(long time, int core, int tid);

    /// The kernel had no room for `records` records of `core` (switches in, out, starts and ends alike). They
    /// belong between the previous report of that core and this one; in between, nothing is known about it.
    ///
    /// @param records how many, at least 1
    void lost(long time, int core, long records);

    /// The thread `tid` was looked at ([io.interleave.trace.CoreSource#SAMPLED] only).
    ///
    /// @param core where it was last found running, -1 before that
    /// @param running whether it was on a core for most of the time since the last look; else it waited, or was
    /// ready and off core
    void sampled(long time, int tid, int core, boolean running);

    /// Everything up to `time` has been reported. Comes after each round, with growing times.
    void completeUntil(long time);

    /// The thread `parentTid` of process `parentPid` started the thread `tid` of process `pid`; `tid` equals
    /// `pid` when that is a new process. Comes before the first `switchedIn` of `tid`
    /// ([io.interleave.trace.CoreSource#EXACT] only).
    default void started(long time, int tid, int pid, int parentTid, int parentPid) {}

    /// The thread `tid` of process `pid`, which is another than this one, has a new name: it executes another
    /// program, or calls itself so ([io.interleave.trace.CoreSource#EXACT] only).
    ///
    /// @param name at most 15 bytes of it, as the kernel keeps it
    default void renamed(long time, int tid, int pid, String name) {}
}
