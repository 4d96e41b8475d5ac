package io.interleave.model;

import java.util.Optional;

/// Something that units share.
public sealed interface Resource {

    String name();

    Place place();

    /// How many there are under this name, a `WHOLE` over knobs that are not live; where it is not the literal
    /// 1, steps say which by `at`.
    default Expr count() {
        return ONE;
    }

    Expr ONE = new Expr.Literal(Place.NOWHERE, new Value.Whole(1));
    Expr ON = new Expr.Literal(Place.NOWHERE, new Value.Truth(true));

    /// The word that names this kind in a scenario.
    default String word() {
        return switch (this) {
            case Variable _ -> "variable";
            case Lock _ -> "lock";
            case Semaphore _ -> "semaphore";
            case Condition _ -> "condition";
            case Barrier _ -> "barrier";
            case Latch _ -> "latch";
            case Phaser _ -> "phaser";
            case Event _ -> "event";
            case Queue _ -> "queue";
            case EventLoop _ -> "event_loop";
            case Pool _ -> "pool";
        };
    }

    /// Plain memory: reads and writes of different units race unless a lock orders them.
    record Variable(String name, Place place, Expr count, Value initial) implements Resource {}

    /// A lock.
    ///
    /// @param enabled a `TRUTH` over knobs, asked at each acquire; while it is off, acquiring does nothing.
    ///     [#ON] where the file says nothing.
    /// @param interval of an interpreter lock: after how long a unit that waits for it asks the holder to give
    ///     it
    /// up,
    ///     a `TIME` over knobs; absent: 5 ms, as in CPython
    record Lock(String name, Place place, Expr count, Kind kind, Expr enabled, Optional<Expr> interval)
            implements Resource {
        public enum Kind {
            /// Not reentrant: a unit that acquires it twice waits for itself for ever.
            MUTEX,
            /// Can be acquired again by the unit that holds it, and must be released as often.
            REENTRANT,
            /// Reentrant, and given to those who wait in the order in which they came.
            FAIR,
            /// Not reentrant; whoever waits for it keeps a core busy.
            SPIN,
            /// Held by one that writes or by any number that read. Reentrant.
            READ_WRITE,
            /// As read-write, but not reentrant, and can be read optimistically.
            STAMPED,
            /// Held by the units of a group while they run a step, given up while they block, and at the end of
            /// a step when another one has asked for it: CPython's lock over its interpreter.
            GIL
        }
    }

    /// @param permits to begin with, a `WHOLE`
    /// @param fair whether permits go to those who wait in the order in which they came
    /// @param enabled as of a lock
    record Semaphore(String name, Place place, Expr count, Expr permits, boolean fair, Expr enabled)
            implements Resource {}

    /// Where units that hold `lock` wait for a word from another one that holds it.
    record Condition(String name, Place place, String lock) implements Resource {}

    /// Opens when `parties` (a `WHOLE`) have come, and is then closed again.
    ///
    /// @param enabled a `TRUTH` over knobs; while it is off, nobody waits
    record Barrier(String name, Place place, Expr parties, Expr enabled) implements Resource {}

    /// Opens for good when counted down to 0.
    record Latch(String name, Place place, Expr initial) implements Resource {}

    /// A barrier whose parties come and go.
    record Phaser(String name, Place place, Expr parties) implements Resource {}

    /// Is set or not; while it is set, nobody waits.
    record Event(String name, Place place, Expr count, boolean initial) implements Resource {}

    /// @param capacity items that it holds, a `WHOLE` over knobs; absent: any number; of a rendezvous always
    ///     absent
    /// @param of the type of its items
    record Queue(String name, Place place, Expr count, Order order, Optional<Expr> capacity, Value.Type of)
            implements Resource {
        public enum Order {
            FIFO,
            LIFO,
            /// The lowest priority first; of equal ones the first that came.
            PRIORITY,
            /// Holds nothing: a put waits for its take.
            RENDEZVOUS
        }
    }

    /// What coroutines run on.
    ///
    /// @param carriers threads, a `WHOLE` over knobs: with one it is asyncio's shape
    /// @param priorities whether the ready coroutine of the lowest `priority` runs first; else the one that
    ///     became ready first
    record EventLoop(String name, Place place, Expr carriers, Expr priorities) implements Resource {}

    /// Workers that run tasks.
    ///
    /// @param size workers, a `WHOLE` over knobs; of a coroutine pool how many tasks run at a time
    /// @param queue tasks that may wait for a worker, a `WHOLE` over knobs; absent: any number
    record Pool(String name, Place place, Kind kind, Expr size, Optional<Expr> queue, Saturation saturation)
            implements Resource {
        public enum Kind {
            THREAD,
            /// Each worker has a queue of its own and steals from others when that is empty.
            FORK_JOIN,
            /// Workers are processes: arguments and results are turned into bytes, sent, and turned back.
            PROCESS,
            COROUTINE
        }

        /// What happens to a task for which there is no room.
        public enum Saturation {
            /// Whoever submits waits for room.
            WAIT,
            /// It is refused.
            REJECT,
            /// Whoever submits runs it.
            CALLER_RUNS,
            /// It is dropped.
            DISCARD,
            /// The one that has waited longest is dropped.
            DISCARD_OLDEST
        }
    }
}
