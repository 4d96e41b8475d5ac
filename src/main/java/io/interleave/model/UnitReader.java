package io.interleave.model;

import io.interleave.model.Value.Type;
import java.util.Optional;

/// Reads what a unit group says before its steps.
final class UnitReader {

    private final YamlNode.Entry entry;
    private final String name;
    private final Word word;
    private final Fields fields;
    private final Declarations declarations;
    private final Scope knobs;
    private final Scope knobsAndIndex;
    private final Problems problems;

    private UnitReader(YamlNode.Entry entry, Kinds.Kind kind, Declarations declarations, Problems problems) {
        this.entry = entry;
        this.name = entry.key().text();
        this.word = Vocabulary.word(Word.Family.UNIT, kind.word());
        this.fields = new Fields(
                kind.mapping(),
                "%s '%s'".formatted(Words.noun(word.word()), Names.shown(name)),
                word.known(),
                problems);
        this.declarations = declarations;
        this.knobs = declarations.knobsOnly();
        this.knobsAndIndex = knobs.inner();
        knobsAndIndex.add(UnitGroup.INDEX, Type.WHOLE);
        this.problems = problems;
    }

    /// The head of this entry; nothing if it does not even say what it is.
    static Optional<UnitHead> read(YamlNode.Entry entry, Declarations declarations, Problems problems) {
        return Kinds.of(entry, "unit group", Word.Family.UNIT, problems)
                .map(kind -> new UnitReader(entry, kind, declarations, problems).head());
    }

    private UnitHead head() {
        var kind = kind();
        var count = word.word().equals("task") ? Resource.ONE : count();
        boolean manual = fields.optional("start").isPresent()
                && scalar("start").flatMap(this::start).orElse(false);
        return new UnitHead(entry.key(), entry.place(), word.word(), kind, count, manual, fields.optional("steps"));
    }

    private Expr count() {
        var count = expr(word.word(), Type.WHOLE, knobs);
        boolean one = count.orElse(null) instanceof Expr.Literal(var _, Value.Whole(long number)) && number == 1;
        return one ? Resource.ONE : count.orElse(Resource.ONE);
    }

    private Optional<Boolean> start(YamlNode.Scalar scalar) {
        boolean manual = scalar.text().equals("manual");
        if (!manual && !scalar.text().equals("automatic")) {
            problems.unknown(
                    scalar.place(),
                    "'%s' is no way to start units".formatted(scalar.shown()),
                    Fields.oneOf(UnitWords.START.choices()),
                    scalar.text(),
                    UnitWords.START.choices());
        }
        return Optional.of(manual);
    }

    private Optional<UnitGroup.Kind> kind() {
        return switch (word.word()) {
            case "thread" ->
                Optional.of(new UnitGroup.Thread(
                        expr("priority", Type.WHOLE, knobsAndIndex),
                        expr("core", Type.WHOLE, knobsAndIndex),
                        expr("stack", Type.WHOLE, knobsAndIndex),
                        scalar("under").flatMap(this::interpreterLock)));
            case "coroutine" ->
                Optional.of(new UnitGroup.Coroutine(loop(), expr("priority", Type.WHOLE, knobsAndIndex)));
            case "generator" -> of().map(UnitGroup.Generator::new);
            case "process" -> Optional.of(process());
            case "task" -> {
                var parameter = scalar("task").filter(it -> declarations.mayBeLocal(it, ""));
                yield parameter.flatMap(it -> of().map(type -> new UnitGroup.Task(it.text(), type)));
            }
            default -> throw new IllegalStateException("unhandled unit kind " + word.word());
        };
    }

    private Optional<YamlNode.Scalar> scalar(String key) {
        var form = key.equals(word.word()) ? word.alone().orElseThrow() : word.form(key);
        return fields.optional(key).flatMap(it -> fields.scalar(key, it, form.words()));
    }

    private Optional<Expr> expr(String key, Type type, Scope scope) {
        return scalar(key).flatMap(it -> Expressions.read(it, scope, type, problems));
    }

    private Optional<Type> of() {
        return fields.optional("of").isEmpty()
                ? Optional.of(Type.WHOLE)
                : scalar("of").flatMap(it -> Choices.read(it, Type.class, "type of value", problems));
    }

    private Optional<String> interpreterLock(YamlNode.Scalar lock) {
        return declarations
                .find(lock, word.form("under").choices())
                .filter(it -> {
                    boolean gil = it instanceof Declared.Shared(Resource.Lock found)
                            && found.kind() == Resource.Lock.Kind.GIL;
                    if (!gil) {
                        problems.error(
                                lock.place(),
                                "'%s' is no interpreter lock".formatted(it.name()),
                                "a lock of the kind gil");
                    }
                    return gil;
                })
                .map(Declared::name);
    }

    private Optional<String> loop() {
        var loops = declarations.named("event_loop");
        if (fields.optional("loop").isPresent()) {
            return scalar("loop")
                    .flatMap(it -> declarations.find(it, word.form("loop").choices()))
                    .map(Declared::name);
        }
        if (loops.size() > 1) {
            problems.error(
                    entry.key().place(),
                    "'%s' does not say which event loop it runs on".formatted(name),
                    "'loop' with " + Fields.oneOf(loops));
        }
        loops.forEach(declarations::use);
        return Optional.empty();
    }

    private UnitGroup.Process process() {
        var command = ProcessReader.command(fields, entry.key(), knobsAndIndex, problems);
        var environment = ProcessReader.environment(fields, knobsAndIndex, problems);
        var directory = scalar("directory").flatMap(it -> ProcessReader.directory(it, knobsAndIndex, problems));
        var input = scalar("input")
                .flatMap(it ->
                        declarations.find(it, word.form("input").choices()).isPresent()
                                        || declarations.isClaimed(it.text(), "process")
                                ? Optional.of(it.text())
                                : Optional.empty());
        var output = scalar("output")
                .flatMap(it -> Choices.read(it, UnitGroup.Process.Output.class, "use of output", problems))
                .orElse(UnitGroup.Process.Output.SHOW);
        return new UnitGroup.Process(command, environment, directory, input, output);
    }
}
