package io.interleave.model;

import io.interleave.model.Value.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the steps of one unit group, in the order of the text. What a step's own word means is left to the
/// reader of its chapter of the vocabulary; a step that is wrong has been reported and is left out.
final class StepReader {

    static final List<String> WORDS = Vocabulary.words(Word.Family.STEP);

    private final UnitContext unit;
    private final Problems problems;
    private final FlowReader flow;
    private final WorkReader work;
    private final StateReader state;
    private final LockReader locks;
    private final WaitReader waits;
    private final QueueReader queues;
    private final UnitStepReader units;
    private final ProcessStepReader processes;
    private final GeneratorReader generators;
    private final PoolReader pools;
    private int count;

    StepReader(UnitHead head, Declarations declarations, Problems problems) {
        this.unit = new UnitContext(head, declarations, problems);
        this.problems = problems;
        this.flow = new FlowReader(this, unit);
        this.work = new WorkReader(unit);
        this.state = new StateReader(unit);
        this.locks = new LockReader(this, unit);
        this.waits = new WaitReader(this, unit);
        this.queues = new QueueReader(this, unit);
        this.units = new UnitStepReader(this, unit);
        this.processes = new ProcessStepReader(this, unit);
        this.generators = new GeneratorReader(this, unit);
        this.pools = new PoolReader(this, unit);
    }

    /// How many steps have been read, wrong ones included.
    int count() {
        return count;
    }

    /// All steps of the group that are in order.
    List<Step> unit() {
        if (unit.unit.kind().orElse(null) instanceof UnitGroup.Task(var parameter, var of)) {
            unit.scope.add(parameter, of);
        }
        var steps = steps(unit.unit.steps(), unit.unit.owner());
        unit.held.hintAtUnreleased(problems);
        return steps;
    }

    /// The steps that a step must have.
    List<Step> body(Verb verb) {
        return steps(verb.beside("steps"), verb.owner());
    }

    /// The steps under `else`, where there are some.
    Optional<List<Step>> otherwise(Verb verb) {
        return verb.beside("else")
                .map(it -> steps(Optional.of(it), new YamlNode.Scalar(it.place(), "else", true, "", 0)));
    }

    Optional<Expr> timeout(Verb verb) {
        return unit.expr(verb.besideScalar("timeout"), Type.TIME);
    }

    /// How long a step waits, and what it does then.
    ///
    /// @param inVain whether what it waits for may never come, so that an `else` makes sense without a timeout
    Waiting waiting(Verb verb, boolean inVain) {
        var waiting = new Waiting(timeout(verb), otherwise(verb));
        if (!inVain && verb.beside("timeout").isEmpty() && verb.beside("else").isPresent()) {
            problems.error(
                    verb.placeOf("else"),
                    "without a timeout, this 'else' of '%s' would never be done".formatted(verb.word()),
                    "'timeout' beside it");
        }
        return waiting;
    }

    private List<Step> steps(Optional<YamlNode> node, YamlNode.Scalar owner) {
        if (node.isEmpty()) {
            problems.error(owner.place(), "'%s' lacks its 'steps'".formatted(owner.shown()), "a list of steps");
            return List.of();
        }
        boolean nothing = node.get() instanceof YamlNode.Scalar scalar && scalar.isMissing();
        if (!(node.get() instanceof YamlNode.Sequence sequence)
                || sequence.items().isEmpty()) {
            problems.error(
                    nothing ? owner.place() : node.get().place(),
                    nothing || node.get() instanceof YamlNode.Sequence
                            ? "'%s' has no steps".formatted(owner.shown())
                            : "the steps of '%s' are %s"
                                    .formatted(owner.shown(), node.get().words()),
                    "a list of steps, each with '- ' before it");
            return List.of();
        }
        var steps = new ArrayList<Step>();
        for (var item : sequence.items()) {
            if (++count > Limits.STEPS) {
                break;
            }
            verb(item).flatMap(this::step).ifPresent(steps::add);
        }
        return steps;
    }

    private Optional<Verb> verb(YamlNode item) {
        if (!(item instanceof YamlNode.Mapping mapping) || mapping.entries().isEmpty()) {
            problems.unknown(
                    item.place(),
                    item instanceof YamlNode.Scalar scalar && !scalar.isMissing()
                            ? "'%s' is no step".formatted(scalar.shown())
                            : "%s stands where a step should".formatted(item.words()),
                    "'word: what', such as 'read: count'",
                    item instanceof YamlNode.Scalar scalar ? scalar.text() : "",
                    WORDS);
            return Optional.empty();
        }
        var verbs = mapping.entries().stream()
                .filter(it -> WORDS.contains(it.key().text()))
                .toList();
        if (verbs.size() > 1) {
            problems.error(
                    verbs.get(1).key().place(),
                    "'%s' and '%s' in one step"
                            .formatted(
                                    verbs.get(0).key().shown(),
                                    verbs.get(1).key().shown()),
                    "each step with its own '- '");
            return Optional.empty();
        }
        if (verbs.isEmpty()) {
            var key = mapping.entries().getFirst().key();
            problems.unknown(
                    key.place(),
                    "there is no step '%s'".formatted(key.shown()),
                    "one of the %d words that 'interleave help language' explains".formatted(WORDS.size()),
                    key.text(),
                    WORDS);
            return Optional.empty();
        }
        return Optional.of(Verb.read(mapping, verbs.getFirst(), problems));
    }

    private Optional<Step> step(Verb verb) {
        return switch (verb.word()) {
            case "repeat", "for_each", "while", "if", "forever" -> flow.read(verb);
            case "compute", "sleep", "io", "log", "check", "fail", "let", "clock" -> work.read(verb);
            case "read", "write" -> isOfProcess(verb) ? processes.read(verb) : state.read(verb);
            case "increment", "update", "compare_and_set" -> state.read(verb);
            case "hold", "try", "acquire", "release" -> locks.read(verb);
            case "await", "signal", "signal_all", "clear" -> waits.read(verb);
            case "count_down", "arrive", "register", "deregister" -> waits.arrival(verb);
            case "put", "take", "task_done", "close" -> queues.read(verb);
            case "start", "poll", "cancel", "gather", "pause" -> units.read(verb);
            case "kill", "communicate" -> processes.read(verb);
            case "yield", "next", "send" -> generators.read(verb);
            case "submit", "map", "shutdown", "return" -> pools.read(verb);
            default -> throw new IllegalStateException("unhandled step " + verb.word());
        };
    }

    /// Whether a `read` or `write` is about a process and not about a variable.
    private boolean isOfProcess(Verb verb) {
        String key = verb.word().equals("read") ? "from" : "to";
        return verb.peek(key)
                .filter(unit.declarations.named("process")::contains)
                .isPresent();
    }
}
