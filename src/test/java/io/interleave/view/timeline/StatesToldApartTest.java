package io.interleave.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.analysis.State;
import io.interleave.testkit.ColourVision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
    private static final int TILE = 16;

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

    /// On the minimap states are stacked, so that neither height nor colour tells them: their textures do, wherever
    /// they begin.
    @Test
    void every_two_states_of_the_minimap_differ_in_texture() {
        var alike = new ArrayList<String>();
        for (var one : STATES) {
            for (var other : STATES) {
                if (one.compareTo(other) < 0) {
                    long leastApart = Long.MAX_VALUE;
                    for (int shift = 0; shift < 64; shift++) {
                        var moved = texture(other, shift % 8, shift / 8);
                        var still = texture(one, 0, 0);
                        leastApart = Math.min(
                                leastApart,
                                IntStream.range(0, still.length)
                                        .filter(it -> still[it] != moved[it])
                                        .count());
                    }
                    if (leastApart < TILE * TILE * PART) {
                        alike.add(one + " and " + other);
                    }
                }
            }
        }
        assertThat(alike).isEmpty();
    }

    /// The inside of what is filled, in two colours.
    private static int[] texture(State state, int x, int y) {
        var raster = new Raster(2 * TILE, 2 * TILE, 1);
        Texture.of(state).fill(raster, 0, 0, 2 * TILE, 2 * TILE, 0xFFFFFFFF, 0xFF000000);
        var tile = new int[TILE * TILE];
        for (int row = 0; row < TILE; row++) {
            System.arraycopy(raster.argb(), (row + y + 1) * 2 * TILE + x, tile, row * TILE, TILE);
        }
        return tile;
    }

    @Test
    void a_texture_is_the_same_in_one_piece_and_in_many() {
        for (var state : STATES) {
            var whole = new Raster(WIDTH, TILE, 1);
            Texture.of(state).fill(whole, 0, 0, WIDTH, TILE, 0xFFFFFFFF, 0xFF000000);
            var parts = new Raster(WIDTH, TILE, 1);
            for (int x = 0; x < WIDTH; x += 3) {
                Texture.of(state).fill(parts, x, 0, Math.min(3, WIDTH - x), TILE, 0xFFFFFFFF, 0xFF000000);
            }
            assertThat(parts.argb()).as("%s", state).isEqualTo(whole.argb());
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
