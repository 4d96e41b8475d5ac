package io.interleave.model;

import io.interleave.model.Word.Family;
import java.util.List;

/// The steps on variables and locks.
final class StateWords {

    static final String AT = "which of several, from 1; only where there are several";
    static final String TIMEOUT = "how long at most; for as long as it takes where it says nothing";
    static final String ELSE = "what to do when the time is up; the unit fails where it says nothing";

    private static final Form LOCK = Form.name("lock", "semaphore");
    private static final Form MODE = Form.choice(Step.Mode.class);
    private static final String MODE_MEANING =
            "of a read_write or stamped lock; write where it says nothing; optimistic (`hold` of a stamped lock): not"
                    + " held at all, and the steps run again if another unit wrote meanwhile";

    static final List<Word> ALL = List.of(
            state(
                            "read",
                            "Reads a variable into a local, or a line that a process printed. The local bears the"
                                    + " variable's name unless it says `into`.")
                    .first("from", Form.name("variable", "process"), "what to read")
                    .optional("at", Form.WHOLE, AT)
                    .required("into", Form.LOCAL, "what to call what was read")
                    .maybe("timeout", Form.DURATION, "for a line: " + TIMEOUT)
                    .maybe("else", Form.STEPS, "for a line: what to do when the time is up or no line is left")
                    .example("""
                            - read: count
                            - read: { from: cells, at: 3, into: cell }
                            - read: { from: echo, into: line }
                              timeout: 100ms
                              else:
                                - log: no line
                            """),
            state("write", "Sets a variable, or gives a process a line to read.")
                    .required("to", Form.name("variable", "process"), "where to")
                    .optional("at", Form.WHOLE, AT)
                    .optional("value", Form.VALUE, "of a variable: its new value")
                    .optional("line", Form.TEXT, "of a process: the line")
                    .example("""
                            - read: count
                            - write: { to: count, value: count + 1 }
                            - write: { to: echo, line: "number {count}" }
                            """),
            state("increment", "Reads, adds, writes: not atomic, on purpose.")
                    .first("variable", Form.name("variable"), "what to add to")
                    .optional("at", Form.WHOLE, AT)
                    .optional("by", Form.VALUE, "how much; 1 where it says nothing")
                    .example("""
                            - increment: count
                            - increment: { variable: cells, at: 3, by: 2 }
                            """),
            state("update", "Sets a variable atomically; in the value, the variable's own name is its value before.")
                    .required("to", Form.name("variable"), "what to set")
                    .optional("at", Form.WHOLE, AT)
                    .required("value", Form.VALUE, "its new value")
                    .example("- update: { to: count, value: count + 1 }"),
            state("compare_and_set", "Sets a variable if it still is what was expected, atomically.")
                    .required("variable", Form.name("variable"), "what to set")
                    .optional("at", Form.WHOLE, AT)
                    .required("expect", Form.VALUE, "what it should be now")
                    .required("value", Form.VALUE, "what it is to be")
                    .optional("into", Form.LOCAL, "whether it was so, a switch")
                    .example("""
                            - read: count
                            - let: { next: count + 1 }
                            - compare_and_set: { variable: count, expect: count, value: next }
                            """),
            lock(
                            "hold",
                            "Takes a lock, or one permit of a semaphore, does its steps, and gives it back however they"
                                    + " end.")
                    .first("lock", LOCK, "what to take")
                    .optional("at", Form.WHOLE, AT)
                    .optional("mode", MODE, MODE_MEANING)
                    .maybe("timeout", Form.DURATION, TIMEOUT)
                    .with("steps", Form.STEPS, "what to do with it")
                    .maybe("else", Form.STEPS, ELSE)
                    .example("""
                            - hold: mutex
                              steps:
                                - increment: count
                            - hold: { lock: map_lock, mode: read }
                              steps:
                                - read: count
                            """),
            lock("try", "As `hold`, but without a `timeout` it does not wait at all.")
                    .first("lock", LOCK, "what to take")
                    .optional("at", Form.WHOLE, AT)
                    .optional("mode", MODE, MODE_MEANING)
                    .maybe("timeout", Form.DURATION, "how long at most; 0s where it says nothing")
                    .with("steps", Form.STEPS, "what to do with it")
                    .maybe("else", Form.STEPS, ELSE)
                    .example("""
                            - try: mutex
                              timeout: 2ms
                              steps:
                                - increment: count
                              else:
                                - log: not this time
                            """),
            lock("acquire", "Takes a lock, or one permit of a semaphore, and keeps it.")
                    .first("lock", LOCK, "what to take")
                    .optional("at", Form.WHOLE, AT)
                    .optional("mode", MODE, "of a read_write or stamped lock: write or read")
                    .maybe("timeout", Form.DURATION, TIMEOUT)
                    .maybe("else", Form.STEPS, ELSE)
                    .example("""
                            - acquire: mutex
                            - release: mutex
                            """),
            lock("release", "Gives back what was acquired; a permit, also one that another unit acquired.")
                    .first("lock", LOCK, "what to give back")
                    .optional("at", Form.WHOLE, AT)
                    .example("""
                            - acquire: seats
                            - release: seats
                            """));

    private StateWords() {}

    private static Word state(String word, String meaning) {
        return Word.of(Family.STEP, "Shared state", word, meaning);
    }

    private static Word lock(String word, String meaning) {
        return Word.of(Family.STEP, "Locks and semaphores", word, meaning);
    }
}
