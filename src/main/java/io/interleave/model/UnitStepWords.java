package io.interleave.model;

import static io.interleave.model.StateWords.AT;
import static io.interleave.model.StateWords.ELSE;
import static io.interleave.model.StateWords.TIMEOUT;

import io.interleave.model.Word.Family;
import java.util.List;

/// The steps on other units: processes, coroutines and generators.
final class UnitStepWords {

    private static final String[] STARTED = {"thread", "coroutine", "process"};

    static final List<Word> ALL = List.of(
            unit(
                            "start",
                            "Starts the units of a group whose start is manual, as many as its count says; again, as"
                                    + " many more.")
                    .alone(Form.name(STARTED))
                    .example("- start: fetch"),
            unit("poll", "Asks whether any unit of a group still runs.")
                    .required("unit", Form.name(STARTED), "which group")
                    .required("into", Form.LOCAL, "whether one does, a switch")
                    .example("- poll: { unit: echo, into: running }"),
            unit("cancel", "Cancels the units of a group that still run: each ends at its next step that waits.")
                    .alone(Form.name(STARTED))
                    .example("- cancel: fetch"),
            unit("gather", "Starts groups whose start is manual, and waits until all of their units have ended.")
                    .alone(Form.names("thread", "coroutine", "process"))
                    .maybe("timeout", Form.DURATION, TIMEOUT)
                    .maybe("else", Form.STEPS, ELSE)
                    .example("- gather: [fetch]"),
            unit(
                            "kill",
                            "Ends the processes of a group and all that they started: asks, and after a moment insists."
                                    + " Of a pool of processes, one worker, at once, as a crash would: one that is busy"
                                    + " where there is such a one; its task fails, and another worker takes its place.")
                    .alone(Form.name("process", "pool"))
                    .example("""
                            - kill: echo
                            - kill: crew
                            """),
            unit("communicate", "Gives a process all its input, closes that, and reads all its output until it ends.")
                    .required("with", Form.name("process"), "which process")
                    .optional("at", Form.WHOLE, AT)
                    .optional("input", Form.TEXT, "what it reads; nothing where it says nothing")
                    .optional("into", Form.LOCAL, "its output, a text, without the last line's end")
                    .maybe("timeout", Form.DURATION, TIMEOUT)
                    .maybe("else", Form.STEPS, ELSE)
                    .example("- communicate: { with: echo, input: hello, into: answer }"),
            coroutine("pause", "Lets other coroutines of the loop run first; a thread gives up its turn.")
                    .alone(Form.NOTHING)
                    .example("- pause:"),
            generator("yield", "Gives a value to whoever resumed the generator, and stops here until resumed.")
                    .first("value", Form.VALUE, "what to give")
                    .optional("into", Form.LOCAL, "what was sent; 0, 0s, off or an empty text where nothing was")
                    .example("""
                            - yield: 1
                            - yield: { value: 2, into: sent }
                            """),
            generator(
                            "next",
                            "Resumes a generator until it yields or ends. The unit fails where another has resumed it and it still runs.")
                    .first("of", Form.name("generator"), "which generator")
                    .optional("at", Form.WHOLE, AT)
                    .optional("into", Form.LOCAL, "what it yields")
                    .maybe("else", Form.STEPS, "what to do where it has ended; the unit fails where it says nothing")
                    .example("""
                            - next: { of: squares, into: square }
                              else:
                                - log: no more squares
                            """),
            generator("send", "As `next`, and gives the generator a value, which its `yield` takes.")
                    .required("to", Form.name("generator"), "which generator")
                    .optional("at", Form.WHOLE, AT)
                    .required("value", Form.VALUE, "what its `yield` takes")
                    .optional("into", Form.LOCAL, "what it yields")
                    .maybe("else", Form.STEPS, "what to do where it has ended; the unit fails where it says nothing")
                    .example("- send: { to: squares, value: 5, into: square }"));

    private UnitStepWords() {}

    private static Word unit(String word, String meaning) {
        return Word.of(Family.STEP, "Units and processes", word, meaning);
    }

    private static Word coroutine(String word, String meaning) {
        return Word.of(Family.STEP, "Coroutines and generators", word, meaning);
    }

    private static Word generator(String word, String meaning) {
        return coroutine(word, meaning);
    }
}
