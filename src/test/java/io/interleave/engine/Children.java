package io.interleave.engine;

import io.interleave.model.Expr;
import io.interleave.model.Place;
import io.interleave.model.Scenario;
import io.interleave.model.Settings;
import io.interleave.model.Step;
import io.interleave.model.Target;
import io.interleave.model.Template;
import io.interleave.model.UnitGroup;
import io.interleave.model.UnitGroup.Process.Output;
import io.interleave.model.Value;
import io.interleave.model.Waiting;
import io.interleave.testkit.ReadTrace;
import io.interleave.trace.CoreSource;
import io.interleave.trace.TraceWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Builds scenarios with child processes, and runs them with a trace.
final class Children {

    static final Place HERE = new Place(1, 1, 1, 2);

    private final List<UnitGroup> groups = new ArrayList<>();
    private Optional<Duration> limit = Optional.empty();
    private CoreSource best = CoreSource.EXACT;
    private boolean allowed = true;

    /// What came of a run.
    record Ran(Engine.Result result, ReadTrace trace) {}

    static Expr whole(long value) {
        return new Expr.Literal(HERE, new Value.Whole(value));
    }

    static Expr time(long millis) {
        return new Expr.Literal(HERE, new Value.Time(millis * 1_000_000));
    }

    static Template text(String text) {
        return new Template(List.of(new Template.Verbatim(text)));
    }

    /// The text of a local.
    static Template local(String name) {
        return new Template(List.of(new Template.Hole(new Expr.Name(HERE, name))));
    }

    static Target target(String name) {
        return new Target(HERE, name, Optional.empty());
    }

    static Target target(String name, long at) {
        return new Target(HERE, name, Optional.of(whole(at)));
    }

    static Waiting within(long millis, Step... otherwise) {
        return new Waiting(Optional.of(time(millis)), Optional.of(List.of(otherwise)));
    }

    static Step sleep(long millis) {
        return new Step.Sleep(HERE, time(millis));
    }

    static Step log(Template text) {
        return new Step.Log(HERE, text);
    }

    Children limit(Duration time) {
        limit = Optional.of(time);
        return this;
    }

    Children best(CoreSource source) {
        best = source;
        return this;
    }

    Children notAllowed() {
        allowed = false;
        return this;
    }

    Children process(String name, int count, Output output, Optional<String> input, String... command) {
        return process(name, count, output, input, Map.of(), Optional.empty(), command);
    }

    Children process(
            String name,
            int count,
            Output output,
            Optional<String> input,
            Map<String, Template> environment,
            Optional<String> directory,
            String... command) {
        var kind = new UnitGroup.Process(
                Arrays.stream(command).map(Children::text).toList(),
                environment,
                directory.map(Children::text),
                input,
                output);
        groups.add(new UnitGroup(name, HERE, kind, whole(count), false, List.of()));
        return this;
    }

    Children shell(String name, Output output, String script) {
        return process(name, 1, output, Optional.empty(), "/bin/sh", "-c", script);
    }

    Children thread(String name, Step... steps) {
        groups.add(new UnitGroup(name, HERE, UnitGroup.Thread.PLAIN, whole(1), false, List.of(steps)));
        return this;
    }

    Engine.Setup setup(Path directory) {
        var scenario = new Scenario("Children", "", List.of(), List.of(), groups, List.of());
        return new Engine.Setup(
                "children", scenario, Settings.of(scenario), Integer.MAX_VALUE, best, limit, allowed, directory);
    }

    Engine engine(Path directory) {
        return new Engine(setup(directory), Runs.WORK, Optional.empty());
    }

    Ran run(Path directory) throws IOException {
        var file = directory.resolve("test.trace");
        Engine.Result result;
        try (var trace = TraceWriter.create(file, 64 << 20)) {
            result = new Engine(setup(directory), Runs.WORK, Optional.of(trace)).run();
        }
        return new Ran(result, ReadTrace.of(file));
    }
}
