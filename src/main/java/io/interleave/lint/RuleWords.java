package io.interleave.lint;

import java.util.List;

/// The words of hints.
final class RuleWords {

    private static final int SHOWN = 4;

    private RuleWords() {}

    static String message(Rule rule) {
        return switch (rule) {
            case Rule.HeldOnReturn(var lock) -> "the task ends here and still holds '%s'".formatted(lock);
            case Rule.TakenInEachPass(var lock) ->
                "'%s' is acquired in each pass and not released before the next".formatted(lock);
            case Rule.ReleasedInEachPass(var lock) ->
                "'%s' is released in each pass but acquired only once, before the loop".formatted(lock);
            case Rule.ReleasedAfterTimeout(var lock) ->
                "'%s' is released here also where the time to acquire it was up".formatted(lock);
            case Rule.LockOrder(var locks)
            when locks.size() == 2 ->
                "'%s' and '%s' are taken in opposite orders".formatted(locks.getFirst(), locks.getLast());
            case Rule.LockOrder(var locks) ->
                "%s are taken in a circle, each while the one before is held".formatted(some(locks));
            case Rule.KeptFromWaker(var lock, var awaited) ->
                "this waits for '%s' while it holds '%s', which is needed there".formatted(awaited, lock);
            case Rule.PermitsRunOut(var semaphore, long permits) ->
                "'%s' has %s, and no step releases one".formatted(semaphore, count(permits, "permit"));
            case Rule.NeverTaken(var queue, var _) -> "nothing takes from '%s'".formatted(queue);
            case Rule.NeverPut(var queue) -> "nothing puts into '%s'".formatted(queue);
            case Rule.NeverClosed(var queue) -> "no step closes '%s'".formatted(queue);
            case Rule.NeverTaskDone(var queue) -> "no step says 'task_done' of '%s'".formatted(queue);
            case Rule.PutAfterClose(var queue) -> "'%s' is closed before this".formatted(queue);
            case Rule.NeverSignalled(var condition) -> "no step signals '%s'".formatted(condition);
            case Rule.AwaitedWithoutLoop(var condition) ->
                "what '%s' stands for is not checked again after the wait".formatted(condition);
            case Rule.NeverSet(var event) -> "no step sets '%s'".formatted(event);
            case Rule.LatchTooHigh(var latch, long initial, long most) ->
                "'%s' counts from %d but is counted down %s at most".formatted(latch, initial, count(most, "time"));
            case Rule.TooManyParties(var name, var _, long parties, long units) ->
                "'%s' waits for %d but only %s can come".formatted(name, parties, count(units, "unit"));
            case Rule.NeverStarted(var group) -> "no step starts '%s'".formatted(group);
            case Rule.NeverEnds(var group) -> "'%s' never ends by itself".formatted(group);
            case Rule.NeverReached _ -> "this step is never reached";
            case Rule.NeverEntered(var word) -> "the steps of this '%s' are never done".formatted(word);
            case Rule.LoopBlocked(var group, long millis) ->
                "'%s' computes for %d ms here without giving up its event loop".formatted(group, millis);
            case Rule.LoopNeverGivenUp(var word) -> "no step in this '%s' gives up the event loop".formatted(word);
            case Rule.FileInLoop(var group) ->
                "'%s' keeps its event loop while it reads and writes this file".formatted(group);
            case Rule.SpinInLoop(var lock) ->
                "'%s' spins, and whoever holds it may be suspended on the same event loop".formatted(lock);
            case Rule.ProcessWithoutTimeout(var process) ->
                "this coroutine waits for '%s' without a timeout".formatted(process);
            case Rule.NeverRead(var process) -> "no step reads the output of '%s'".formatted(process);
            case Rule.LostUpdates(var variable) -> "updates of '%s' can get lost".formatted(variable);
        };
    }

    static String why(Rule rule) {
        return switch (rule) {
            case Rule.HeldOnReturn _ -> "nobody else can ever take it; release it before, or use 'hold'";
            case Rule.TakenInEachPass _ -> "in the second pass the unit waits for itself, for ever";
            case Rule.ReleasedInEachPass _ -> "in the second pass the unit fails, as it does not hold it any more";
            case Rule.ReleasedAfterTimeout _ -> "there the unit fails, as it does not hold it; 'try' gets this right";
            case Rule.LockOrder _ ->
                "units that each hold one of them can wait for each other for ever; take them in one order everywhere";
            case Rule.KeptFromWaker _ -> "so each waits for the other, for ever";
            case Rule.PermitsRunOut _ -> "whoever comes when there is none left waits for ever";
            case Rule.NeverTaken(var _, boolean full) ->
                full ? "a 'put' that finds no room waits for ever" : "what is put into it serves nobody";
            case Rule.NeverPut _ -> "whoever takes from it waits for ever, or until it is closed";
            case Rule.NeverClosed _ -> "after the last item 'for_each' waits for ever; close it when no more will come";
            case Rule.NeverTaskDone _ -> "this waits until that was said of each item, so for ever";
            case Rule.PutAfterClose _ -> "the unit fails, as a closed queue takes nothing";
            case Rule.NeverSignalled _ -> "whoever waits for it waits for ever";
            case Rule.AwaitedWithoutLoop _ ->
                "the signal may have come before the wait, or another unit may be quicker after it;"
                        + " put the wait into a 'while' under the lock";
            case Rule.NeverSet _ -> "whoever waits for it waits for ever";
            case Rule.LatchTooHigh _ -> "it never opens, and whoever waits for it waits for ever";
            case Rule.TooManyParties _ -> "it never opens, and whoever waits there waits for ever";
            case Rule.NeverStarted _ -> "its start is manual, so that it never runs";
            case Rule.NeverEnds _ -> "whoever waits for its end waits for ever; 'cancel' ends it";
            case Rule.NeverReached(var before) ->
                switch (before) {
                    case FOREVER -> "'forever' before it has no end";
                    case FAIL -> "the unit fails before it";
                    case RETURN -> "the task ends before it";
                    case ALL_WAYS -> "whichever way the step before it goes, it does not come here";
                };
            case Rule.NeverEntered _ -> "its condition is always the same";
            case Rule.LoopBlocked _ ->
                "no other coroutine gets to run meanwhile; 'pause' now and then, or leave it to a thread";
            case Rule.LoopNeverGivenUp _ -> "no other coroutine gets to run meanwhile; 'pause' in each pass";
            case Rule.FileInLoop _ -> "no other coroutine gets to run meanwhile; leave it to a thread";
            case Rule.SpinInLoop _ ->
                "the one that waits keeps the loop busy, so that the one that holds it cannot go on";
            case Rule.ProcessWithoutTimeout _ -> "a program may hang, and the coroutine with it";
            case Rule.NeverRead _ -> "when its pipe is full it waits for ever; read it, or say 'output: discard'";
            case Rule.LostUpdates _ ->
                "another unit may write between the read and the write here; hold a lock over both, or use 'update'";
        };
    }

    /// All of a few, the first of many.
    private static String some(List<String> names) {
        String shown = "'" + String.join("', '", names.subList(0, Math.min(SHOWN, names.size()))) + "'";
        return names.size() > SHOWN ? "%s and %d more".formatted(shown, names.size() - SHOWN) : shown;
    }

    private static String count(long number, String noun) {
        return number == 1 ? "1 " + noun : "%,d %ss".formatted(number, noun);
    }
}
