package io.interleave.view.timeline;

import static io.interleave.view.timeline.FakeSource.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.analysis.Lane;
import io.interleave.analysis.SpansBuilder;
import io.interleave.analysis.State;
import io.interleave.trace.CoreSource;
import io.interleave.trace.Definition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// All that is written can be read on what lies under it.
final class ContrastTest {

    /// What WCAG 2.2 asks for of text, at level AA.
    private static final double ENOUGH = 4.5;

    /// Of the ground of a text: lines of the grid and edges run through it.
    private static final double NEARLY_ALL = 0.85;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void text_stands_out_from_what_is_painted_under_it(boolean dark) {
        var conflicts = SampleRun.counting(4, 2, 300, false, 1_000, 1);
        var path = SpansBuilder.path(START + 500_000, new long[] {START, START + 100_000}, new int[] {0, 1});
        var notes = List.of(new Note(40_000, "a mark"), new Note(300_000, "and another"));
        var deadlock = SampleRun.deadlock();
        deadlock.cores = new Definition.Cores(List.of(0), CoreSource.SAMPLED, "no rights");
        for (var plan : List.of(
                Plans.whole(conflicts),
                Plans.around(conflicts, 3),
                Plans.whole(deadlock),
                Plans.of(deadlock, Arrangement.PLAIN.toggled("group worker"), Highlights.NONE),
                Plans.whole(everyState()),
                Plans.of(
                        everyState(),
                        Arrangement.PLAIN,
                        new Highlights(Selection.NONE, true, Optional.of(path), notes)),
                Plans.whole(Crowd.usual()))) {
            assertThat(unreadable(plan, Theme.of(dark))).isEmpty();
        }
    }

    /// A unit whose spans have every state, with words in them; locks and cores that each unit has.
    private static FakeSource everyState() {
        var source = new FakeSource();
        source.steps.put(1, new Definition.Step(1, "step", "compute", 3));
        var unit = new SpansBuilder();
        long time = START;
        for (var state : State.values()) {
            boolean ofUnits = state.compareTo(State.HELD) < 0 || state == State.UNKNOWN;
            if (ofUnits) {
                int object = state == State.SERIALIZING || state.isWait() ? 0 : -1;
                unit.add(time, time + 50_000, state, 0, object, 4, 1);
                time += 50_000;
            }
        }
        source.lane(Lane.Kind.UNIT, 0, "every state", unit);
        var lock = new SpansBuilder();
        for (int owner = 0; owner < 14; owner++) {
            source.lane(Lane.Kind.UNIT, owner + 1, "w" + owner, new SpansBuilder());
            lock.add(START + owner * 30_000L, START + (owner + 1) * 30_000L, State.HELD, -1, owner, 0, -1);
        }
        source.lane(Lane.Kind.LOCK, 100, "mutex", lock);
        return source;
    }

    private static List<String> unreadable(FramePlan plan, Theme theme) {
        var raster = new Raster(Plans.WIDTH, Plans.HEIGHT, 1);
        new Painter(theme).pixels(plan, raster);
        var pen = new ReadingPen(raster);
        new Painter(theme).ink(plan, pen);
        assertThat(pen.written).isGreaterThan(5);
        return pen.unreadable;
    }

    /// Looks at what is under each text.
    private static final class ReadingPen implements Pen {

        private final Raster raster;
        private final List<String> unreadable = new ArrayList<>();
        private Area clip = new Area(0, 0, Plans.WIDTH, Plans.HEIGHT);
        private int written;

        ReadingPen(Raster raster) {
            this.raster = raster;
        }

        @Override
        public double width(String text, Face face) {
            return text.length() * 7.0 * face.ems();
        }

        @Override
        public void text(String text, double x, double baseline, Face face, int argb) {
            int readable = 0;
            int all = 0;
            double worst = 21;
            for (int row = (int) (baseline - 8 * face.ems()); row < baseline; row++) {
                for (int column = (int) x; column < x + width(text, face); column++) {
                    if (clip.contains(column, row) && row >= 0 && row < Plans.HEIGHT && column < Plans.WIDTH) {
                        double contrast = Colours.contrast(argb, raster.at(column, row));
                        readable += contrast >= ENOUGH ? 1 : 0;
                        worst = Math.min(worst, contrast);
                        all++;
                    }
                }
            }
            written++;
            if (readable < all * NEARLY_ALL) {
                unreadable.add("%s in %x at %.0f, %.0f: %.1f, readable on %d of %d pixels"
                        .formatted(text, argb, x, baseline, worst, readable, all));
            }
        }

        @Override
        public void line(double x0, double y0, double x1, double y1, double thickness, int argb, boolean dashed) {}

        @Override
        public void circle(double x, double y, double radius, double thickness, int fill, int border) {}

        @Override
        public void box(double x, double y, double width, double height, double radius, int fill, int border) {
            raster.fill((int) x, (int) y, (int) Math.ceil(width), (int) Math.ceil(height), fill);
        }

        @Override
        public void clip(int x, int y, int width, int height) {
            clip = new Area((int) x, (int) y, (int) width, (int) height);
        }

        @Override
        public void unclip() {
            clip = new Area(0, 0, Plans.WIDTH, Plans.HEIGHT);
        }
    }
}
