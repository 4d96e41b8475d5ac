package io.interleave.trace;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/// The layout of a trace file, version 1. All numbers are little-endian; offsets are in bytes.
///
/// ```
/// file    ┌──────────────┬─────────┬─────────┬─────────┬───────────┬─ ─ ─ ─ ─ ─ ─ ─
///         │ file header  │ chunk   │ chunk   │ chunk   │ chunk     │ zeros, reserved
///         │ 4096         │ n×4096  │ n×4096  │ n×4096  │ n×4096    │ for chunks to come
///         └──────────────┴─────────┴─────────┴─────────┴───────────┴─ ─ ─ ─ ─ ─ ─ ─
///
/// file header                                chunk header (64 bytes, then the payload)
///   0  i64  magic "ILVTRACE"                   0  i32  magic "ILVC", 0 where no chunk begins yet
///   8  i32  version                            4  i32  what it holds: 1 events, 2 definitions
///  12  i32  size of this header, 4096          8  i32  size with this header, a multiple of 4096
///  16  i64  pid of the writing process        12  i32  writer
///  24  i64  the run's clock now               16  i64  which of this writer's chunks, from 0
///  32  i64  epoch milliseconds at that time   24  i32  CRC-32C of bytes 4 to 23
///  40  i32  CRC-32C of bytes 0 to 39          28  i32  0
///  44  i32  0                                 32  i64  bytes of payload that are published
///  48  i64  events not kept by writers        40  i64  events that this writer could not keep, so far
///           that have no chunk, so far        48  i32  0x5EA1ED once the chunk is sealed: nothing more is
///           added
///  56  i32  0x5EA1ED once the file is closed  52  i32  CRC-32C of all the chunk but bytes 48 to 55, once
///  sealed 60  i32  CRC-32C of bytes 0 to 47 and      56  i64  0
///           64 to 4095, once closed
///  64  i64  where the last chunk ends, once closed
///  72  i64  what stood at 48 when it was closed
///  80       zeros
///
/// event (32 bytes)                           definitions
///   0  i64  time, ns of the run's clock        UTF-8, one JSON object a line, each ended by a newline:
///   8  i64  value                              see Definition
///  16  i32  unit, -1 for none
///  20  i32  object
///  24  i32  step, -1 for none
///  28  u8   kind
///  29  u8   0
///  30  i16  core, -1 where not asked
/// ```
///
/// **Publishing.** A chunk belongs to one writer, which alone adds to it. Of an event it first writes bytes 0
/// to 23 with plain stores and then 24 to 31, of which the kind is never 0, with one release store; the place
/// was zeros before. A reader that loads these eight with acquire and finds a kind finds the event whole, and
/// there is no counter that writer and reader would both touch. Definitions are published by their count of
/// bytes, a release store behind them. A chunk's own header is written in the same way, its magic last. A
/// writer has done with a chunk before its next one can be seen, so whoever has found that one and then looks
/// at the one before, sees its last event. A writer that is killed leaves at most one event that was not
/// published; the pages belong to the file, so that all before it is kept.
///
/// **Checksums.** In a closed file every bit is covered by one, but for these, which no reader looks at then:
/// bytes 48 to 55 of the file header, and what lies behind the last chunk. (Of that, the place where a next
/// chunk would begin is looked at.) A chunk that was not sealed, because its writer was killed or was never
/// closed, has its first 28 bytes covered; of the others it is only checked that they make sense. Bytes 0 to 43
/// of the file header mean the same in all versions.
///
/// **The end.** Room is reserved ahead of its use, and what was not used is given back when the file is closed,
/// but for 4096 bytes of zeros. A reader that has all of it mapped may touch the place where a next chunk would
/// begin, and nothing behind it: a page that is gone is a fatal signal. What lies further on it therefore asks
/// of the file, and never of the mapping.
///
/// A chunk is as large as its writer has been busy: a writer's first is small, the later ones larger and
/// larger, so that ten thousand threads that say little do not cost gigabytes.
final class TraceLayout {

    static final int VERSION = 1;

    static final long FILE_MAGIC = 0x4543_4152_5456_4c49L; // "ILVTRACE", little-endian
    static final int FILE_HEADER_SIZE = 4096;
    static final long FILE_VERSION = 8;
    static final long FILE_HEADER_SIZE_AT = 12;
    static final long FILE_PID = 16;
    static final long FILE_CLOCK = 24;
    static final long FILE_EPOCH_MILLIS = 32;
    static final long FILE_CRC = 40;
    static final long FILE_NOT_KEPT = 48;
    static final long FILE_CLOSED = 56;
    static final long FILE_CLOSING_CRC = 60;
    static final long FILE_END = 64;
    static final long FILE_NOT_KEPT_AT_CLOSE = 72;

    static final int CHUNK_MAGIC = 0x4356_4c49; // "ILVC", little-endian
    static final int CHUNK_HEADER_SIZE = 64;
    static final int CHUNK_UNIT = 4096;
    static final int MAX_CHUNK_SIZE = 4 << 20;
    static final long CHUNK_HOLDS = 4;
    static final long CHUNK_SIZE = 8;
    static final long CHUNK_WRITER = 12;
    static final long CHUNK_SEQUENCE = 16;
    static final long CHUNK_HEADER_CRC = 24;
    static final long CHUNK_PUBLISHED = 32;
    static final long CHUNK_NOT_KEPT = 40;
    static final long CHUNK_SEALED = 48;
    static final long CHUNK_CRC = 52;
    static final long CHUNK_AFTER_CRC = 56;

    /// Says of a chunk that it is sealed, and of a file that it is closed.
    static final int SEALED = 0x5ea1ed;

    static final int HOLDS_EVENTS = 1;
    static final int HOLDS_DEFINITIONS = 2;

    static final int EVENT_SIZE = 32;
    static final long EVENT_TIME = 0;
    static final long EVENT_VALUE = 8;
    static final long EVENT_UNIT = 16;
    static final long EVENT_OBJECT = 20;
    static final long EVENT_STEP = 24;
    static final long EVENT_KIND = 28;
    static final long EVENT_CORE = 30;

    /// The bits of the kind among the eight bytes at {@link #EVENT_STEP}.
    static final long KIND = 0xffL << 32;

    static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;

    private static final VarHandle LONGS = LONG.varHandle();
    private static final VarHandle INTS = INT.varHandle();

    private TraceLayout() {}

    static void publish(MemorySegment segment, long offset, long value) {
        LONGS.setRelease(segment, offset, value);
    }

    static void publish(MemorySegment segment, long offset, int value) {
        INTS.setRelease(segment, offset, value);
    }

    static void add(MemorySegment segment, long offset, long delta) {
        LONGS.getAndAdd(segment, offset, delta);
    }

    static long published(MemorySegment segment, long offset) {
        return (long) LONGS.getAcquire(segment, offset);
    }

    static int publishedInt(MemorySegment segment, long offset) {
        return (int) INTS.getAcquire(segment, offset);
    }

    /// The checksum of what a chunk's header says from the beginning, but for the magic: that is written last.
    static int chunkHeaderCrc(MemorySegment chunk) {
        return crc(chunk.asSlice(CHUNK_HOLDS, CHUNK_HEADER_CRC - CHUNK_HOLDS));
    }

    /// The checksum of a chunk that nothing is added to any more.
    static int chunkCrc(MemorySegment chunk) {
        return crc(chunk.asSlice(0, CHUNK_SEALED), chunk.asSlice(CHUNK_AFTER_CRC));
    }

    /// The checksum of what a file's header says from the beginning.
    static int headerCrc(MemorySegment header) {
        return crc(header.asSlice(0, FILE_CRC));
    }

    /// The checksum of the header of a file that was closed.
    static int closingCrc(MemorySegment header) {
        return crc(header.asSlice(0, FILE_NOT_KEPT), header.asSlice(FILE_END, FILE_HEADER_SIZE - FILE_END));
    }

    private static int crc(MemorySegment... parts) {
        var crc = new CRC32C();
        for (var part : parts) {
            crc.update(part.asByteBuffer());
        }
        return (int) crc.getValue();
    }
}
