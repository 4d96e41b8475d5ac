package io.interleave.engine;

import io.interleave.engine.pool.Happening;
import io.interleave.engine.pool.TaskCall;
import io.interleave.engine.pool.TaskReply;
import io.interleave.engine.pool.Tasks;
import io.interleave.model.KnobText;
import io.interleave.model.Scenario;
import io.interleave.model.ScenarioReader;
import io.interleave.model.Settings;
import io.interleave.model.UnitGroup;
import io.interleave.trace.RawValue;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The tasks of a scenario in a worker process: the same steps, compiled by the same compiler, run by a unit
/// that records nothing itself: the engine does, when it is told.
final class TaskPrograms implements Tasks {

    private final Texts texts = new Texts();
    private final Groups groups;
    private final Unit unit;

    /// @param start as {@link WorkerLaunch} says it
    /// @param witness is told what happens in a task
    TaskPrograms(List<String> start, Consumer<Happening> witness) {
        var scenario = ScenarioReader.read(start.get(0))
                .scenario()
                .orElseThrow(() -> new IllegalArgumentException("the scenario cannot be read by its own worker"));
        var knobs = new Knobs(scenario, settings(scenario, start.subList(3, start.size())), texts);
        var memory = new Memory(scenario, knobs, texts);
        var steps = new StepNumbers(scenario);
        groups = new Groups(scenario, new ExpressionCompiler(knobs, texts, Map.of()));
        for (var group : groups.all()) {
            if (group.model.kind() instanceof UnitGroup.Task) {
                group.compiled(StepCompiler.compile(group.model, memory, groups, knobs, texts, steps::of));
            }
        }
        var directory = Path.of(start.get(1));
        var crew = new Crew(
                groups,
                Work.measured(Double.parseDouble(start.get(2))),
                new InputOutput(directory),
                new Processes(scenario, knobs, texts, false, directory),
                new Chronicle(Optional.empty()),
                new Crew.Listener() {
                    @Override
                    public void quiet() {
                        throw new IllegalStateException("nobody was ever started");
                    }

                    @Override
                    public void failed(Unit failing, int line, String message) {
                        throw new IllegalStateException("a task's failure is its reply");
                    }
                });
        unit = new Unit(0, "task", true, 1, Program.NONE, crew, Optional.empty());
        unit.isSeenBy(witness);
    }

    private static Settings settings(Scenario scenario, List<String> namesAndValues) {
        var settings = Settings.of(scenario);
        for (int i = 0; i + 1 < namesAndValues.size(); i += 2) {
            var name = namesAndValues.get(i);
            var knob = scenario.knob(name).orElseThrow(() -> new IllegalArgumentException("no knob " + name));
            if (KnobText.parse(knob, namesAndValues.get(i + 1)) instanceof KnobText.Accepted(var value)) {
                settings = settings.with(name, value);
            }
        }
        return settings;
    }

    @Override
    public TaskReply run(TaskCall call) {
        var group = groups.find(call.task()).filter(it -> it.model.kind() instanceof UnitGroup.Task);
        if (group.isEmpty()) {
            return new TaskReply.Failure(0, "there is no task '" + call.task() + "'");
        }
        var type = ((UnitGroup.Task) group.get().model.kind()).of();
        if (Arrays.stream(call.arguments()).anyMatch(it -> it == null || it.type() != type)) {
            return new TaskReply.Failure(0, "task '%s' takes %s".formatted(call.task(), type.words()));
        }
        int line = group.get().model.place().line();
        try {
            var arguments = Arrays.stream(call.arguments())
                    .mapToLong(it -> RawValue.of(it, texts::number))
                    .toArray();
            long result = new TaskOrder(group.get(), arguments, 0).run(unit, _ -> {});
            return new TaskReply.Result(RawValue.value(type, result, texts::text));
        } catch (UnitFailed reason) {
            return new TaskReply.Failure(reason.place().line(), reason.getMessage());
        } catch (Unwind reason) {
            return new TaskReply.Failure(line, "it was ended: " + reason.reason);
        } catch (StackOverflowError _) {
            return new TaskReply.Failure(line, "it found no room left on its stack");
        }
    }
}
