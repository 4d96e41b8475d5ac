package io.interleave.cores;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/// The descriptors and rings of one watch: one of each for each core that is online; or the reason why there are
/// none.
final class PerfWatches {

    private record Watched(int descriptor, PerfRing ring) {}

    private final Arena memory = Arena.ofShared();
    private final List<Watched> watched = new ArrayList<>();
    private final int pageSize = PerfCalls.pageSize();
    private String refusal = "";
    private boolean tooLarge;

    private PerfWatches() {}

    /// Watches the calling thread, and all threads and processes that it and they will start.
    ///
    /// @param pages of each ring, a power of 2
    static PerfWatches open(int pages) {
        var watches = new PerfWatches();
        for (int core : Cores.online()) {
            if (!watches.add(core, pages)) {
                watches.close();
                break;
            }
        }
        return watches;
    }

    /// @return false when refused
    private boolean add(int core, int pages) {
        int descriptor = describe(core);
        if (descriptor == -Libc.ENODEV) { // it went offline while we looked
            return true;
        }
        if (descriptor < 0) {
            refusal = PerfRefusal.ofDescriptor(-descriptor);
            return false;
        }
        long bytes = (1L + pages) * pageSize;
        long address = PerfCalls.map(descriptor, bytes);
        if (address < 0) {
            PerfCalls.close(descriptor);
            refusal = PerfRefusal.ofRing((int) -address);
            tooLarge = address == -Libc.EPERM || address == -Libc.ENOMEM;
            return false;
        }
        watched.add(new Watched(descriptor, new PerfRing(core, segment(address, bytes), pageSize)));
        return true;
    }

    /// @return a descriptor, or a negative `errno`
    private static int describe(int core) {
        try (var arena = Arena.ofConfined()) {
            int descriptor = PerfCalls.open(PerfAttributes.write(arena, PerfAttributes.FORMAT_LOST), core);
            return descriptor == -Libc.EINVAL // Linux before 6.0
                    ? PerfCalls.open(PerfAttributes.write(arena, 0), core)
                    : descriptor;
        }
    }

    @SuppressWarnings("restricted")
    private MemorySegment segment(long address, long bytes) {
        return MemorySegment.ofAddress(address).reinterpret(bytes, memory, PerfCalls::unmap);
    }

    /// Why there are none, with the cure; empty when there are.
    String refusal() {
        return refusal;
    }

    /// Whether smaller rings might be granted.
    boolean tooLarge() {
        return tooLarge;
    }

    List<PerfRing> rings() {
        return watched.stream().map(Watched::ring).toList();
    }

    /// Tells of records that were dropped and of which no LOST record has told, because none was written since.
    void tellLost(SwitchListener listener, long time) {
        for (var one : watched) {
            long untold = PerfCalls.lost(one.descriptor()) - one.ring().lost();
            if (untold > 0) {
                listener.lost(time, one.ring().core(), untold);
            }
        }
    }

    /// Nobody may touch the rings any more.
    void close() {
        memory.close();
        watched.forEach(one -> PerfCalls.close(one.descriptor()));
        watched.clear();
    }
}
