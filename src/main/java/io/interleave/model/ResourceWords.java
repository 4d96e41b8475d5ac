package io.interleave.model;

import io.interleave.model.Word.Family;
import java.util.List;

/// The kinds of resources.
final class ResourceWords {

    private static final String SWITCH = "asked each time; while it is off, nobody waits here and nothing is held";
    private static final String COUNT =
            "how many there are under this name, over knobs that are not live; steps then say which by `at`, from 1";

    static final List<Word> ALL = List.of(
            resource("variable", "Plain memory: reads and writes of different units race unless a lock orders them.")
                    .alone(Form.LITERAL)
                    .maybe("count", Form.WHOLE, COUNT)
                    .example("""
                            count: { variable: 0 }
                            cells: { variable: 0, count: 8 }
                            """),
            resource(
                            "lock",
                            "Lets one unit in at a time. `mutex`: taken twice by one unit it blocks that unit for"
                                    + " ever; `reentrant`: may be taken again by its holder; `fair`: reentrant, first"
                                    + " come, first served; `spin`: who waits keeps a core busy; `read_write`: one"
                                    + " that writes or many that read; `stamped`: as read_write, not reentrant, and"
                                    + " can be read optimistically; `gil`: an interpreter lock, for threads `under`"
                                    + " it.")
                    .alone(Form.choice(Resource.Lock.Kind.class))
                    .maybe("enabled", Form.CONDITION, SWITCH)
                    .maybe("interval", Form.DURATION, "of a gil: when a waiter asks for it; 5ms where it says nothing")
                    .maybe("count", Form.WHOLE, COUNT)
                    .example("""
                            mutex: { lock: mutex, enabled: $careful }
                            map_lock: { lock: read_write }
                            interpreter: { lock: gil, interval: 5ms }
                            """),
            resource("semaphore", "Has permits; each hold takes one, and waits where there is none.")
                    .alone(Form.WHOLE)
                    .maybe("fair", Form.SWITCH, "on: first come, first served")
                    .maybe("enabled", Form.CONDITION, SWITCH)
                    .maybe("count", Form.WHOLE, COUNT)
                    .example("seats: { semaphore: 3, fair: on }"),
            resource("condition", "Where units that hold its lock (mutex, reentrant or fair) await a signal.")
                    .alone(Form.name("lock"))
                    .example("ready: { condition: mutex }"),
            resource("barrier", "Opens when so many units await it, and is then closed again.")
                    .alone(Form.WHOLE)
                    .maybe("enabled", Form.CONDITION, "while it is off, nobody waits")
                    .example("meet: { barrier: $workers }"),
            resource("latch", "Opens for good when it has been counted down to 0.")
                    .alone(Form.WHOLE)
                    .example("done: { latch: 3 }"),
            resource("phaser", "A barrier whose parties come and go.")
                    .alone(Form.WHOLE)
                    .example("round: { phaser: 3 }"),
            resource("event", "Is set or not; nobody waits while it is set.")
                    .alone(Form.SWITCH)
                    .maybe("count", Form.WHOLE, COUNT)
                    .example("go: { event: off }"),
            resource(
                            "queue",
                            "Hands items from those that put to those that take. `fifo`: oldest first; `lifo`: newest"
                                    + " first; `priority`: lowest priority first; `rendezvous`: holds nothing, a put"
                                    + " waits for its take.")
                    .alone(Form.choice(Resource.Queue.Order.class))
                    .maybe("capacity", Form.WHOLE, "how many items it holds; any number where it says nothing")
                    .maybe("of", Form.choice(Value.Type.class), "the type of its items; whole where it says nothing")
                    .maybe("count", Form.WHOLE, COUNT)
                    .example("jobs: { queue: fifo, capacity: 8, of: text }"),
            resource("event_loop", "What coroutines run on: so many carrier threads; one is asyncio's shape.")
                    .alone(Form.WHOLE)
                    .maybe("priorities", Form.CONDITION, "on: the ready coroutine of the lowest priority runs first")
                    .example("loop: { event_loop: 1, priorities: on }"),
            resource(
                            "pool",
                            "Workers that run tasks. Those of a `process` pool are processes of their own, and their tasks can use nothing shared.")
                    .alone(Form.choice(Resource.Pool.Kind.class))
                    .with("size", Form.WHOLE, "how many workers; of a coroutine pool how many tasks at a time")
                    .maybe("queue", Form.WHOLE, "how many tasks may wait; any number where it says nothing")
                    .maybe(
                            "saturation",
                            Form.choice(Resource.Pool.Saturation.class),
                            "what becomes of a task for which there is no room; wait where it says nothing")
                    .example("crew: { pool: process, size: 2, queue: 10, saturation: reject }"));

    private ResourceWords() {}

    private static Word resource(String word, String meaning) {
        return Word.of(Family.RESOURCE, "Resources", word, meaning);
    }
}
