package io.interleave.code;

import io.interleave.model.Resource;
import io.interleave.model.Scenario;
import io.interleave.model.Step;
import io.interleave.model.UnitGroup;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Who does what with what in a scenario, as far as it decides what a thing becomes in Python: a lock that
/// coroutines wait for is another one than a lock that threads wait for.
final class PythonUses {

    /// On what steps run.
    enum Side {
        /// Threads, workers of pools, and whoever resumes a generator.
        THREADS,
        /// The event loop.
        LOOP
    }

    private final Scenario scenario;
    private final Map<String, Set<Side>> waiting = new HashMap<>();
    private final Set<String> closed = new HashSet<>();
    private final boolean printSeveral;

    PythonUses(Scenario scenario) {
        this.scenario = scenario;
        for (var group : scenario.units()) {
            for (var side : sides(group)) {
                StepContents.all(group.steps()).forEach(it -> note(it, side));
            }
        }
        // Once, since each line that is printed asks.
        printSeveral = doSeveral(Step.Log.class::isInstance);
    }

    private void note(Step step, Side side) {
        switch (step) {
            case Step.Hold it -> waits(it.lock().name(), side);
            case Step.Acquire it -> waits(it.lock().name(), side);
            case Step.Await it -> waits(it.target().name(), side);
            case Step.Put it -> waits(it.queue().name(), side);
            case Step.Take it -> waits(it.queue().name(), side);
            case Step.Drain it -> waits(it.queue().name(), side);
            case Step.Close it -> closed.add(it.target().name());
            case Step.Repeat _, Step.ForEach _, Step.While _, Step.If _, Step.Forever _, Step.Compute _ -> {}
            case Step.Kernelled _, Step.Sleep _, Step.Io _, Step.Log _, Step.Check _, Step.Fail _ -> {}
            case Step.Let _, Step.ReadClock _, Step.Read _, Step.Write _, Step.Increment _, Step.Update _ -> {}
            case Step.CompareAndSet _,
                    Step.Release _,
                    Step.Signal _,
                    Step.Clear _,
                    Step.CountDown _,
                    Step.Arrive _ -> {}
            case Step.Register _, Step.Deregister _, Step.TaskDone _, Step.Start _, Step.Poll _, Step.Cancel _ -> {}
            case Step.Kill _,
                    Step.KillWorker _,
                    Step.Communicate _,
                    Step.WriteLine _,
                    Step.ReadLine _,
                    Step.Pause _ -> {}
            case Step.Gather _, Step.Yield _, Step.Next _, Step.Submit _, Step.MapTasks _, Step.Shutdown _ -> {}
            case Step.Return _ -> {}
        }
    }

    private void waits(String name, Side side) {
        waiting.computeIfAbsent(lockOf(name), _ -> EnumSet.noneOf(Side.class)).add(side);
    }

    /// Of a condition its lock: they are of one kind, always.
    private String lockOf(String name) {
        return scenario.resource(name)
                .filter(Resource.Condition.class::isInstance)
                .map(it -> ((Resource.Condition) it).lock())
                .orElse(name);
    }

    /// Where the steps of a group run.
    Set<Side> sides(UnitGroup group) {
        return switch (group.kind()) {
            case UnitGroup.Thread _, UnitGroup.Generator _ -> Set.of(Side.THREADS);
            case UnitGroup.Coroutine _ -> Set.of(Side.LOOP);
            case UnitGroup.Process _ -> Set.of();
            case UnitGroup.Task _ -> {
                var sides = EnumSet.noneOf(Side.class);
                pools(group.name())
                        .forEach(it -> sides.add(it.kind() == Resource.Pool.Kind.COROUTINE ? Side.LOOP : Side.THREADS));
                yield sides.isEmpty() ? Set.of(Side.THREADS) : sides;
            }
        };
    }

    /// The pools that a task is handed to.
    Stream<Resource.Pool> pools(String task) {
        return scenario.units().stream()
                .flatMap(it -> StepContents.all(it.steps()))
                .flatMap(it -> switch (it) {
                    case Step.Submit submit when submit.task().equals(task) -> Stream.of(submit.pool());
                    case Step.MapTasks map when map.task().equals(task) -> Stream.of(map.pool());
                    default -> Stream.<String>of();
                })
                .distinct()
                .flatMap(it -> scenario.resource(it).stream())
                .filter(Resource.Pool.class::isInstance)
                .map(Resource.Pool.class::cast);
    }

    /// Whether coroutines wait for a resource, and nobody else does.
    boolean isOfLoop(String resource) {
        return waiting.getOrDefault(lockOf(resource), Set.of()).equals(Set.of(Side.LOOP));
    }

    /// Whether both wait for it, threads and coroutines.
    boolean isOfBoth(String resource) {
        return waiting.getOrDefault(lockOf(resource), Set.of()).size() == 2;
    }

    boolean isClosed(String queue) {
        return closed.contains(queue);
    }

    /// Whether some writes of a variable are indivisible: then all must be.
    boolean isUpdated(String variable) {
        return steps().anyMatch(it -> switch (it) {
            case Step.Update update -> update.variable().name().equals(variable);
            case Step.CompareAndSet set -> set.variable().name().equals(variable);
            default -> false;
        });
    }

    /// Whether several that do not run in turn anyway write a variable.
    boolean isContended(String variable) {
        return doSeveral(it -> writes(it, variable));
    }

    /// Whether several that do not run in turn anyway print lines.
    boolean printSeveral() {
        return printSeveral;
    }

    /// Whether several that do not run in turn anyway take such steps.
    private boolean doSeveral(Predicate<Step> such) {
        var groups = scenario.units().stream()
                .filter(it -> StepContents.all(it.steps()).anyMatch(such))
                .toList();
        boolean onLoop = groups.stream().allMatch(it -> sides(it).equals(Set.of(Side.LOOP)));
        boolean one = groups.size() == 1 && isOne(groups.getFirst());
        return !onLoop && !one;
    }

    private static boolean writes(Step step, String variable) {
        return switch (step) {
            case Step.Write it -> it.variable().name().equals(variable);
            case Step.Increment it -> it.variable().name().equals(variable);
            case Step.Update it -> it.variable().name().equals(variable);
            case Step.CompareAndSet it -> it.variable().name().equals(variable);
            case Step.Repeat _, Step.ForEach _, Step.Drain _, Step.While _, Step.If _, Step.Forever _ -> false;
            case Step.Compute _, Step.Kernelled _, Step.Sleep _, Step.Io _, Step.Log _, Step.Check _ -> false;
            case Step.Fail _, Step.Let _, Step.ReadClock _, Step.Read _, Step.Hold _, Step.Acquire _ -> false;
            case Step.Release _, Step.Await _, Step.Signal _, Step.Clear _, Step.CountDown _, Step.Arrive _ -> false;
            case Step.Register _, Step.Deregister _, Step.Put _, Step.Take _, Step.TaskDone _, Step.Close _ -> false;
            case Step.Start _, Step.Poll _, Step.Cancel _, Step.Kill _, Step.KillWorker _, Step.Communicate _ -> false;
            case Step.WriteLine _, Step.ReadLine _, Step.Pause _, Step.Gather _, Step.Yield _, Step.Next _ -> false;
            case Step.Submit _, Step.MapTasks _, Step.Shutdown _, Step.Return _ -> false;
        };
    }

    private static boolean isOne(UnitGroup group) {
        return group.count().equals(Resource.ONE) && !group.manual() && !(group.kind() instanceof UnitGroup.Task);
    }

    /// Whether anything indivisible needs a lock for that.
    boolean hasAtomics() {
        return steps().anyMatch(it -> switch (it) {
            case Step.Update update -> isContended(update.variable().name());
            case Step.CompareAndSet set -> isContended(set.variable().name());
            default -> false;
        });
    }

    /// Whether anything runs on an event loop.
    boolean hasLoop() {
        return scenario.units().stream().anyMatch(it -> it.kind() instanceof UnitGroup.Coroutine)
                || scenario.resources().stream()
                        .anyMatch(
                                it -> it instanceof Resource.Pool pool && pool.kind() == Resource.Pool.Kind.COROUTINE);
    }

    boolean hasThreads() {
        return scenario.units().stream().anyMatch(it -> it.kind() instanceof UnitGroup.Thread);
    }

    /// Whether everything runs on the event loop, so that the loop is the main thread's.
    boolean isAsync() {
        return hasLoop() && !hasThreads() && scenario.resources().stream().noneMatch(Resource.Pool.class::isInstance);
    }

    /// The steps of all units.
    Stream<Step> steps() {
        return scenario.units().stream().flatMap(it -> StepContents.all(it.steps()));
    }

    <S extends Step> Stream<S> steps(Class<S> kind) {
        return steps().filter(kind::isInstance).map(kind::cast);
    }

    /// Whether a unit could fail on purpose, or for want of an `else`.
    boolean mayFail() {
        return steps().anyMatch(this::mayFail);
    }

    boolean mayFail(Step step) {
        return switch (step) {
            case Step.Check _, Step.Fail _ -> true;
            case Step.Hold hold ->
                fails(hold.waiting().timeout().isPresent(), hold.waiting().otherwise());
            case Step.Acquire acquire ->
                fails(acquire.waiting().timeout().isPresent(), acquire.waiting().otherwise());
            case Step.Await await ->
                fails(await.waiting().timeout().isPresent(), await.waiting().otherwise());
            case Step.Put put ->
                fails(isClosed(put.queue().name()), put.waiting().otherwise());
            case Step.Take take ->
                fails(isClosed(take.queue().name()), take.waiting().otherwise());
            case Step.Next next -> fails(true, next.atEnd());
            case Step.Submit submit -> fails(true, submit.rejected());
            case Step.MapTasks map ->
                fails(map.waiting().timeout().isPresent(), map.waiting().otherwise());
            case Step.ReadLine read -> fails(true, read.waiting().otherwise());
            case Step.Communicate talk ->
                fails(talk.waiting().timeout().isPresent(), talk.waiting().otherwise());
            case Step.Gather gather ->
                fails(gather.waiting().timeout().isPresent(), gather.waiting().otherwise());
            case Step.Repeat _, Step.ForEach _, Step.Drain _, Step.While _, Step.If _, Step.Forever _ -> false;
            case Step.Compute _, Step.Kernelled _, Step.Sleep _, Step.Io _, Step.Log _, Step.Let _ -> false;
            case Step.ReadClock _, Step.Read _, Step.Write _, Step.Increment _, Step.Update _, Step.CompareAndSet _ ->
                false;
            case Step.Release _, Step.Signal _, Step.Clear _, Step.CountDown _, Step.Arrive _, Step.Register _ -> false;
            case Step.Deregister _, Step.TaskDone _, Step.Close _, Step.Start _, Step.Poll _, Step.Cancel _ -> false;
            case Step.Kill _, Step.KillWorker _, Step.WriteLine _, Step.Pause _, Step.Yield _, Step.Shutdown _ -> false;
            case Step.Return _ -> false;
        };
    }

    private static boolean fails(boolean can, Optional<List<Step>> otherwise) {
        return can && otherwise.isEmpty();
    }
}
