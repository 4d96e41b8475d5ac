package io.interleave.view.timeline;

import io.interleave.analysis.Level;
import io.interleave.analysis.Spans;
import io.interleave.view.fx.Figures;
import java.util.function.IntUnaryOperator;

/// What the spans of a lane with curves say: the values of a variable, how much there is of something, how many
/// wait.
final class LaneReading {

    private LaneReading() {}

    static StepLine.Reading variable(Source source, int variable, Spans spans) {
        return new StepLine.Reading() {
            @Override
            public double number(int span) {
                return source.number(variable, spans.value(span));
            }

            @Override
            public String text(int span) {
                return source.display(variable, spans.value(span));
            }
        };
    }

    static StepLine.Reading amount(Spans spans) {
        return counted(span -> Level.amount(spans.value(span)));
    }

    static StepLine.Reading others(Spans spans) {
        return counted(span -> Level.others(spans.value(span)));
    }

    private static StepLine.Reading counted(IntUnaryOperator count) {
        return new StepLine.Reading() {
            @Override
            public double number(int span) {
                return count.applyAsInt(span);
            }

            @Override
            public String text(int span) {
                return Figures.count(count.applyAsInt(span));
            }

            @Override
            public double foot() {
                return 0;
            }
        };
    }
}
