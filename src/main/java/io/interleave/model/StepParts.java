package io.interleave.model;

import java.util.List;
import java.util.Optional;

/// What steps of different kinds have in common: what they act on, how long they wait, and where their result goes.
public final class StepParts {

    private StepParts() {}

    /// The resource, process or generator that a step names with a place of its own.
    public static Optional<Target> target(Step step) {
        return switch (step) {
            case Step.Drain it -> Optional.of(it.queue());
            case Step.Read it -> Optional.of(it.variable());
            case Step.Write it -> Optional.of(it.variable());
            case Step.Increment it -> Optional.of(it.variable());
            case Step.Update it -> Optional.of(it.variable());
            case Step.CompareAndSet it -> Optional.of(it.variable());
            case Step.Hold it -> Optional.of(it.lock());
            case Step.Acquire it -> Optional.of(it.lock());
            case Step.Release it -> Optional.of(it.lock());
            case Step.Await it -> Optional.of(it.target());
            case Step.Signal it -> Optional.of(it.target());
            case Step.Clear it -> Optional.of(it.event());
            case Step.CountDown it -> Optional.of(it.latch());
            case Step.Arrive it -> Optional.of(it.phaser());
            case Step.Register it -> Optional.of(it.phaser());
            case Step.Deregister it -> Optional.of(it.phaser());
            case Step.Put it -> Optional.of(it.queue());
            case Step.Take it -> Optional.of(it.queue());
            case Step.TaskDone it -> Optional.of(it.queue());
            case Step.Close it -> Optional.of(it.target());
            case Step.Communicate it -> Optional.of(it.process());
            case Step.WriteLine it -> Optional.of(it.process());
            case Step.ReadLine it -> Optional.of(it.process());
            case Step.Next it -> Optional.of(it.generator());
            case Step.Repeat _, Step.ForEach _, Step.While _, Step.If _, Step.Forever _ -> Optional.empty();
            case Step.Compute _, Step.Kernelled _, Step.Sleep _, Step.Io _, Step.Log _, Step.Check _, Step.Fail _ ->
                Optional.empty();
            case Step.Let _, Step.ReadClock _, Step.Pause _, Step.Yield _, Step.Return _ -> Optional.empty();
            case Step.Start _, Step.Poll _, Step.Cancel _, Step.Kill _, Step.KillWorker _, Step.Gather _ ->
                Optional.empty();
            case Step.Submit _, Step.MapTasks _, Step.Shutdown _ -> Optional.empty();
        };
    }

    /// All that a step names: resources, groups of units and tasks.
    public static List<String> names(Step step) {
        return switch (step) {
            case Step.Start it -> List.of(it.group());
            case Step.Poll it -> List.of(it.group());
            case Step.Cancel it -> List.of(it.group());
            case Step.Kill it -> List.of(it.group());
            case Step.KillWorker it -> List.of(it.pool());
            case Step.Gather it -> it.groups();
            case Step.Submit it -> List.of(it.pool(), it.task());
            case Step.MapTasks it -> List.of(it.pool(), it.task());
            case Step.Shutdown it -> List.of(it.pool());
            case Step.Repeat _, Step.ForEach _, Step.While _, Step.If _, Step.Forever _, Step.Compute _ -> List.of();
            case Step.Kernelled _, Step.Sleep _, Step.Io _, Step.Log _, Step.Check _, Step.Fail _ -> List.of();
            case Step.Let _, Step.ReadClock _, Step.Pause _, Step.Yield _, Step.Return _ -> List.of();
            case Step.Drain _, Step.Read _, Step.Write _, Step.Increment _, Step.Update _, Step.CompareAndSet _ ->
                one(step);
            case Step.Hold _, Step.Acquire _, Step.Release _, Step.Await _, Step.Signal _, Step.Clear _ -> one(step);
            case Step.CountDown _, Step.Arrive _, Step.Register _, Step.Deregister _, Step.Put _, Step.Take _ ->
                one(step);
            case Step.TaskDone _, Step.Close _, Step.Communicate _, Step.WriteLine _, Step.ReadLine _, Step.Next _ ->
                one(step);
        };
    }

    private static List<String> one(Step step) {
        return target(step).stream().map(Target::name).toList();
    }

    /// How long a step waits; nothing of one that never does, or for as long as it says.
    public static Optional<Waiting> waiting(Step step) {
        return switch (step) {
            case Step.Hold it -> Optional.of(it.waiting());
            case Step.Acquire it -> Optional.of(it.waiting());
            case Step.Await it -> Optional.of(it.waiting());
            case Step.Put it -> Optional.of(it.waiting());
            case Step.Take it -> Optional.of(it.waiting());
            case Step.Communicate it -> Optional.of(it.waiting());
            case Step.ReadLine it -> Optional.of(it.waiting());
            case Step.Gather it -> Optional.of(it.waiting());
            case Step.MapTasks it -> Optional.of(it.waiting());
            case Step.Repeat _, Step.ForEach _, Step.Drain _, Step.While _, Step.If _, Step.Forever _ ->
                Optional.empty();
            case Step.Compute _, Step.Kernelled _, Step.Sleep _, Step.Io _, Step.Log _, Step.Check _, Step.Fail _ ->
                Optional.empty();
            case Step.Let _, Step.ReadClock _, Step.Read _, Step.Write _, Step.Increment _, Step.Update _ ->
                Optional.empty();
            case Step.CompareAndSet _, Step.Release _, Step.Signal _, Step.Clear _, Step.CountDown _ ->
                Optional.empty();
            case Step.Arrive _, Step.Register _, Step.Deregister _, Step.TaskDone _, Step.Close _ -> Optional.empty();
            case Step.Start _, Step.Poll _, Step.Cancel _, Step.Kill _, Step.KillWorker _, Step.WriteLine _ ->
                Optional.empty();
            case Step.Pause _, Step.Yield _, Step.Next _, Step.Submit _, Step.Shutdown _, Step.Return _ ->
                Optional.empty();
        };
    }

    /// Whether the step waits, if it does, for as long as it takes.
    public static boolean isForEver(Step step) {
        return waiting(step).flatMap(Waiting::timeout).isEmpty();
    }

    /// The local that a step gives a value to.
    public static Optional<String> local(Step step) {
        return switch (step) {
            case Step.ForEach it -> Optional.of(it.local());
            case Step.Drain it -> Optional.of(it.local());
            case Step.Kernelled it -> it.into();
            case Step.Let it -> Optional.of(it.local());
            case Step.ReadClock it -> Optional.of(it.local());
            case Step.Read it -> Optional.of(it.local());
            case Step.CompareAndSet it -> it.into();
            case Step.Await it -> it.into();
            case Step.Take it -> Optional.of(it.into());
            case Step.Poll it -> Optional.of(it.into());
            case Step.Communicate it -> it.into();
            case Step.ReadLine it -> Optional.of(it.into());
            case Step.Yield it -> it.into();
            case Step.Next it -> it.into();
            case Step.Submit it -> it.into();
            case Step.MapTasks it -> it.into();
            case Step.Repeat _, Step.While _, Step.If _, Step.Forever _, Step.Compute _, Step.Sleep _ ->
                Optional.empty();
            case Step.Io _, Step.Log _, Step.Check _, Step.Fail _, Step.Write _, Step.Increment _ -> Optional.empty();
            case Step.Update _, Step.Hold _, Step.Acquire _, Step.Release _, Step.Signal _ -> Optional.empty();
            case Step.Clear _, Step.CountDown _, Step.Arrive _, Step.Register _, Step.Deregister _ -> Optional.empty();
            case Step.Put _, Step.TaskDone _, Step.Close _, Step.Start _, Step.Cancel _ -> Optional.empty();
            case Step.Kill _, Step.KillWorker _, Step.WriteLine _, Step.Pause _, Step.Gather _ -> Optional.empty();
            case Step.Shutdown _, Step.Return _ -> Optional.empty();
        };
    }
}
