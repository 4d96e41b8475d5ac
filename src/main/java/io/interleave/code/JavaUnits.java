package io.interleave.code;

import io.interleave.model.Expr;
import io.interleave.model.Step;
import io.interleave.model.Template;
import io.interleave.model.UnitGroup;
import io.interleave.model.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Writes a field for each group of units, and a method with its steps.
final class JavaUnits {

    /// Of a line, without its indentation.
    private static final int WIDTH = 100;

    private final JavaModel model;
    private final JavaText text;
    private final Set<JavaNeed> needs;
    private final JavaExpr expressions;

    JavaUnits(JavaModel model, JavaText text, Set<JavaNeed> needs) {
        this.model = model;
        this.text = text;
        this.needs = needs;
        expressions = new JavaExpr(
                name -> name.equals(UnitGroup.INDEX)
                        ? JavaValue.ofInt(UnitGroup.INDEX, new JavaRange(1, 1 << 30))
                        : model.knob(name).orElseThrow(() -> new IllegalArgumentException("no knob " + name)),
                needs);
    }

    // Fields

    void field(UnitGroup group) {
        text.from(group.place(), () -> {
            switch (group.kind()) {
                case UnitGroup.Thread it -> thread(group, it);
                case UnitGroup.Coroutine _ -> units(group, "Thread.ofVirtual()", "this::" + method(group));
                case UnitGroup.Generator it -> generator(group, it);
                case UnitGroup.Process it -> process(group, it);
                case UnitGroup.Task _ -> {}
            }
        });
    }

    private String method(UnitGroup group) {
        return model.names.method(group.name());
    }

    private void thread(UnitGroup group, UnitGroup.Thread it) {
        var kind = "Thread.ofPlatform()";
        if (it.stack().isPresent()) {
            var stack = it.stack().get();
            if (StepContents.names(stack).anyMatch(UnitGroup.INDEX::equals)) {
                text.gap(group.place(), "All threads of '%s' get the stack of the first here.".formatted(group.name()));
            }
            kind += ".stackSize(%s)".formatted(expressions.of(first(stack)).text());
        }
        var steps = "this::" + method(group);
        units(
                group,
                kind,
                it.under()
                        .map(gil -> "%s.over(%s)".formatted(model.names.field(gil), steps))
                        .orElse(steps));
    }

    /// An expression over `index` as it is for the first unit.
    private static Expr first(Expr expr) {
        return switch (expr) {
            case Expr.Name name
            when name.name().equals(UnitGroup.INDEX) -> new Expr.Literal(name.place(), new Value.Whole(1));
            case Expr.Name _, Expr.Literal _ -> expr;
            case Expr.Unary it -> new Expr.Unary(it.place(), it.operator(), first(it.operand()));
            case Expr.Binary it -> new Expr.Binary(it.place(), it.operator(), first(it.left()), first(it.right()));
        };
    }

    private void units(UnitGroup group, String kind, String steps) {
        needs.add(JavaNeed.THREADS);
        text.add("final Group %s = new Group(\"%s\", %s, %s, %s);"
                .formatted(
                        model.names.field(group.name()),
                        group.name(),
                        expressions.of(group.count()).asInt(),
                        kind,
                        steps));
    }

    private void generator(UnitGroup group, UnitGroup.Generator it) {
        needs.add(JavaNeed.GENERATOR);
        text.gap(
                group.place(),
                "Java has no generators: '%s' runs on a virtual thread of its own, but only while somebody waits for what it yields."
                        .formatted(group.name()));
        var type = JavaLocals.boxed(it.of());
        var field = model.names.field(group.name());
        if (isOne(group)) {
            text.add("final Generator<%s> %s = new Generator<>(this::%s, 1);".formatted(type, field, method(group)));
            return;
        }
        needs.add(JavaNeed.GENERATORS);
        text.add("final List<Generator<%s>> %s = generators(%s, this::%s);"
                .formatted(type, field, expressions.of(group.count()).asInt(), method(group)));
    }

    private static boolean isOne(UnitGroup group) {
        return group.count() instanceof Expr.Literal(var _, Value.Whole(long one)) && one == 1;
    }

    private void process(UnitGroup group, UnitGroup.Process it) {
        needs.add(JavaNeed.CHILDREN);
        var input = it.input().map(model.names::field);
        input.ifPresent(_ -> needs.add(JavaNeed.CHILDREN_PIPED));
        boolean isPiped = model.scenario.units().stream()
                .anyMatch(other -> other.kind() instanceof UnitGroup.Process process
                        && process.input().isPresent());
        text.add("final Children %s = new Children(%s, %s, this::%s%s);"
                .formatted(
                        model.names.field(group.name()),
                        expressions.of(group.count()).asInt(),
                        Pipes.isWritten(model.scenario, group.name()),
                        method(group),
                        isPiped ? ", " + input.orElse("null") : ""));
    }

    // Methods

    void method(UnitGroup group, JavaText body) {
        text.blank();
        text.from(group.place(), () -> {
            if (group.kind() instanceof UnitGroup.Process it) {
                command(group, it);
            } else {
                steps(group);
            }
        });
    }

    private void steps(UnitGroup group) {
        // What a method may throw stands before its steps, and is known after them.
        var scratch = new JavaSteps(
                model, group, new JavaText(new Lines(), Carried.nothing()), EnumSet.noneOf(JavaNeed.class));
        head(group, scratch);
        scratch.body(group.steps(), false);
        var steps = new JavaSteps(model, group, text, needs);
        text.block(head(group, steps) + scratch.throwing(), () -> {
            threadHead(group);
            steps.body(group.steps(), false);
            if (group.kind() instanceof UnitGroup.Task(var _, var of) && JavaSteps.completes(group.steps())) {
                text.add("return %s;".formatted(JavaLocals.initial(of)));
            }
        });
    }

    private String head(UnitGroup group, JavaSteps steps) {
        return switch (group.kind()) {
            case UnitGroup.Thread _, UnitGroup.Coroutine _ ->
                "void %s(int %s)".formatted(method(group), steps.names.of(UnitGroup.INDEX));
            case UnitGroup.Generator(var of) ->
                "void %s(Generator<%s> %s, int %s)"
                        .formatted(
                                method(group),
                                JavaLocals.boxed(of),
                                JavaGeneratorSteps.SELF,
                                steps.names.of(UnitGroup.INDEX));
            case UnitGroup.Task(var parameter, var of) ->
                "%s %s(%s %s)"
                        .formatted(JavaLocals.java(of), method(group), JavaLocals.java(of), steps.names.of(parameter));
            case UnitGroup.Process _ -> throw new IllegalArgumentException("a process has no steps");
        };
    }

    /// What Java has no words for, but Linux has.
    private void threadHead(UnitGroup group) {
        if (group.kind() instanceof UnitGroup.Thread it) {
            it.core().ifPresent(core -> {
                needs.add(JavaNeed.CORE);
                text.gap(
                        group.place(),
                        "Java cannot tie a thread to a core: the program asks Linux for it, and elsewhere goes without.");
                text.add("runOnCore(%s);".formatted(expressions.of(core).text()));
            });
            it.priority().ifPresent(priority -> {
                if (priority instanceof Expr.Literal(var _, Value.Whole(long usual)) && usual == 5) {
                    return;
                }
                needs.add(JavaNeed.PRIORITY);
                text.gap(
                        group.place(),
                        "Linux takes no notice of a thread's priority in Java: the program sets its nice value too.");
                text.add("setPriority(%s);".formatted(expressions.of(priority).asInt()));
            });
        }
    }

    // Commands

    private void command(UnitGroup group, UnitGroup.Process it) {
        var arguments = it.command().stream().map(this::template).toList();
        var command = output(group, it);
        text.block("ProcessBuilder %s(int index)".formatted(method(group)), () -> {
            if (it.environment().isEmpty() && it.directory().isEmpty()) {
                call("return " + command, arguments);
                return;
            }
            call("var builder = " + command, arguments);
            it.environment()
                    .forEach((name, value) -> text.add(
                            "builder.environment().put(%s, %s);".formatted(JavaExpr.quoted(name), template(value))));
            it.directory()
                    .ifPresent(directory ->
                            text.add("builder.directory(new File(folder, %s));".formatted(template(directory))));
            text.add("return builder;");
        });
    }

    /// A call with as many arguments on a line as fit.
    private void call(String head, List<String> arguments) {
        var line = new StringBuilder(head).append('(');
        var lines = new ArrayList<String>();
        for (int i = 0; i < arguments.size(); i++) {
            var argument = arguments.get(i) + (i == arguments.size() - 1 ? ");" : ",");
            if (line.length() + argument.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() || i == 0 ? "" : " ").append(argument);
        }
        lines.add(line.toString());
        text.add(lines.getFirst());
        text.indented(() -> text.indented(() -> lines.stream().skip(1).forEach(text::add)));
    }

    /// What makes a command, by what becomes of its output.
    private String output(UnitGroup group, UnitGroup.Process it) {
        return switch (it.output()) {
            case SHOW -> {
                if (Pipes.isRead(model.scenario, group.name()) || Pipes.feeds(model.scenario, group.name())) {
                    yield "new ProcessBuilder";
                }
                needs.add(JavaNeed.SHOWN);
                yield "shown";
            }
            case READ -> "new ProcessBuilder";
            case DISCARD -> {
                if (Pipes.feeds(model.scenario, group.name())) {
                    yield "new ProcessBuilder";
                }
                needs.add(JavaNeed.DISCARDED);
                yield "discarded";
            }
        };
    }

    private String template(Template template) {
        return JavaTemplates.java(template, expressions, needs);
    }

    /// Whether its loops, if any, leave the program an end of its own.
    boolean runsForEver(UnitGroup group) {
        return !(group.kind() instanceof UnitGroup.Generator)
                && !model.isCancelled(group)
                && StepContents.all(group.steps()).anyMatch(Step.Forever.class::isInstance);
    }
}
