package io.interleave.engine;

import io.interleave.cores.Affinity;
import io.interleave.cores.CoreWatch;
import io.interleave.model.Scenario;
import io.interleave.model.Settings;
import io.interleave.model.Value;
import io.interleave.trace.Clock;
import io.interleave.trace.CoreSource;
import io.interleave.trace.Definition;
import io.interleave.trace.EventKind;
import io.interleave.trace.EventWriter;
import io.interleave.trace.RawValue;
import io.interleave.trace.TraceWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// One run of a scenario in this process. `run` is called once; `turn` and `stop` from any thread.
///
/// The thread that calls `run` starts every unit, so that the watch on the cores, which it opens first, covers
/// them all; between starts it waits for what is to be done next: a knob to turn, a unit that ended, the time
/// that is up.
public final class Engine {

    /// What is to be run.
    ///
    /// @param text the scenario as it was read
    /// @param cores how many it may use; more than there are means all
    /// @param best the best source of core data to try
    /// @param commandsAllowed whether the person has agreed to the commands in it
    /// @param directory where it may keep files, and where its processes run
    public record Setup(
            String text,
            Scenario scenario,
            Settings settings,
            int cores,
            CoreSource best,
            Optional<Duration> limit,
            boolean commandsAllowed,
            Path directory) {}

    /// How it went.
    ///
    /// @param wallNanos from the start of the first unit to the end of the last
    /// @param finals the last value of each variable
    public record Result(Definition.How how, long wallNanos, Map<String, Value> finals, Optional<Failure> failure) {}

    /// Why a unit could not go on.
    ///
    /// @param line in the scenario, from 1
    public record Failure(String unit, int line, String message) {}

    private sealed interface Command {
        record Turn(String knob, Value value) implements Command {}

        /// What the first unit may need is there.
        record Begin() implements Command {}

        record Quiet() implements Command {}

        record Stop(Definition.How how) implements Command {}
    }

    private final Setup setup;
    private final Chronicle chronicle;
    private final StepNumbers steps;
    private final BlockingQueue<Command> commands = new LinkedBlockingQueue<>();
    private final Texts texts = new Texts();
    private final Knobs knobs;
    private final Memory memory;
    private final Optional<EventWriter> events;
    private final InputOutput io;
    private final Processes processes;
    private final Crew crew;
    private volatile Optional<Failure> failure = Optional.empty();
    private long start;
    private boolean begun;
    private Runnable whenBegun = () -> {};

    /// Why it must not be run, in words: nobody has agreed to its commands, or this machine cannot execute
    /// them.
    public static Optional<String> refusal(Setup setup) {
        var texts = new Texts();
        var knobs = new Knobs(setup.scenario(), setup.settings(), texts);
        var groups = new Groups(setup.scenario(), new ExpressionCompiler(knobs, texts, Map.of()));
        return new Processes(setup.scenario(), knobs, texts, setup.commandsAllowed(), setup.directory())
                .refusal(groups);
    }

    /// @param trace where to record; empty to record nothing
    public Engine(Setup setup, Work work, Optional<TraceWriter> trace) {
        this.setup = setup;
        this.chronicle = new Chronicle(trace);
        this.knobs = new Knobs(setup.scenario(), setup.settings(), texts);
        this.memory = new Memory(setup.scenario(), knobs, texts);
        this.events = chronicle.events();
        this.steps = new StepNumbers(setup.scenario());
        chronicle.begin(setup.text(), steps, setup.settings(), memory.definitions());
        texts.tell(chronicle::define);
        this.io = new InputOutput(setup.directory());
        this.processes = new Processes(setup.scenario(), knobs, texts, setup.commandsAllowed(), setup.directory());
        this.crew = new Crew(compile(), work, io, processes, chronicle, new Crew.Listener() {
            @Override
            public void quiet() {
                commands.add(new Command.Quiet());
            }

            @Override
            public void failed(Unit unit, int line, String message) {
                chronicle.define(new Definition.Failure(unit.id, line, message));
                failure = Optional.of(new Failure(unit.name(), line, message));
                commands.add(new Command.Stop(Definition.How.FAILED));
            }
        });
    }

    /// Turns a live knob; of one that is not live, or not there, nothing happens.
    public void turn(String knob, Value value) {
        commands.add(new Command.Turn(knob, value));
    }

    /// Ends the run.
    public void stop() {
        commands.add(new Command.Stop(Definition.How.STOPPED));
        crew.hurry();
    }

    /// Runs the scenario to its end, on the calling thread and those that it starts.
    public Result run() {
        return run(() -> {});
    }

    /// As `run`.
    ///
    /// @param whenBegun is told when the first unit starts, from which on the time limit counts
    public Result run(Runnable whenBegun) {
        this.whenBegun = whenBegun;
        var affinity = Affinity.restrictTo(setup.cores());
        processes.begin();
        var switches = chronicle.events();
        var watch = switches.map(
                it -> CoreWatch.open(setup.best(), new SwitchRecorder(it, new ProgramRecorder(chronicle, processes))));
        watch.ifPresent(it -> {
            var reasons = Stream.of(it.reason(), affinity.refusal()).filter(reason -> !reason.isEmpty());
            chronicle.define(new Definition.Cores(affinity.cores(), it.source(), String.join(" ", reasons.toList())));
        });
        tellState();
        start = Clock.now();
        Definition.How how;
        try {
            open(watch.map(CoreWatch::source).orElse(CoreSource.EXACT));
            how = steer();
        } finally {
            crew.stop();
            io.close();
        }
        long end = Clock.now();
        watch.ifPresent(CoreWatch::close);
        switches.ifPresent(EventWriter::close);
        var finals = finals();
        events.ifPresent(EventWriter::close);
        chronicle.define(new Definition.End(how, end));
        return new Result(how, end - start, finals, failure);
    }

    /// Starts the workers of pools; the first unit starts when they take tasks.
    private void open(CoreSource source) {
        var pools = memory.all(Pool.class);
        var launch = new WorkerLaunch(setup.text(), setup.settings(), setup.directory());
        var opened = crew.open(pools, launch, source);
        if (opened.isDone()) {
            begin();
        } else {
            opened.thenRun(() -> commands.add(new Command.Begin()));
        }
    }

    private void begin() {
        begun = true;
        start = Clock.now();
        whenBegun.run();
        crew.start(deadline());
    }

    private long deadline() {
        return begun ? setup.limit().map(limit -> start + limit.toNanos()).orElse(Long.MAX_VALUE) : Long.MAX_VALUE;
    }

    private Groups compile() {
        var groups = new Groups(setup.scenario(), new ExpressionCompiler(knobs, texts, Map.of()));
        for (var group : groups.all()) {
            group.compiled(StepCompiler.compile(group.model, memory, groups, knobs, texts, steps::of));
        }
        return groups;
    }

    /// What resources are like before the first unit does anything.
    private void tellState() {
        for (var shared : memory.all(Shared.class)) {
            if (shared instanceof Switched switched) {
                tell(EventKind.LOCK_ENABLED, shared.id, switched.isEnabled() ? 1 : 0);
            }
            if (shared instanceof Levelled levelled) {
                tell(EventKind.LEVEL, shared.id, levelled.initialLevel());
            }
        }
        for (var variable : memory.all(Variable.class)) {
            tell(EventKind.BLIND_WRITE, variable.id, variable.current());
        }
    }

    private Map<String, Value> finals() {
        var finals = new LinkedHashMap<String, Value>();
        for (var variable : memory.all(Variable.class)) {
            long raw = variable.current();
            tell(EventKind.FINAL, variable.id, raw);
            finals.put(variable.name, RawValue.value(variable.type, raw, texts::text));
        }
        if (chronicle.isFull()) {
            memory.all(Variable.class).stream()
                    .filter(it -> setup.scenario().resource(it.name).isPresent())
                    .forEach(it -> chronicle.define(new Definition.Final(it.id, it.current())));
        }
        return finals;
    }

    private void tell(EventKind kind, int object, long value) {
        events.ifPresent(it -> it.record(kind, -1, object, -1, value));
    }

    /// Does what comes up until every unit has ended or the run is to end.
    private Definition.How steer() {
        while (true) {
            switch (next(deadline())) {
                case Command.Begin _ -> begin();
                case Command.Turn(var knob, var value) -> turnNow(knob, value);
                case Command.Quiet _ -> {
                    findUntold();
                    return failure.isPresent() ? Definition.How.FAILED : Definition.How.COMPLETED;
                }
                case Command.Stop(var how) -> {
                    return how;
                }
            }
        }
    }

    /// A task that failed, and nobody has asked for its result, fails the run in the end.
    private void findUntold() {
        for (var pool : memory.all(Pool.class)) {
            var untold = pool.untold();
            if (untold.isPresent() && failure.isEmpty()) {
                var unit = untold.get().submitter();
                var reason = untold.get().reason();
                int line = reason.place().line();
                chronicle.define(new Definition.Failure(unit.id, line, reason.getMessage()));
                failure = Optional.of(new Failure(unit.name(), line, reason.getMessage()));
            }
        }
    }

    private Command next(long deadline) {
        try {
            var command = deadline == Long.MAX_VALUE
                    ? commands.take()
                    : commands.poll(deadline - Clock.now(), TimeUnit.NANOSECONDS);
            return command == null ? new Command.Stop(Definition.How.LIMIT) : command;
        } catch (InterruptedException _) {
            return new Command.Stop(Definition.How.STOPPED);
        }
    }

    private void turnNow(String name, Value value) {
        var index = knobs.index(name);
        if (index.isEmpty() || !knobs.knob(index.getAsInt()).live()) {
            return;
        }
        var shared = memory.all(Shared.class);
        var before = shared.stream().map(Engine::isOn).toList();
        knobs.set(index.getAsInt(), value);
        tell(EventKind.KNOB, index.getAsInt(), knobs.told(index.getAsInt()));
        for (int i = 0; i < shared.size(); i++) {
            var it = shared.get(i);
            if (isOn(it) != before.get(i)) {
                tell(EventKind.LOCK_ENABLED, it.id, isOn(it) ? 1 : 0);
            }
            it.turned(level -> tell(EventKind.LEVEL, it.id, level));
        }
        if (begun) {
            crew.adjust();
        }
    }

    /// Whether it is not switched off.
    private static boolean isOn(Shared shared) {
        return !(shared instanceof Switched switched) || switched.isEnabled();
    }
}
