package io.interleave.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One thing that a unit does. Those without a body are atomic as far as the language goes: nothing of another
/// unit happens in the middle of one, except between the read and the write of an `Increment`.
///
/// A `local` or `into` is a name of the unit's own, which later steps may use. Where the step that gives it its
/// value was skipped, it is 0, 0s, off or an empty text.
public sealed interface Step {

    /// From the step's word to the end of its last line, its body included.
    Place place();

    /// The word that names this step in a scenario.
    default String word() {
        return switch (this) {
            case Repeat _ -> "repeat";
            case ForEach _, Drain _ -> "for_each";
            case While _ -> "while";
            case If _ -> "if";
            case Forever _ -> "forever";
            case Compute _, Kernelled _ -> "compute";
            case Sleep _ -> "sleep";
            case Io _ -> "io";
            case Log _ -> "log";
            case Check _ -> "check";
            case Fail _ -> "fail";
            case Let _ -> "let";
            case ReadClock _ -> "clock";
            case Read _, ReadLine _ -> "read";
            case Write _, WriteLine _ -> "write";
            case Increment _ -> "increment";
            case Update _ -> "update";
            case CompareAndSet _ -> "compare_and_set";
            case Hold hold -> hold.waiting().timeout().isPresent() ? "try" : "hold";
            case Acquire _ -> "acquire";
            case Release _ -> "release";
            case Await _ -> "await";
            case Signal signal -> signal.all() ? "signal_all" : "signal";
            case Clear _ -> "clear";
            case CountDown _ -> "count_down";
            case Arrive _ -> "arrive";
            case Register _ -> "register";
            case Deregister _ -> "deregister";
            case Put _ -> "put";
            case Take _ -> "take";
            case TaskDone _ -> "task_done";
            case Close _ -> "close";
            case Start _ -> "start";
            case Poll _ -> "poll";
            case Cancel _ -> "cancel";
            case Kill _, KillWorker _ -> "kill";
            case Communicate _ -> "communicate";
            case Pause _ -> "pause";
            case Gather _ -> "gather";
            case Yield _ -> "yield";
            case Next next -> next.sent().isPresent() ? "send" : "next";
            case Submit _ -> "submit";
            case MapTasks _ -> "map";
            case Shutdown _ -> "shutdown";
            case Return _ -> "return";
        };
    }

    /// The lists of steps within this one, in the order of the file.
    default List<List<Step>> bodies() {
        return switch (this) {
            case Repeat it -> List.of(it.body());
            case ForEach it -> List.of(it.body());
            case Drain it -> List.of(it.body());
            case While it -> List.of(it.body());
            case If it ->
                Stream.concat(Stream.of(it.body()), it.otherwise().stream()).toList();
            case Forever it -> List.of(it.body());
            case Hold it ->
                Stream.concat(Stream.of(it.body()), it.waiting().otherwise().stream())
                        .toList();
            case Acquire it -> it.waiting().otherwise().stream().toList();
            case Await it -> it.waiting().otherwise().stream().toList();
            case Put it -> it.waiting().otherwise().stream().toList();
            case Take it -> it.waiting().otherwise().stream().toList();
            case Communicate it -> it.waiting().otherwise().stream().toList();
            case ReadLine it -> it.waiting().otherwise().stream().toList();
            case Gather it -> it.waiting().otherwise().stream().toList();
            case Next it -> it.atEnd().stream().toList();
            case Submit it -> it.rejected().stream().toList();
            case MapTasks it -> it.waiting().otherwise().stream().toList();
            case Compute _, Kernelled _, Sleep _, Io _, Log _, Check _, Fail _, Let _, ReadClock _ -> List.of();
            case Read _, Write _, Increment _, Update _, CompareAndSet _, Release _ -> List.of();
            case Signal _, Clear _, CountDown _, Arrive _, Register _, Deregister _, TaskDone _, Close _ -> List.of();
            case Start _, Poll _, Cancel _, Kill _, KillWorker _, WriteLine _, Pause _, Yield _, Shutdown _, Return _ ->
                List.of();
        };
    }

    // Flow

    /// Runs `body` as often as `times` says (a `WHOLE`, asked once, before the first pass).
    record Repeat(Place place, Expr times, List<Step> body) implements Step {
        public Repeat {
            body = List.copyOf(body);
        }
    }

    /// Runs `body` with `local` at each whole number from `from` to `to`, both included and asked once.
    record ForEach(Place place, String local, Expr from, Expr to, List<Step> body) implements Step {
        public ForEach {
            body = List.copyOf(body);
        }
    }

    /// Takes items from `queue`, runs `body` with each in `local`, and goes on when the queue is closed and
    /// empty.
    record Drain(Place place, String local, Target queue, List<Step> body) implements Step {
        public Drain {
            body = List.copyOf(body);
        }
    }

    /// Runs `body` for as long as `condition` holds, asked before each pass.
    record While(Place place, Expr condition, List<Step> body) implements Step {
        public While {
            body = List.copyOf(body);
        }
    }

    record If(Place place, Expr condition, List<Step> body, Optional<List<Step>> otherwise) implements Step {
        public If {
            body = List.copyOf(body);
            otherwise = otherwise.map(List::copyOf);
        }
    }

    /// Runs `body` until the run is ended, or the unit cancelled.
    record Forever(Place place, List<Step> body) implements Step {
        public Forever {
            body = List.copyOf(body);
        }
    }

    // Work

    /// Keeps a core busy with as much work as takes `work` (a `TIME`) on a core of its own. Preempted, it takes
    /// longer.
    record Compute(Place place, Expr work) implements Step {}

    /// Keeps a core busy with a named piece of work.
    ///
    /// @param size a `WHOLE`; what it means, the kernel says
    /// @param into where the result goes, a `WHOLE`
    record Kernelled(Place place, Kernel kernel, Expr size, Optional<String> into) implements Step {}

    record Sleep(Place place, Expr time) implements Step {}

    /// Blocks in real input or output.
    ///
    /// @param amount of a socket how late it answers, a `TIME`; of a file how many bytes to write to the disk
    ///     and
    /// read
    ///     back, a `WHOLE`
    record Io(Place place, Medium medium, Expr amount) implements Step {
        public enum Medium {
            SOCKET,
            FILE
        }
    }

    /// Writes a line to the run's output. `{name}` in `text` stands for a local or a knob.
    record Log(Place place, Template text) implements Step {}

    /// Fails the unit where `condition` does not hold.
    record Check(Place place, Expr condition, String text) implements Step {}

    /// Fails the unit.
    record Fail(Place place, Template message) implements Step {}

    /// Gives a local a value. The type of the first value remains.
    record Let(Place place, String local, Expr value) implements Step {}

    /// Gives a local the time since the run began, a `TIME`.
    record ReadClock(Place place, String local) implements Step {}

    // Shared state

    /// Reads `variable` into the unit's local `local`, which bears the variable's name unless the file names
    /// another.
    record Read(Place place, Target variable, String local) implements Step {}

    record Write(Place place, Target variable, Expr value) implements Step {}

    /// Reads, adds `by`, writes: not atomic, on purpose.
    record Increment(Place place, Target variable, Expr by) implements Step {}

    /// Sets `variable` to `value` atomically; in `value` the variable's own name is its value before.
    record Update(Place place, Target variable, Expr value) implements Step {}

    /// Sets `variable` to `value` if it is `expected`, atomically.
    ///
    /// @param into whether it was, a `TRUTH`
    record CompareAndSet(Place place, Target variable, Expr expected, Expr value, Optional<String> into)
            implements Step {}

    // Locks and semaphores

    /// How a lock is held.
    enum Mode {
        /// By this unit alone; the only mode of locks that are neither read-write nor stamped.
        WRITE,
        /// Together with others that read.
        READ,
        /// Not at all: of a stamped lock. The body runs, and where another unit wrote meanwhile it runs again
        /// under the lock in mode `READ`.
        OPTIMISTIC
    }

    /// Acquires a lock, or one permit of a semaphore, runs `body`, and releases it however the body ends.
    record Hold(Place place, Target lock, Mode mode, Waiting waiting, List<Step> body) implements Step {
        public Hold {
            body = List.copyOf(body);
        }
    }

    record Acquire(Place place, Target lock, Mode mode, Waiting waiting) implements Step {}

    record Release(Place place, Target lock) implements Step {}

    // Waiting for each other

    /// Waits: for a condition to be signalled, with its lock given up meanwhile; at a barrier or phaser for
    /// all; for a latch to come to 0; for an event to be set; until all items of a queue are done; for the end
    /// of all started units of a group; for all tasks of a pool; or for the result of one task.
    ///
    /// @param target of a task the local that `Submit` made
    /// @param into of a task its result; of a process its exit status, negative for the signal that ended it;
    ///     of a barrier or phaser the place among those that came, from 1
    record Await(Place place, Target target, Optional<String> into, Waiting waiting) implements Step {}

    /// Wakes one unit that awaits a condition, or all; of an event, sets it.
    record Signal(Place place, Target target, boolean all) implements Step {}

    /// Makes an event unset again.
    record Clear(Place place, Target event) implements Step {}

    record CountDown(Place place, Target latch) implements Step {}

    /// Arrives at a phaser without waiting.
    record Arrive(Place place, Target phaser) implements Step {}

    /// One more party of a phaser.
    record Register(Place place, Target phaser) implements Step {}

    /// Arrives at a phaser and is no party of it any more.
    record Deregister(Place place, Target phaser) implements Step {}

    // Queues

    /// @param priority of a priority queue a `WHOLE`, the lowest first; absent: the value itself
    record Put(Place place, Target queue, Expr value, Optional<Expr> priority, Waiting waiting) implements Step {}

    record Take(Place place, Target queue, String into, Waiting waiting) implements Step {}

    /// One item that was taken is done with.
    record TaskDone(Place place, Target queue) implements Step {}

    /// Closes a queue: what is in it can still be taken. Of a generator: ends it where it yielded. Of a
    /// process: closes its standard input.
    record Close(Place place, Target target) implements Step {}

    // Units

    /// Starts the units of a group that is started by hand, as many as its count says; again, as many more.
    record Start(Place place, String group) implements Step {}

    /// @param into whether any started unit of the group still runs, a `TRUTH`
    record Poll(Place place, String group, String into) implements Step {}

    /// Cancels the units of a group that still run: each ends at the next step that waits.
    record Cancel(Place place, String group) implements Step {}

    /// Ends the processes of a group and all that they started: asks, and after a moment insists.
    record Kill(Place place, String group) implements Step {}

    /// Ends one worker of a pool of processes as a crash would: one that runs a task where there is such a one.
    record KillWorker(Place place, String pool) implements Step {}

    /// Gives a process its whole input, closes that, and reads all of its output until it ends.
    ///
    /// @param into the output, a `TEXT`, the last line's end left out
    record Communicate(Place place, Target process, Optional<Template> input, Optional<String> into, Waiting waiting)
            implements Step {}

    record WriteLine(Place place, Target process, Template line) implements Step {}

    /// Reads a line of a process's output; where there is none any more, does what `waiting` says.
    record ReadLine(Place place, Target process, String into, Waiting waiting) implements Step {}

    // Coroutines and generators

    /// Lets other coroutines of the loop run first; a thread gives up its turn.
    record Pause(Place place) implements Step {}

    /// Starts groups that are started by hand, and waits until all of their units have ended.
    record Gather(Place place, List<String> groups, Waiting waiting) implements Step {
        public Gather {
            groups = List.copyOf(groups);
        }
    }

    /// Of a generator: gives `value` to whoever resumed it, and stops here until resumed.
    ///
    /// @param into what was sent, or 0, 0s, off or an empty text where nothing was
    record Yield(Place place, Expr value, Optional<String> into) implements Step {}

    /// Resumes a generator until it yields or ends.
    ///
    /// @param sent what its `yield` gives to it
    /// @param into what it yields
    /// @param atEnd what to do where it has ended; without it the unit fails then
    record Next(Place place, Target generator, Optional<Expr> sent, Optional<String> into, Optional<List<Step>> atEnd)
            implements Step {
        public Next {
            atEnd = atEnd.map(List::copyOf);
        }
    }

    // Pools

    /// Hands a task to a pool.
    ///
    /// @param with the task's parameter
    /// @param payload bytes, a `WHOLE`, that travel with the argument and come back with the result; 0 where
    ///     absent
    /// @param into the name under which `await` finds the task; absent: nobody asks for its result
    /// @param rejected what to do where the pool refuses it; without it the unit fails then
    record Submit(
            Place place,
            String pool,
            String task,
            Optional<Expr> with,
            Optional<Expr> payload,
            Optional<String> into,
            Optional<List<Step>> rejected)
            implements Step {
        public Submit {
            rejected = rejected.map(List::copyOf);
        }
    }

    /// Hands a pool one task for each whole number from `from` to `to`, and waits for all.
    ///
    /// @param chunk how many of them travel together, a `WHOLE`; 1 where absent
    /// @param into the sum of their results
    record MapTasks(
            Place place,
            String pool,
            String task,
            Expr from,
            Expr to,
            Optional<Expr> chunk,
            Optional<Expr> payload,
            Optional<String> into,
            Waiting waiting)
            implements Step {}

    /// Takes no more tasks, and waits for those that there are, or cancels them.
    record Shutdown(Place place, String pool, boolean cancel) implements Step {}

    /// Of a task: ends it with this result.
    record Return(Place place, Expr value) implements Step {}
}
