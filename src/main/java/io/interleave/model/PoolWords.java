package io.interleave.model;

import static io.interleave.model.StateWords.TIMEOUT;

import io.interleave.model.Word.Family;
import java.util.List;

/// The steps on pools and in tasks.
final class PoolWords {

    private static final String PAYLOAD =
            "bytes that travel with the argument and come back with the result; 0 where" + " it says nothing";

    static final List<Word> ALL = List.of(
            pool(
                            "submit",
                            "Hands a task to a pool. Where the task fails, whoever awaits it fails, and where nobody does, the run.")
                    .required("to", Form.name("pool"), "which pool")
                    .required("task", Form.name("task"), "which task")
                    .optional("with", Form.VALUE, "its argument")
                    .optional("payload", Form.WHOLE, PAYLOAD)
                    .optional("into", Form.LOCAL, "the name under which `await` finds it")
                    .maybe(
                            "else",
                            Form.STEPS,
                            "what to do where the pool refuses it; the unit fails where it says" + " nothing")
                    .example("""
                            - submit: { to: crew, task: job, with: 360, into: handle }
                            - await: { for: handle, into: factors }
                            """),
            pool("map", "Hands a pool one task for each number of a range, and waits for all.")
                    .required("pool", Form.name("pool"), "which pool")
                    .required("task", Form.name("task"), "which task")
                    .required("from", Form.WHOLE, "the first argument")
                    .required("to", Form.WHOLE, "the last, included")
                    .optional("chunk", Form.WHOLE, "how many travel together; 1 where it says nothing")
                    .optional("payload", Form.WHOLE, PAYLOAD)
                    .optional("into", Form.LOCAL, "the sum of their results")
                    .maybe("timeout", Form.DURATION, TIMEOUT)
                    .maybe(
                            "else",
                            Form.STEPS,
                            "what to do when the time is up, or a task failed or was not done; the unit fails"
                                    + " where it says nothing")
                    .example("- map: { pool: crew, task: job, from: 1, to: 8, chunk: 4, into: sum }"),
            pool("shutdown", "Takes no more tasks, and waits for those that there are, or cancels them.")
                    .first("pool", Form.name("pool"), "which pool")
                    .optional("cancel", Form.SWITCH, "on: cancels them; off where it says nothing")
                    .example("- shutdown: { pool: crew, cancel: on }"),
            pool("return", "Of a task: ends it, with this result.")
                    .alone(Form.VALUE)
                    .example("- return: n + 1"));

    private PoolWords() {}

    private static Word pool(String word, String meaning) {
        return Word.of(Family.STEP, "Pools and tasks", word, meaning);
    }
}
