package io.interleave.cores;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// An attempt to map a descriptor's control page and ring into memory.
///
/// @param segment null when refused
/// @param errno why refused
record PerfMapping(MemorySegment segment, int errno) {

    /// Maps a ring of so many pages, a power of 2; or half of that, and so on, where the kernel grants no more.
    ///
    /// @param memory unmaps it when closed
    static PerfMapping of(int descriptor, int pages, Arena memory) {
        int pageSize = PerfCalls.pageSize();
        int errno = 0;
        for (int granted = pages; granted > 0; granted /= 2) {
            long bytes = (1L + granted) * pageSize;
            long address = PerfCalls.map(descriptor, bytes);
            if (address >= 0) {
                return new PerfMapping(segment(address, bytes, memory), 0);
            }
            errno = (int) -address;
            if (errno != Libc.EPERM && errno != Libc.ENOMEM) { // neither is cured by asking for less
                break;
            }
        }
        return new PerfMapping(null, errno);
    }

    @SuppressWarnings("restricted")
    private static MemorySegment segment(long address, long bytes, Arena memory) {
        return MemorySegment.ofAddress(address).reinterpret(bytes, memory, PerfCalls::unmap);
    }
}
