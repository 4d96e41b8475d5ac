package io.interleave.engine;

import io.interleave.model.Place;
import io.interleave.model.Step;
import io.interleave.model.Target;
import io.interleave.model.Value;
import io.interleave.trace.Clock;
import io.interleave.trace.Definition;
import io.interleave.trace.EventKind;
import io.interleave.trace.EventKind.WaitEnd;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Compiles what is done with child processes.
final class ProcessSteps {

    private static final int NOTHING = -1;

    private final StepCompiler compiler;

    ProcessSteps(StepCompiler compiler) {
        this.compiler = compiler;
    }

    /// Which process a step means.
    @FunctionalInterface
    private interface Selection {
        ProcessUnit of(Unit unit);
    }

    private Selection select(Target target) {
        var group = compiler.groups.get(target.name());
        var at = target.at().map(it -> compiler.expressions.compile(it).code());
        return unit -> {
            started(unit, group);
            int number = 0;
            if (at.isPresent()) {
                long asked = at.get().value(unit.locals);
                if (asked < 1 || asked > group.started()) {
                    throw new UnitFailed(
                            target.place(),
                            "there is no %s %d: %d were started".formatted(target.name(), asked, group.started()));
                }
                number = (int) asked;
            }
            if (group.running(number).orElse(null) instanceof ProcessUnit process) {
                return process;
            }
            throw new UnitFailed(
                    target.place(),
                    "'%s' has not been started; 'start' or 'gather' starts it".formatted(target.name()));
        };
    }

    /// Waits for those that the run starts by itself, so that it does not matter who is started first.
    private static void started(Unit unit, Group group) {
        try {
            if (!group.model.manual()) {
                unit.crew().awaitStarted();
            }
        } catch (InterruptedException _) {
            throw unit.interrupted();
        }
    }

    /// A wait that an interrupt can end.
    @FunctionalInterface
    private interface Wait<T extends @Nullable Object> {
        T run() throws InterruptedException;
    }

    /// How such a wait ended.
    @FunctionalInterface
    private interface Ending<T extends @Nullable Object> {
        WaitEnd of(T result);
    }

    private static <T extends @Nullable Object> T waiting(
            Unit unit, int step, int process, Wait<T> wait, Ending<T> ending) {
        unit.beginBlocking();
        unit.record(EventKind.WAIT, NOTHING, step, process);
        var end = WaitEnd.ABANDONED;
        try {
            var result = wait.run();
            end = ending.of(result);
            return result;
        } catch (InterruptedException _) {
            throw unit.interrupted();
        } finally {
            unit.record(
                    EventKind.WAIT_OVER,
                    NOTHING,
                    step,
                    EventKind.waitOver(end, end == WaitEnd.MET ? process : NOTHING));
            unit.endBlocking();
        }
    }

    private static long deadline(long nanos) {
        return nanos == Patience.FOR_EVER ? Long.MAX_VALUE : Clock.now() + nanos;
    }

    Op kill(Step.Kill it, int step) {
        var group = compiler.groups.get(it.group());
        return unit -> {
            started(unit, group);
            var processes = group.running().stream()
                    .filter(ProcessUnit.class::isInstance)
                    .map(ProcessUnit.class::cast)
                    .toList();
            if (processes.isEmpty()) {
                return;
            }
            var living = processes.stream().filter(process -> !process.isOver()).toList();
            living.forEach(ProcessUnit::killed);
            tellEnding(unit, living, it.place().line());
            int first = processes.size() == 1 ? processes.getFirst().id() : NOTHING;
            waiting(
                    unit,
                    step,
                    first,
                    () -> {
                        unit.crew().processes().end(processes);
                        return group.awaitQuiet(
                                Clock.now() + Duration.ofSeconds(1).toNanos());
                    },
                    quiet -> quiet ? WaitEnd.MET : WaitEnd.TIMED_OUT);
        };
    }

    /// Who ended them, and where, is what their exit status does not say.
    private static void tellEnding(Unit unit, List<ProcessUnit> processes, int line) {
        if (!processes.isEmpty()) {
            var others = processes.size() == 1 ? "" : " and %d more".formatted(processes.size() - 1);
            unit.crew()
                    .chronicle()
                    .define(new Definition.Note(
                            unit.id,
                            line,
                            "'%s' ended '%s'%s"
                                    .formatted(unit.name(), processes.getFirst().name(), others)));
        }
    }

    Op communicate(Step.Communicate it, int step) {
        var select = select(it.process());
        var input = it.input().map(compiler::text);
        var into = it.into().map(local -> compiler.local(local, Value.Type.TEXT).slot());
        var patience = Patience.of(it.waiting(), it.place(), compiler);
        return unit -> {
            var process = select.of(unit);
            var conversation = process.conversation();
            conversation.begin(input.map(text -> text.of(unit.locals)).orElse(""));
            long deadline = deadline(patience.nanos(unit));
            boolean inTime = conversation.isDone()
                    || waiting(
                            unit,
                            step,
                            process.id(),
                            () -> conversation.await(deadline),
                            done -> done ? WaitEnd.MET : WaitEnd.TIMED_OUT);
            if (inTime) {
                into.ifPresent(slot -> unit.locals[slot] = compiler.texts.number(conversation.output(), it.place()));
            } else {
                patience.timeUp(unit, process.name());
            }
        };
    }

    Op writeLine(Step.WriteLine it, int step) {
        var select = select(it.process());
        var line = compiler.text(it.line());
        return unit -> {
            var process = select.of(unit);
            var input = input(process, it.place());
            var bytes = (line.of(unit.locals) + "\n").getBytes(StandardCharsets.UTF_8);
            unit.record(EventKind.STEP, NOTHING, step, 0);
            boolean written = input.hasRoom(bytes)
                    ? waitingForNothing(unit, () -> input.write(bytes))
                    : waiting(
                            unit,
                            step,
                            process.id(),
                            () -> input.write(bytes),
                            done -> done ? WaitEnd.MET : WaitEnd.CLOSED);
            if (!written) {
                throw new UnitFailed(it.place(), "'%s' reads no more".formatted(process.name()));
            }
        };
    }

    private static <T> T waitingForNothing(Unit unit, Wait<T> call) {
        try {
            return call.run();
        } catch (InterruptedException _) {
            throw unit.interrupted();
        }
    }

    private static ProcessInput input(ProcessUnit process, Place place) {
        return process.input()
                .orElseThrow(() ->
                        new UnitFailed(place, "'%s' gets its input from another process".formatted(process.name())));
    }

    Op readLine(Step.ReadLine it, int step) {
        var select = select(it.process());
        int slot = compiler.local(it.into(), Value.Type.TEXT).slot();
        var patience = Patience.of(it.waiting(), it.place(), compiler);
        return unit -> {
            var process = select.of(unit);
            var output = process.output();
            long deadline = deadline(patience.nanos(unit));
            var line = output.hasLine()
                    ? waitingForNothing(unit, () -> output.line(deadline))
                    : waiting(
                            unit,
                            step,
                            process.id(),
                            () -> output.line(deadline),
                            read -> read.timedOut()
                                    ? WaitEnd.TIMED_OUT
                                    : read.text().isPresent() ? WaitEnd.MET : WaitEnd.CLOSED);
            if (line.text().isPresent()) {
                unit.locals[slot] = compiler.texts.number(line.text().get(), it.place());
                unit.record(EventKind.STEP, NOTHING, step, 0);
            } else if (line.timedOut()) {
                patience.timeUp(unit, process.name());
            } else {
                patience.inVain(unit, "'%s' prints no more".formatted(process.name()) + Patience.CURE);
            }
        };
    }

    Op close(Step.Close it, int step) {
        var select = select(it.target());
        return unit -> {
            var process = select.of(unit);
            unit.record(EventKind.STEP, NOTHING, step, 0);
            input(process, it.place()).close();
        };
    }
}
