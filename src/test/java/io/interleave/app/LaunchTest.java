package io.interleave.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LaunchTest {

    @Test
    void theWindowIsMeantByNothingAFileAndItsOwnOptions() {
        assertThat(Launch.of(List.of())).isEqualTo(new Launch.Window(AppOptions.NONE));
        assertThat(((Launch.Window) Launch.of(List.of("a.interleave.yaml")))
                        .options()
                        .open())
                .contains(Path.of("a.interleave.yaml"));
        assertThat(((Launch.Window) Launch.of(List.of("open", "runs")))
                        .options()
                        .open())
                .contains(Path.of("runs"));
        assertThat(Launch.of(List.of("--run", "lost-update", "--exit"))).isInstanceOf(Launch.Window.class);
    }

    @Test
    void everythingElseIsForTheCommandLine() {
        assertThat(Launch.of(List.of("list"))).isInstanceOf(Launch.CommandLine.class);
        assertThat(Launch.of(List.of("run", "a.yaml"))).isInstanceOf(Launch.CommandLine.class);
        assertThat(Launch.of(List.of("--help"))).isInstanceOf(Launch.CommandLine.class);
    }

    @Test
    void optionsThatAreNotUnderstoodAreRefused() {
        assertThat(Launch.of(List.of("--size", "big"))).isInstanceOf(Launch.Refused.class);
    }
}
