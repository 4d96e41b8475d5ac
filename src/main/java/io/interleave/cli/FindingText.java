package io.interleave.cli;

import static io.interleave.cli.RunText.format;
import static io.interleave.cli.RunText.time;

import io.interleave.analysis.Finding;
import java.util.ArrayList;
import java.util.List;

/// Says for a person at a terminal what the analysis found. What went wrong begins with an exclamation mark.
///
/// @param start of the run, in nanoseconds of its clock
record FindingText(long start) {

    List<String> lines(Finding finding) {
        return switch (finding) {
            case Finding.UpdatesLost(var _, var variable, long lost, long writes, var _) ->
                List.of(format("! %,d of %,d updates of %s were lost", lost, writes, variable));
            case Finding.Deadlock(long since, var circle) -> deadlock(since, circle);
            case Finding.Stall stall -> stall(stall);
            case Finding.SignalLost(var _, var name, var by, int line, long at, var waiter, int waiterLine) ->
                List.of(format(
                        "! A signal was lost: %s signalled %s at line %d after %s, when nobody waited; %s has waited"
                                + " for one at line %d ever since",
                        by, name, line, time(at - start), waiter, waiterLine));
            case Finding.WorkerDied(var worker, var pool, long task, long at) ->
                List.of(format(
                        "! %s of %s ended with task %,d in hand after %s", worker, pool, task, time(at - start)));
            case Finding.TasksRejected(var _, var pool, long rejected, long submitted) ->
                List.of(format("  %s refused %,d of %,d tasks", pool, rejected, submitted));
            case Finding.LoopBlocked(var unit, int line, long nanos, int waiting, long times) ->
                List.of(format(
                        "  %s kept its event loop to itself for %s at line %d, while %,d others were ready%s",
                        unit, time(nanos), line, waiting, times == 1 ? "" : format(" (one of %,d times)", times)));
            case Finding.Starved(var _, var lock, var unit, int line, long overtaken, long waited) ->
                List.of(format(
                        "  %s waited %s at line %d for %s, which others got %,d times meanwhile",
                        unit, time(waited), line, lock, overtaken));
            case Finding.Contention(var _, var lock, long waits, long waited, long longest, double share) ->
                List.of(format(
                        "  %s was waited for %,d times, %s in all, %s the longest: %.0f %% of the units' time",
                        lock, waits, time(waited), time(longest), share * 100));
            case Finding.QueueFull(var _, var queue, long waits, long waited, long longest, double share) ->
                List.of(format(
                        "  %s was full: room in it was waited for %,d times, %s in all, %s the longest: %.0f %% of the"
                                + " units' time",
                        queue, waits, time(waited), time(longest), share * 100));
        };
    }

    private List<String> deadlock(long since, List<Finding.Deadlock.Link> circle) {
        var lines = new ArrayList<String>();
        lines.add(format("! Deadlock after %s:", time(since - start)));
        for (var link : circle) {
            lines.add(
                    link.lock().isEmpty()
                            ? format(
                                    "    %s waits at line %d for the end of %s",
                                    link.unit(), link.line(), link.holder())
                            : format(
                                    "    %s waits at line %d for %s, which %s has held since line %d",
                                    link.unit(), link.line(), link.lock(), link.holder(), link.heldSinceLine()));
        }
        return lines;
    }

    private List<String> stall(Finding.Stall stall) {
        var lines = new ArrayList<String>();
        lines.add(format(
                "! Nobody is left to wake the %,d units that wait since %s:",
                stall.units(), time(stall.since() - start)));
        for (var wait : stall.waits()) {
            lines.add(format("    %s waits at line %d%s", wait.unit(), wait.line(), awaited(wait)));
        }
        if (stall.units() > stall.waits().size()) {
            lines.add(format("    and %,d more", stall.units() - stall.waits().size()));
        }
        return lines;
    }

    private static String awaited(Finding.Wait wait) {
        return switch (wait.kind()) {
            case "" -> "";
            case "unit" -> " for the end of " + wait.what();
            case "lock", "event", "pool", "event_loop" -> format(" for %s", wait.what());
            case "condition" -> format(" for a signal of %s", wait.what());
            case "barrier", "phaser" -> format(" at %s, to which %,d have come", wait.what(), wait.amount());
            case "latch" -> format(" for %s, which still counts %,d", wait.what(), wait.amount());
            case "semaphore" -> format(" for a permit of %s: %,d left", wait.what(), wait.amount());
            case "queue" -> format(" for %s, which holds %,d items", wait.what(), wait.amount());
            default -> format(" for %s %s", wait.kind(), wait.what());
        };
    }
}
