package io.interleave.cores;

import java.nio.ByteBuffer;

/// The line of `/proc/<pid>/task/<tid>/stat`, proc(5):
///
/// ```
/// 4711 (a (name) of any sort) R 1 4711 …
/// field 1  2                   3 4 …          39: the core it ran on last
/// ```
final class ProcStat {

    private static final int STATE = 3;
    private static final int PROCESSOR = 39;

    private ProcStat() {}

    /// The core that the thread ran on last, -1 when the line does not say.
    ///
    /// @param line from 0 to its limit
    static int processor(ByteBuffer line) {
        int at = line.limit() - 1;
        while (at >= 0 && line.get(at) != ')') { // the name may hold any character, what follows holds no bracket
            at--;
        }
        if (at < 0) {
            return -1;
        }
        at += 2;
        for (int field = STATE; field < PROCESSOR; field++) {
            while (at < line.limit() && line.get(at) != ' ') {
                at++;
            }
            at++;
        }
        int core = 0;
        int digits = 0;
        for (; at < line.limit() && line.get(at) >= '0' && line.get(at) <= '9'; at++) {
            core = core * 10 + line.get(at) - '0';
            digits++;
        }
        return digits == 0 ? -1 : core;
    }
}
