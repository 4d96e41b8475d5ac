package io.interleave.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.interleave.testkit.Seed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/// Several lanes as one.
final class FoldPlannerTest {

    private static final Random RANDOM = Seed.random(FoldPlannerTest.class);
    private static final int WIDTH = 120;

    private final FoldPlanner folds = new FoldPlanner();

    @RepeatedTest(100)
    void each_column_has_the_mean_of_the_lanes_shares_and_no_ink_is_lost() {
        var lanes = new ArrayList<Strip>();
        for (int lane = 1 + RANDOM.nextInt(40); lane > 0; lane--) {
            lanes.add(anyStrip());
        }
        folds.begin();
        var fold = folds.plan(lanes, WIDTH);
        for (int column = 0; column < WIDTH; column++) {
            var expected = new double[Ink.COUNT];
            for (var lane : lanes) {
                double[] shares = shares(lane, column);
                for (int ink = 0; ink < Ink.COUNT; ink++) {
                    expected[ink] += shares[ink] / lanes.size();
                }
            }
            double[] drawn = shares(fold, column);
            for (int ink = 0; ink < Ink.COUNT; ink++) {
                assertThat(drawn[ink]).isCloseTo(expected[ink], within(0.002));
                assertThat(drawn[ink] > 0).isEqualTo(expected[ink] > 0);
            }
        }
    }

    @Test
    void what_only_one_of_very_many_does_is_still_there() {
        var lanes = new ArrayList<>(Collections.nCopies(99_999, whole(3)));
        lanes.add(whole(5));
        folds.begin();
        double[] shares = shares(folds.plan(lanes, WIDTH), 7);
        assertThat(shares[3]).isCloseTo(1, within(0.01));
        assertThat(shares[5]).isPositive();
    }

    @Test
    void lanes_without_anything_leave_it_empty() {
        folds.begin();
        assertThat(folds.plan(List.of(), WIDTH).size()).isZero();
        assertThat(folds.plan(List.of(Strip.EMPTY, Strip.EMPTY), WIDTH).size()).isZero();
    }

    @Test
    void the_strips_of_a_picture_stay_while_its_others_are_made() {
        folds.begin();
        var first = folds.plan(List.of(whole(3)), WIDTH);
        folds.plan(List.of(whole(4)), WIDTH);
        folds.begin();
        folds.plan(List.of(whole(5)), WIDTH);
        assertThat(shares(first, 0)[3]).isCloseTo(1, within(0.01));
    }

    private static Strip whole(int ink) {
        var strip = new Strip.Builder();
        strip.piece(0, WIDTH, 0, 1, ink);
        return strip.build();
    }

    private static Strip anyStrip() {
        var strip = new Strip.Builder();
        int column = 0;
        while (column < WIDTH) {
            int width = 1 + RANDOM.nextInt(20);
            switch (RANDOM.nextInt(3)) {
                case 0 -> strip.piece(column, Math.min(WIDTH, column + width), column, 1, RANDOM.nextInt(10));
                case 1 -> {
                    width = 1;
                    strip.piece(column, column + 1, column, 2, 1);
                    int part = RANDOM.nextInt(1_000, Strip.WHOLE - 1_000);
                    strip.slice(1, part);
                    strip.slice(RANDOM.nextInt(2, 10), Strip.WHOLE - part);
                }
                default -> {}
            }
            column += width;
        }
        return strip.build();
    }

    private static double[] shares(Strip strip, int column) {
        var shares = new double[Ink.COUNT];
        int piece = strip.at(column);
        if (piece >= 0 && strip.firstSlice(piece) == strip.lastSlice(piece)) {
            shares[strip.ink(piece)] = 1;
        } else if (piece >= 0) {
            for (int slice = strip.firstSlice(piece); slice < strip.lastSlice(piece); slice++) {
                shares[strip.sliceInk(slice)] += (double) strip.sliceShare(slice) / Strip.WHOLE;
            }
        }
        return shares;
    }
}
