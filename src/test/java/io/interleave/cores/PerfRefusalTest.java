package io.interleave.cores;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PerfRefusalTest {

    @Test
    void a_setting_that_forbids_is_named_with_its_value_and_the_command_that_allows() {
        assertThat(PerfRefusal.ofDescriptor(Libc.EACCES, "4"))
                .contains("kernel.perf_event_paranoid is 4")
                .contains("sudo sysctl kernel.perf_event_paranoid=2");
    }

    @Test
    void where_the_setting_allows_something_else_forbids() {
        assertThat(PerfRefusal.ofDescriptor(Libc.EPERM, "2")).contains("container or sandbox");
        assertThat(PerfRefusal.ofDescriptor(Libc.ENOSYS, "-1")).contains("container or sandbox");
    }

    @Test
    void a_kernel_without_such_records_is_told_from_one_that_refuses_them() {
        assertThat(PerfRefusal.ofDescriptor(Libc.ENOSYS, "")).contains("CONFIG_PERF_EVENTS");
    }

    @Test
    void too_many_open_files_and_unknown_errors_are_told_as_such() {
        assertThat(PerfRefusal.ofDescriptor(Libc.EMFILE, "2")).contains("ulimit -n");
        assertThat(PerfRefusal.ofDescriptor(99, "2")).contains("99");
        assertThat(PerfRefusal.ofRing(Libc.EPERM)).contains("perf_event_mlock_kb");
    }
}
