package io.interleave.model;

import io.interleave.model.Word.Family;
import java.util.List;

/// The kinds of unit groups.
final class UnitWords {

    /// How a group is started.
    static final Form START = Form.choice(List.of("automatic", "manual"));

    private static final String STARTED =
            "manual: by `start` or `gather`, not by the run; automatic where it says nothing";

    static final List<Word> ALL = List.of(
            unit("thread", "So many threads of the operating system, which run the steps.")
                    .alone(Form.WHOLE)
                    .maybe("priority", Form.WHOLE, "from 1, the lowest, over 5, the usual, to 10")
                    .maybe("core", Form.WHOLE, "the only core that it may run on, from 0")
                    .maybe("stack", Form.WHOLE, "bytes of its stack")
                    .maybe("under", Form.name("lock"), "the gil that it runs under")
                    .maybe("start", START, STARTED)
                    .with("steps", Form.STEPS, "what it does")
                    .example("""
                            worker:
                              thread: $workers
                              priority: 5
                              steps:
                                - compute: 1ms
                            """),
            unit("coroutine", "So many coroutines, which run the steps on an event loop.")
                    .alone(Form.WHOLE)
                    .maybe("loop", Form.name("event_loop"), "where it runs; the only one where it says nothing")
                    .maybe(
                            "priority",
                            Form.WHOLE,
                            "in a loop with priorities, the lowest first; 0 where it says" + " nothing")
                    .maybe("start", START, STARTED)
                    .with("steps", Form.STEPS, "what it does")
                    .example("""
                            fetch:
                              coroutine: 100
                              loop: loop
                              start: manual
                              steps:
                                - io: 5ms
                            """),
            unit("generator", "So many generators; each runs when resumed, on the thread of whoever resumes it.")
                    .alone(Form.WHOLE)
                    .maybe(
                            "of",
                            Form.choice(Value.Type.class),
                            "the type of what it yields and is sent; whole where it" + " says nothing")
                    .with("steps", Form.STEPS, "what it does")
                    .example("""
                            squares:
                              generator: 1
                              of: whole
                              steps:
                                - for_each: { as: i, from: 1, to: 3 }
                                  steps:
                                    - yield: i * i
                            """),
            unit(
                            "process",
                            "So many child processes. No shell ever sees the command. How a process ends fails nobody: `await` gives its exit status.")
                    .alone(Form.WHOLE)
                    .with("command", Form.COMMAND, "with `{expressions}` over knobs and `index`")
                    .maybe("environment", Form.ENTRIES, "added to the program's own")
                    .maybe("directory", Form.TEXT, "where it runs, within the run's own directory")
                    .maybe(
                            "input",
                            Form.name("process"),
                            "whose output it reads, without passing through us; else what steps write, and nothing where none does")
                    .maybe(
                            "output",
                            Form.choice(UnitGroup.Process.Output.class),
                            "show: as it comes; read: by steps; where it says nothing, read if a step does, else show")
                    .maybe("start", START, STARTED)
                    .example("""
                            echo:
                              process: 1
                              command: [cat]
                              environment: { LANG: C }
                              output: read
                            """),
            unit("task", "What pools run: its value names the local that the argument comes in.")
                    .alone(Form.LOCAL)
                    .maybe(
                            "of",
                            Form.choice(Value.Type.class),
                            "the type of the argument and the result; whole where" + " it says nothing")
                    .with("steps", Form.STEPS, "what it does")
                    .example("""
                            job:
                              task: n
                              of: whole
                              steps:
                                - compute: { kernel: factorize, size: n, into: factors }
                                - return: factors
                            """));

    private UnitWords() {}

    private static Word unit(String word, String meaning) {
        return Word.of(Family.UNIT, "Units", word, meaning);
    }
}
