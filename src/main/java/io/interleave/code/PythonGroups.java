package io.interleave.code;

import io.interleave.model.Resource;
import io.interleave.model.Step;
import io.interleave.model.UnitGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// How the program finds the units of a group again, where a step says something of them.
final class PythonGroups {

    /// Where the child processes of a group are kept.
    enum Keeping {
        /// One, in a local of the only function that has to do with it.
        ONE,
        /// All, in a list that is a local of the only function that has to do with them.
        LIST,
        /// All that were ever started, in a list for everybody.
        ALL
    }

    private final PythonProgram program;
    private final Map<String, Keeping> keepings = new HashMap<>();

    PythonGroups(PythonProgram program) {
        this.program = program;
    }

    /// What holds the units of a group: a list, or of one generator or child process itself.
    String units(String group) {
        var it = program.group(group);
        var name = program.names.of(group);
        return switch (it.kind()) {
            case UnitGroup.Thread _ -> program.names.another(name + "_threads");
            case UnitGroup.Coroutine _, UnitGroup.Task _ -> program.names.another(name + "_tasks");
            case UnitGroup.Generator _ -> program.names.another(name + (isOne(it) ? "_gen" : "_gens"));
            case UnitGroup.Process _ -> name;
        };
    }

    /// The function that starts more of them.
    String starter(String group) {
        return program.names.another("start_" + program.names.of(group));
    }

    static boolean isOne(UnitGroup group) {
        return group.count().equals(Resource.ONE);
    }

    /// Whether any step says something of the units of this group.
    boolean isReferred(String group) {
        return program.uses.steps().flatMap(PythonGroups::referred).anyMatch(group::equals);
    }

    static Stream<String> referred(Step step) {
        return switch (step) {
            case Step.Start it -> Stream.of(it.group());
            case Step.Await it -> Stream.of(it.target().name());
            case Step.Poll it -> Stream.of(it.group());
            case Step.Cancel it -> Stream.of(it.group());
            case Step.Gather it -> it.groups().stream();
            case Step.Kill it -> Stream.of(it.group());
            case Step.Communicate it -> Stream.of(it.process().name());
            case Step.WriteLine it -> Stream.of(it.process().name());
            case Step.ReadLine it -> Stream.of(it.process().name());
            case Step.Close it -> Stream.of(it.target().name());
            case Step.Repeat _, Step.ForEach _, Step.Drain _, Step.While _, Step.If _, Step.Forever _ -> Stream.empty();
            case Step.Compute _, Step.Kernelled _, Step.Sleep _, Step.Io _, Step.Log _, Step.Check _ -> Stream.empty();
            case Step.Fail _, Step.Let _, Step.ReadClock _, Step.Read _, Step.Write _, Step.Increment _ ->
                Stream.empty();
            case Step.Update _, Step.CompareAndSet _, Step.Hold _, Step.Acquire _, Step.Release _, Step.Signal _ ->
                Stream.empty();
            case Step.Clear _, Step.CountDown _, Step.Arrive _, Step.Register _, Step.Deregister _, Step.Put _ ->
                Stream.empty();
            case Step.Take _, Step.TaskDone _, Step.KillWorker _, Step.Pause _, Step.Yield _, Step.Next _ ->
                Stream.empty();
            case Step.Submit _, Step.MapTasks _, Step.Shutdown _, Step.Return _ -> Stream.empty();
        };
    }

    boolean isCancelled(String group) {
        return program.uses.steps(Step.Cancel.class).anyMatch(it -> it.group().equals(group));
    }

    /// Whether a child's output feeds another one, which starts it as well.
    boolean isFeeder(String group) {
        return program.scenario.units().stream()
                .anyMatch(it -> it.kind() instanceof UnitGroup.Process process
                        && process.input().filter(group::equals).isPresent());
    }

    /// A group of children and those that feed it, the first of them first.
    List<UnitGroup> chain(UnitGroup group) {
        var chain = new ArrayList<UnitGroup>();
        var it = group;
        while (true) {
            chain.addFirst(it);
            var feeder = ((UnitGroup.Process) it.kind()).input();
            if (feeder.isEmpty()) {
                return chain;
            }
            it = program.group(feeder.get());
        }
    }

    /// How the children of a group are kept, and with it those that feed it or are fed by it.
    Keeping keeping(String group) {
        return keepings.computeIfAbsent(group, it -> decide(last(program.group(it))));
    }

    private UnitGroup last(UnitGroup group) {
        return program.scenario.units().stream()
                .filter(it -> it.kind() instanceof UnitGroup.Process process
                        && process.input().filter(group.name()::equals).isPresent())
                .findFirst()
                .map(this::last)
                .orElse(group);
    }

    private Keeping decide(UnitGroup group) {
        var chain = chain(group);
        var names = new HashSet<String>();
        chain.forEach(it -> names.add(it.name()));
        var owners = program.scenario.units().stream()
                .filter(it -> StepContents.all(it.steps())
                        .flatMap(PythonGroups::referred)
                        .anyMatch(names::contains))
                .toList();
        if (!group.manual() || owners.size() != 1) {
            return Keeping.ALL;
        }
        var owner = owners.getFirst();
        var starts = StepContents.all(owner.steps())
                .filter(it -> it instanceof Step.Start || it instanceof Step.Gather)
                .filter(it -> referred(it).anyMatch(names::contains))
                .toList();
        boolean awaited = StepContents.all(owner.steps())
                .anyMatch(it -> it instanceof Step.Communicate talk
                                && talk.process().name().equals(group.name())
                        || it instanceof Step.Await await
                                && await.target().name().equals(group.name()));
        boolean alone = isOne(owner)
                && owner.kind() instanceof UnitGroup.Thread
                && starts.stream().allMatch(Step.Start.class::isInstance)
                && awaited;
        if (!alone || mostStarts(owner.steps(), names) != 1) {
            return Keeping.ALL;
        }
        if (chain.stream().allMatch(PythonGroups::isOne)) {
            return chain.stream().anyMatch(PythonGroups::mentionsIndex) ? Keeping.ALL : Keeping.ONE;
        }
        boolean again = starts.stream().anyMatch(it -> isInLoop(owner.steps(), it, false));
        return again || chain.size() > 1 ? Keeping.ALL : Keeping.LIST;
    }

    /// Whether a function of its own starts such a child, for more than one step does.
    boolean hasStarter(UnitGroup group) {
        return keeping(group.name()) == Keeping.ONE
                && chain(group).size() == 1
                && !isFeeder(group.name())
                && program.uses
                                .steps(Step.Start.class)
                                .filter(it -> it.group().equals(group.name()))
                                .count()
                        > 1;
    }

    /// How many of these groups may have been started at most, and not been waited for since, on any way through
    /// the steps; of a loop it is told no more than that it is more than one.
    private static int mostStarts(List<Step> steps, Set<String> names) {
        int most = 0;
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            if (step instanceof Step.Start start && names.contains(start.group())) {
                most++;
            } else if (step instanceof Step.If) {
                most += step.bodies().stream()
                        .mapToInt(it -> mostStarts(it, names))
                        .max()
                        .orElse(0);
            } else {
                int within = step.bodies().stream()
                        .mapToInt(it -> mostStarts(it, names))
                        .sum();
                boolean inTurn = step.bodies().stream().allMatch(it -> areAwaitedInTurn(it, names));
                most += isLoop(step) && !inTurn ? 2 * within : within;
            }
        }
        return most;
    }

    /// Whether what a loop starts it also waits for, before it starts it again.
    private static boolean areAwaitedInTurn(List<Step> steps, Set<String> names) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof Step.Start start && names.contains(start.group())) {
                boolean awaited = steps.stream()
                        .skip(i)
                        .anyMatch(it -> it instanceof Step.Await await
                                && await.waiting().timeout().isEmpty()
                                && names.contains(await.target().name()));
                if (!awaited) {
                    return false;
                }
            }
            if (!steps.get(i).bodies().stream().allMatch(it -> areAwaitedInTurn(it, names))) {
                return false;
            }
        }
        return true;
    }

    static boolean mentionsIndex(UnitGroup group) {
        return group.kind() instanceof UnitGroup.Process process
                && Stream.of(
                                process.command().stream(),
                                process.environment().values().stream(),
                                process.directory().stream())
                        .flatMap(it -> it)
                        .flatMap(StepContents::holes)
                        .flatMap(StepContents::names)
                        .anyMatch(UnitGroup.INDEX::equals);
    }

    private static boolean isInLoop(List<Step> steps, Step wanted, boolean within) {
        return steps.stream()
                .anyMatch(it -> it == wanted && within
                        || it.bodies().stream().anyMatch(body -> isInLoop(body, wanted, within || isLoop(it))));
    }

    private static boolean isLoop(Step step) {
        return step instanceof Step.Repeat
                || step instanceof Step.ForEach
                || step instanceof Step.Drain
                || step instanceof Step.While
                || step instanceof Step.Forever;
    }

    /// Whether whoever starts units of this group waits for their end soon after, for as long as it takes.
    boolean isAlwaysAwaited(String group) {
        return program.scenario.units().stream().allMatch(it -> areAwaited(it.steps(), group));
    }

    private static boolean areAwaited(List<Step> steps, String group) {
        for (int i = 0; i < steps.size(); i++) {
            boolean starts =
                    steps.get(i) instanceof Step.Start start && start.group().equals(group)
                            || steps.get(i) instanceof Step.Gather gather
                                    && gather.groups().contains(group)
                                    && gather.waiting().timeout().isPresent();
            boolean awaited = steps.stream()
                    .skip(i)
                    .anyMatch(it -> it instanceof Step.Await await
                            && await.target().name().equals(group)
                            && await.target().at().isEmpty()
                            && await.waiting().timeout().isEmpty());
            if (starts && !awaited || !steps.get(i).bodies().stream().allMatch(it -> areAwaited(it, group))) {
                return false;
            }
        }
        return true;
    }

    /// The groups that the run starts, such that those of which steps say something come before those whose steps
    /// do, as far as they do not do so in turn.
    List<UnitGroup> inOrderOfStart() {
        var order = new ArrayList<UnitGroup>();
        program.scenario.units().forEach(it -> place(it, order, new HashSet<>()));
        return order.stream().filter(it -> !it.manual()).toList();
    }

    private void place(UnitGroup group, List<UnitGroup> order, Set<String> under) {
        if (order.contains(group) || !under.add(group.name())) {
            return;
        }
        StepContents.all(group.steps())
                .flatMap(PythonGroups::referred)
                .filter(program::isGroup)
                .map(program::group)
                .forEach(it -> place(it, order, under));
        order.add(group);
    }

    /// Whether the steps of a group use the number of their unit.
    static boolean isNumbered(UnitGroup group) {
        return StepContents.mention(group.steps(), UnitGroup.INDEX)
                || group.kind() instanceof UnitGroup.Thread thread
                        && thread.core().stream().flatMap(StepContents::names).anyMatch(UnitGroup.INDEX::equals);
    }

    /// The units of a group as what a comprehension runs over.
    String numbers(UnitGroup group) {
        return isNumbered(group)
                ? "for index in " + program.overKnobs().range(Resource.ONE, group.count())
                : "for _ in range(" + program.overKnobs().of(group.count()) + ")";
    }
}
