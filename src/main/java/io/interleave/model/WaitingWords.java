package io.interleave.model;

import static io.interleave.model.StateWords.AT;
import static io.interleave.model.StateWords.TIMEOUT;

import io.interleave.model.Word.Family;
import java.util.List;

/// The steps with which units wait for each other, and those on queues.
final class WaitingWords {

    static final List<Word> ALL = List.of(
            waiting(
                            "await",
                            "Waits for a signal, an event, others at a barrier, or the end of units, processes or tasks."
                                    + " That is for the signal of a condition, its lock given up meanwhile; at a barrier"
                                    + " or phaser for all; for a latch to come to 0; for an event to be set; until all"
                                    + " items taken from a queue are done; for the end of a group of units; for all tasks"
                                    + " of a pool; or for one task, by the name that `submit` gave it.")
                    .first(
                            "for",
                            Form.name(
                                    "condition",
                                    "barrier",
                                    "phaser",
                                    "latch",
                                    "event",
                                    "queue",
                                    "thread",
                                    "coroutine",
                                    "process",
                                    "pool",
                                    "task"),
                            "what to wait for")
                    .optional("at", Form.WHOLE, AT + "; of a group of units all where it says nothing")
                    .optional(
                            "into",
                            Form.LOCAL,
                            "of a task its result; of a process its exit status, negative for the"
                                    + " signal that ended it; of a barrier or phaser the place among those that came, from 1")
                    .maybe("timeout", Form.DURATION, TIMEOUT)
                    .maybe(
                            "else",
                            Form.STEPS,
                            "what to do when the time is up, or the task failed or was not done; the unit fails"
                                    + " where it says nothing")
                    .example("""
                            - await: meet
                            - await: { for: echo, into: status }
                              timeout: 1s
                              else:
                                - kill: echo
                            """),
            waiting("signal", "Wakes one unit that awaits a condition; of an event, sets it.")
                    .first("event", Form.name("condition", "event"), "what to signal")
                    .optional("at", Form.WHOLE, AT)
                    .example("""
                            - hold: mutex
                              steps:
                                - signal: ready
                            - signal: go
                            """),
            waiting("signal_all", "Wakes all units that await a condition.")
                    .alone(Form.name("condition"))
                    .example("""
                            - hold: mutex
                              steps:
                                - signal_all: ready
                            """),
            waiting("clear", "Makes an event unset again.")
                    .first("event", Form.name("event"), "which")
                    .optional("at", Form.WHOLE, AT)
                    .example("- clear: go"),
            waiting("count_down", "Takes one from a latch.")
                    .alone(Form.name("latch"))
                    .example("- count_down: done"),
            waiting("arrive", "Arrives at a phaser without waiting.")
                    .alone(Form.name("phaser"))
                    .example("- arrive: round"),
            waiting("register", "Adds a party to a phaser.")
                    .alone(Form.name("phaser"))
                    .example("- register: round"),
            waiting("deregister", "Arrives at a phaser and is no party of it any more.")
                    .alone(Form.name("phaser"))
                    .example("- deregister: round"),
            queue("put", "Puts an item into a queue, and waits while that is full.")
                    .required("to", Form.name("queue"), "which queue")
                    .optional("at", Form.WHOLE, AT)
                    .required("value", Form.VALUE, "the item")
                    .optional(
                            "priority",
                            Form.WHOLE,
                            "of a priority queue, the lowest first; the item itself where it" + " says nothing")
                    .maybe("timeout", Form.DURATION, TIMEOUT)
                    .maybe(
                            "else",
                            Form.STEPS,
                            "what to do when the time is up or the queue is closed; the unit fails"
                                    + " where it says nothing")
                    .example("- put: { to: jobs, value: \"'a job'\" }"),
            queue("take", "Takes an item from a queue, and waits while that is empty.")
                    .required("from", Form.name("queue"), "which queue")
                    .optional("at", Form.WHOLE, AT)
                    .required("into", Form.LOCAL, "the item")
                    .maybe("timeout", Form.DURATION, TIMEOUT)
                    .maybe(
                            "else",
                            Form.STEPS,
                            "what to do when the time is up, or the queue closed and empty; the unit"
                                    + " fails where it says nothing")
                    .example("""
                            - take: { from: jobs, into: item }
                              timeout: 10ms
                              else:
                                - log: nothing to do
                            """),
            queue("task_done", "Says that one item that was taken is done with.")
                    .first("queue", Form.name("queue"), "which queue")
                    .optional("at", Form.WHOLE, AT)
                    .example("""
                            - take: { from: jobs, into: item }
                            - task_done: jobs
                            """),
            queue(
                            "close",
                            "Closes a queue, a generator, or the standard input of a process. The items in the queue can"
                                    + " still be taken; the generator ends where it yielded.")
                    .first("what", Form.name("queue", "generator", "process"), "what to close")
                    .optional("at", Form.WHOLE, AT)
                    .example("""
                            - close: jobs
                            - close: squares
                            - close: echo
                            """));

    private WaitingWords() {}

    private static Word waiting(String word, String meaning) {
        return Word.of(Family.STEP, "Waiting for each other", word, meaning);
    }

    private static Word queue(String word, String meaning) {
        return Word.of(Family.STEP, "Queues", word, meaning);
    }
}
