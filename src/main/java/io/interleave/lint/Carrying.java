package io.interleave.lint;

import io.interleave.model.Step;
import java.util.IdentityHashMap;
import java.util.Map;

/// At which steps a coroutine gives up its carrier, so that others of its loop may run.
final class Carrying {

    private final Map<Step, Boolean> known = new IdentityHashMap<>();

    /// Whether it does at any step within this one.
    boolean givesUp(Step around) {
        var before = known.get(around);
        if (before != null) {
            return before;
        }
        boolean gives =
                around.bodies().stream().anyMatch(body -> body.stream().anyMatch(it -> waits(it) || givesUp(it)));
        known.put(around, gives);
        return gives;
    }

    /// Whether the step waits, or may. Of locks only those that nobody else has are not waited for; that they count
    /// here all the same makes hints rarer.
    static boolean waits(Step step) {
        return switch (step) {
            case Step.Sleep _, Step.Await _, Step.Pause _, Step.Gather _, Step.MapTasks _, Step.Shutdown _ -> true;
            case Step.Put _, Step.Take _, Step.Drain _, Step.Communicate _, Step.ReadLine _, Step.Yield _ -> true;
            case Step.Hold _, Step.Acquire _, Step.Submit _, Step.Next _ -> true;
            case Step.Io it -> it.medium() == Step.Io.Medium.SOCKET;
            case Step.Repeat _, Step.ForEach _, Step.While _, Step.If _, Step.Forever _ -> false;
            case Step.Compute _, Step.Kernelled _, Step.Log _, Step.Check _, Step.Fail _, Step.Let _ -> false;
            case Step.ReadClock _, Step.Read _, Step.Write _, Step.Increment _, Step.Update _ -> false;
            case Step.CompareAndSet _, Step.Release _, Step.Signal _, Step.Clear _, Step.CountDown _ -> false;
            case Step.Arrive _, Step.Register _, Step.Deregister _, Step.TaskDone _, Step.Close _ -> false;
            case Step.Start _, Step.Poll _, Step.Cancel _, Step.Kill _, Step.KillWorker _, Step.WriteLine _ -> false;
            case Step.Return _ -> false;
        };
    }

    static boolean isLoop(Step step) {
        return switch (step) {
            case Step.Repeat _, Step.ForEach _, Step.While _, Step.Forever _, Step.Drain _ -> true;
            default -> false;
        };
    }
}
