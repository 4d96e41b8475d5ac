package io.interleave.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.view.fx.Themes;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AppOptionsTest {

    @Test
    void nothingIsAskedFor() {
        assertThat(AppOptions.parse(List.of())).isEqualTo(new AppOptions.Accepted(AppOptions.NONE));
    }

    @Test
    void everythingIsAskedFor() {
        var result = AppOptions.parse(List.of(
                "open",
                "a.yaml",
                "--run",
                "lost-update",
                "--screenshot",
                "a.png",
                "--exit",
                "--theme",
                "dark",
                "--size",
                "1000x700"));
        var options = ((AppOptions.Accepted) result).options();
        assertThat(options.open()).contains(Path.of("a.yaml"));
        assertThat(options.run()).contains("lost-update");
        assertThat(options.screenshot()).contains(Path.of("a.png"));
        assertThat(options.exit()).isTrue();
        assertThat(options.theme()).isEqualTo(Themes.Choice.DARK);
        assertThat(options.width()).isEqualTo(1000);
        assertThat(options.height()).isEqualTo(700);
    }

    @Test
    void whatIsNotUnderstoodIsSaid() {
        assertThat(AppOptions.parse(List.of("--size", "big"))).isInstanceOf(AppOptions.Refused.class);
        assertThat(AppOptions.parse(List.of("--theme", "pink"))).isInstanceOf(AppOptions.Refused.class);
        assertThat(AppOptions.parse(List.of("--run"))).isInstanceOf(AppOptions.Refused.class);
        assertThat(AppOptions.parse(List.of("--colour"))).isInstanceOf(AppOptions.Refused.class);
    }

    @Test
    void aUnixNeedsADisplay() {
        assertThat(WindowSupport.hasDisplay("Linux", "", Map.of())).isFalse();
        assertThat(WindowSupport.hasDisplay("Linux", "", Map.of("DISPLAY", ":0")))
                .isTrue();
        assertThat(WindowSupport.hasDisplay("Linux", "", Map.of("WAYLAND_DISPLAY", "wayland-0")))
                .isTrue();
        assertThat(WindowSupport.hasDisplay("Linux", "Headless", Map.of())).isTrue();
        assertThat(WindowSupport.hasDisplay("Windows 11", "", Map.of())).isTrue();
        assertThat(WindowSupport.hasDisplay("Mac OS X", "", Map.of())).isTrue();
    }
}
