package io.interleave.engine;

import io.interleave.engine.ExpressionCompiler.Local;
import io.interleave.model.Scenario;
import io.interleave.model.Step;
import io.interleave.model.UnitGroup;
import io.interleave.model.UnitGroup.Process.Output;
import io.interleave.model.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the units of a process group execute, compiled.
///
/// @param feeder the group whose output they are fed with
/// @param output what becomes of what they print; where a step reads it, it is read
/// @param isWritten whether a step gives them input
/// @param feeds whether another group is fed with what they print
record ProcessHead(
        UnitGroup group,
        List<StepCompiler.Text> command,
        Map<String, StepCompiler.Text> environment,
        Optional<StepCompiler.Text> directory,
        Optional<String> feeder,
        Output output,
        boolean isWritten,
        boolean feeds) {

    /// The command of one unit.
    ///
    /// @param environment added to that of this program
    /// @param directory within that of the run
    record Call(List<String> arguments, Map<String, String> environment, Optional<String> directory) {}

    static ProcessHead of(UnitGroup group, UnitGroup.Process process, Scenario scenario, Knobs knobs, Texts texts) {
        var expressions = new ExpressionCompiler(
                knobs, texts, Map.of(UnitGroup.INDEX, new Local(StepCompiler.INDEX_SLOT, Value.Type.WHOLE)));
        var environment = new LinkedHashMap<String, StepCompiler.Text>();
        process.environment()
                .forEach((name, value) -> environment.put(name, Templates.compile(value, expressions, texts)));
        var used = new Use(group.name());
        scenario.units().forEach(it -> used.look(it.steps()));
        return new ProcessHead(
                group,
                process.command().stream()
                        .map(it -> Templates.compile(it, expressions, texts))
                        .toList(),
                environment,
                process.directory().map(it -> Templates.compile(it, expressions, texts)),
                process.input(),
                used.read && process.output() == Output.SHOW ? Output.READ : process.output(),
                used.written,
                scenario.units().stream().anyMatch(it -> isFedBy(it, group.name())));
    }

    private static boolean isFedBy(UnitGroup group, String feeder) {
        return group.kind() instanceof UnitGroup.Process process
                && process.input().filter(feeder::equals).isPresent();
    }

    /// @param index of the unit, from 1
    /// @throws UnitFailed if an expression cannot be evaluated
    Call call(long index) {
        var locals = new long[] {index};
        var values = new HashMap<String, String>();
        environment.forEach((name, value) -> values.put(name, value.of(locals)));
        return new Call(command.stream().map(it -> it.of(locals)).toList(), values, directory.map(it -> it.of(locals)));
    }

    /// What steps do with a group.
    private static final class Use {

        private final String group;
        private boolean read;
        private boolean written;

        Use(String group) {
            this.group = group;
        }

        void look(List<Step> steps) {
            for (var step : steps) {
                if (step instanceof Step.ReadLine it) {
                    read |= it.process().name().equals(group);
                } else if (step instanceof Step.WriteLine it) {
                    written |= it.process().name().equals(group);
                } else if (step instanceof Step.Close it) {
                    written |= it.target().name().equals(group);
                } else if (step instanceof Step.Communicate it
                        && it.process().name().equals(group)) {
                    written |= it.input().isPresent();
                    read |= it.into().isPresent();
                }
                step.bodies().forEach(this::look);
            }
        }
    }
}
