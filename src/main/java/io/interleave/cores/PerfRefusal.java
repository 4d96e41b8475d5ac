package io.interleave.cores;

import java.io.IOException;
import java.nio.file.Path;

/// Why the kernel refuses its records of context switches, and what would change its mind.
final class PerfRefusal {

    /// The highest value at which a user without privileges may watch processes of their own
    /// (Documentation/admin-guide/perf-security.rst).
    private static final int PARANOID_ENOUGH = 2;

    private PerfRefusal() {}

    static String ofRing(int errno) {
        return Messages.text("exact.ring", setting("perf_event_mlock_kb"), errno);
    }

    static String ofDescriptor(int errno) {
        return ofDescriptor(errno, setting("perf_event_paranoid"));
    }

    /// @param paranoid what kernel.perf_event_paranoid says, -1 or less for no limit; empty where there is no
    /// such setting
    static String ofDescriptor(int errno, String paranoid) {
        return switch (errno) {
            case Libc.EACCES, Libc.EPERM -> refused(paranoid);
            case Libc.ENOSYS, Libc.ENOENT ->
                paranoid.isEmpty() ? Messages.text("exact.absent") : Messages.text("exact.filtered", paranoid);
            case Libc.EMFILE -> Messages.text("exact.descriptors");
            default -> Messages.text("exact.failed", errno);
        };
    }

    private static String refused(String paranoid) {
        try {
            return Integer.parseInt(paranoid) > PARANOID_ENOUGH
                    ? Messages.text("exact.paranoid", paranoid, PARANOID_ENOUGH)
                    : Messages.text("exact.filtered", paranoid);
        } catch (NumberFormatException unknown) {
            return Messages.text("exact.filtered", "?");
        }
    }

    private static String setting(String name) {
        try {
            return KernelFile.line(Path.of("/proc/sys/kernel", name));
        } catch (IOException absent) {
            return "";
        }
    }
}
