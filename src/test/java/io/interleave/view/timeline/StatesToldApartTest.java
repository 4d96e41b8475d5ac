package io.interleave.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.analysis.State;
import io.interleave.testkit.ColourVision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Everybody can tell the states of units apart: by their colours, or without them by their shapes.
final class StatesToldApartTest {

    private static final List<State> STATES = List.of(
            State.RUNNING,
            State.READY,
            State.ACTIVE,
            State.LOCK_WAIT,
            State.WAIT,
            State.IO,
            State.SERIALIZING,
            State.SLEEPING,
            State.SUSPENDED,
            State.UNKNOWN);

    /// More than six times the just noticeable difference, 2.3 (Mahy, Van Eycken and Oosterlinck, *Evaluation
    /// of Uniform Color Spaces*, Color Research & Application 19(2), 1994): that was found with large patches
    /// side by side, while spans are small and lie apart.
    private static final double FAR = 15;

    /// The part of a lane that must look different: of the usual height of 24 pixels two rows and a half.
    private static final double PART = 0.1;

    private static final int WIDTH = 64;

    static Stream<Arguments> looks() {
        var looks = new ArrayList<Arguments>();
        for (boolean dark : new boolean[] {true, false}) {
            for (int height : new int[] {10, 12, 17, 24, 40}) {
                for (var vision : ColourVision.values()) {
                    looks.add(Arguments.of(dark, height, vision));
                }
            }
        }
        return looks.stream();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void every_two_states_differ_visibly_in_a_part_of_the_lane(boolean dark, int height, ColourVision vision) {
        var alike = new ArrayList<String>();
        for (var one : STATES) {
            for (var other : STATES) {
                if (one.compareTo(other) < 0) {
                    double differs = differs(painted(one, dark, height), painted(other, dark, height), vision);
                    if (differs < PART) {
                        alike.add("%s and %s: %.0f %%".formatted(one, other, differs * 100));
                    }
                }
            }
        }
        assertThat(alike).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void every_state_can_be_seen(boolean dark, int height, ColourVision vision) {
        int back = Theme.of(dark).back();
        for (var state : STATES) {
            var nothing = new int[WIDTH * height];
            Arrays.fill(nothing, back);
            assertThat(differs(painted(state, dark, height), nothing, vision))
                    .as("%s has more than a line", state)
                    .isGreaterThan(1.2 / height);
        }
    }

    private static int[] painted(State state, boolean dark, int height) {
        var theme = Theme.of(dark);
        var raster = new Raster(WIDTH, height, 1);
        raster.fill(0, 0, WIDTH, height, theme.back());
        new SpanPainter(theme, raster, Plans.METRICS, new Area(0, 0, WIDTH, height), SpanPainter.stacks(theme))
                .span(0, 0, WIDTH, height, Ink.of(state));
        return raster.argb().clone();
    }

    private static double differs(int[] one, int[] other, ColourVision vision) {
        int differ = 0;
        for (int pixel = 0; pixel < one.length; pixel++) {
            differ += vision.distance(one[pixel], other[pixel]) >= FAR ? 1 : 0;
        }
        return (double) differ / one.length;
    }
}
