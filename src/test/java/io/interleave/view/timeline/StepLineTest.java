package io.interleave.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.analysis.Spans;
import io.interleave.analysis.SpansBuilder;
import io.interleave.analysis.State;
import io.interleave.testkit.Seed;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;

/// The values that are written along a curve.
final class StepLineTest {

    private static final Random RANDOM = Seed.random(StepLineTest.class);
    private static final int WIDTH = 600;
    private static final long END = 600_000;
    private static final TextRuler RULER = (text, _) -> text.length() * 7.0;

    private static final class Numbers implements StepLine.Reading {

        private final Spans spans;

        Numbers(Spans spans) {
            this.spans = spans;
        }

        @Override
        public double number(int span) {
            return spans.value(span);
        }

        @Override
        public String text(int span) {
            return Long.toString(spans.value(span));
        }
    }

    @RepeatedTest(200)
    void the_value_at_the_end_is_told_once_and_nothing_is_written_over_it() {
        var spans = any(1 + RANDOM.nextInt(60));
        var reading = new Numbers(spans);
        var line = StepLine.plan(reading, spans, TimeScale.fitting(0, END, WIDTH), WIDTH, Long.MAX_VALUE, RULER);
        var atEnd = reading.text(spans.size() - 1);
        if (line.last().isEmpty()) {
            assertThat(line.steps().getLast().text()).isEqualTo(atEnd);
            assertThat(line.steps().getLast().right()).isEqualTo(WIDTH);
        } else {
            assertThat(line.last()).isEqualTo(atEnd);
            double box = WIDTH - RULER.width(line.last(), Face.SMALL_BOLD);
            assertThat(line.steps()).allMatch(step -> step.middle() + RULER.width(step.text(), Face.SMALL) / 2 < box);
        }
    }

    private static Spans any(int count) {
        var builder = new SpansBuilder();
        long time = 0;
        for (int span = 0; span < count; span++) {
            long end = span == count - 1 ? END : time + 1 + RANDOM.nextLong((END - time) / (count - span));
            builder.add(time, end, State.VALUE, Spans.NONE, Spans.NONE, RANDOM.nextInt(100_000), Spans.NONE);
            time = end;
        }
        return builder.spans();
    }
}
