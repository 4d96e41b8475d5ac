package io.interleave.analysis;

import io.interleave.model.Value;
import io.interleave.trace.Definition;
import io.interleave.trace.RawValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a trace says of the run as a whole, in words and once.
final class Told {

    /// Lines of output that are kept, the last ones.
    private static final int LINES = 10_000;

    /// Notes and costs that are kept, the first ones.
    private static final int MOST = 1_000;

    final IntMap<Definition.Step> steps = new IntMap<>();
    final IntMap<Definition.Exit> exits = new IntMap<>();
    final IntMap<Long> turnedKnobs = new IntMap<>();

    /// Last values of variables that no event tells.
    final IntMap<Long> finals = new IntMap<>();

    final Deque<Definition.Line> lines = new ArrayDeque<>();
    final List<Definition.StartCost> startCosts = new ArrayList<>();
    final List<Definition.Note> notes = new ArrayList<>();
    private final Map<Long, String> texts = new HashMap<>();
    Plan plan = Plan.UNKNOWN;
    Optional<Definition.Run> run = Optional.empty();
    Optional<Definition.Cores> cores = Optional.empty();
    Optional<Definition.Failure> failure = Optional.empty();
    Optional<Definition.End> end = Optional.empty();

    void define(Definition.Run it) {
        run = Optional.of(it);
        plan = Plan.of(it.scenario());
    }

    void define(Definition.Line it) {
        if (lines.size() == LINES) {
            lines.removeFirst();
        }
        lines.add(it);
    }

    void define(Definition.Text it) {
        texts.put(it.number(), it.text());
    }

    void define(Definition.StartCost it) {
        if (startCosts.size() < MOST) {
            startCosts.add(it);
        }
    }

    void define(Definition.Note it) {
        if (notes.size() < MOST) {
            notes.add(it);
        }
    }

    Value value(Value.Type type, long raw) {
        return RawValue.value(type, raw, number -> texts.getOrDefault(number, "text " + number));
    }

    /// Whether a step that waits for a process waits for a line that it prints, and not for its end.
    boolean readsLine(int step) {
        return steps.find(step).filter(it -> it.word().equals("read")).isPresent();
    }

    /// The line of a step in the scenario, 0 where it is not known.
    int line(int step) {
        return steps.find(step).map(Definition.Step::line).orElse(0);
    }
}
