package io.interleave.view.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.analysis.State;
import io.interleave.view.session.RunSummary;
import io.interleave.view.timeline.StateColours;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class StateBarTest {

    @ParameterizedTest
    @EnumSource(names = {"RUNNING", "READY", "ACTIVE", "LOCK_WAIT", "WAIT", "IO", "SERIALIZING", "SUSPENDED"})
    void a_state_has_the_colour_that_it_has_in_the_timeline(State state) throws IOException {
        var name = "state-" + state.name().toLowerCase(Locale.ROOT).replace('_', '-');
        var colour = find("-" + find("\\." + name + " \\{[^}]*?-(state-[a-z]+)") + ": (#[0-9A-F]{6});");
        assertThat(colour).isEqualTo("#%06X".formatted(StateColours.argb(state, false) & 0xFFFFFF));
        assertThat(colour).isEqualTo("#%06X".formatted(StateColours.argb(state, true) & 0xFFFFFF));
    }

    @Test
    void a_state_is_as_high_as_in_the_lanes() {
        var bar = new StateBar();
        bar.show(new RunSummary.UnitTime("worker", Map.of(State.RUNNING, 1L, State.LOCK_WAIT, 2L, State.IO, 1L)));
        bar.resize(80, 16);
        bar.layout();
        assertThat(bar.getChildrenUnmodifiable())
                .extracting(it -> it.getLayoutY() + " " + it.getLayoutBounds().getHeight())
                .containsExactlyInAnyOrder("0.0 16.0", "8.0 8.0", "12.0 4.0");
    }

    private static String find(String pattern) throws IOException {
        try (var sheet = StateBar.class.getResourceAsStream("/io/interleave/view/interleave.css")) {
            var found = Pattern.compile(pattern).matcher(new String(sheet.readAllBytes(), StandardCharsets.UTF_8));
            assertThat(found.find()).as(pattern).isTrue();
            return found.group(1);
        }
    }
}
