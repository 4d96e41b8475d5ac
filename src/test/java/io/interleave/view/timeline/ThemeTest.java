package io.interleave.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.analysis.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThemeTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void text_is_readable(boolean dark) {
        Theme theme = Theme.of(dark);
        for (int back : new int[] {theme.back(), theme.pane(), theme.chip()}) {
            for (int text : new int[] {theme.text(), theme.dim(), theme.warning()}) {
                assertThat(Colours.contrast(text, back))
                        .as("%x on %x", text, back)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
        assertThat(Colours.contrast(theme.accent(), theme.back())).isGreaterThanOrEqualTo(4.5);
        assertThat(Colours.contrast(theme.good(), theme.chip())).isGreaterThanOrEqualTo(4.5);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void words_inside_full_spans_are_readable(boolean dark) {
        Theme theme = Theme.of(dark);
        for (int ink = 0; ink < Ink.COUNT - 1; ink++) {
            boolean written = ink >= Ink.FIRST_UNIT || ink < State.values().length && Shape.of(ink) == Shape.FULL;
            if (written) {
                int back = theme.inks()[ink];
                assertThat(Colours.contrast(Colours.readableOn(back), back))
                        .as("ink %d", ink)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void states_have_the_colours_that_were_agreed(boolean dark) {
        int[] inks = Theme.of(dark).inks();
        assertThat(inks[Ink.of(State.RUNNING)]).isEqualTo(0xFF317D31);
        assertThat(inks[Ink.of(State.READY)]).isEqualTo(0xFF008FA0);
        assertThat(inks[Ink.of(State.LOCK_WAIT)]).isEqualTo(0xFFD7393F);
        assertThat(inks[Ink.of(State.WAIT)]).isEqualTo(0xFFDB7A75);
        assertThat(inks[Ink.of(State.IO)]).isEqualTo(0xFF8A68B7);
    }
}
