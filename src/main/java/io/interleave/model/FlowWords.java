package io.interleave.model;

import io.interleave.model.Word.Family;
import java.util.List;

/// The steps that decide what is done next, and those that do work.
final class FlowWords {

    private static final String BODY = "what to do";

    static final List<Word> ALL = List.of(
            flow(
                            "repeat",
                            "Does its steps so many times; not at all where that comes to 0 or less, though no negative number may stand there.")
                    .alone(Form.WHOLE)
                    .with("steps", Form.STEPS, BODY)
                    .example("""
                            - repeat: 10
                              steps:
                                - compute: 1ms
                            """),
            flow(
                            "for_each",
                            "Does its steps with each number of a range, or each item of a queue until it is closed"
                                    + " and empty.")
                    .required("as", Form.LOCAL, "what the steps call it")
                    .optional("from", Form.WHOLE, "the first number")
                    .optional("to", Form.WHOLE, "the last number, included")
                    .optional("in", Form.name("queue"), "where the items come from, instead of from and to")
                    .optional("at", Form.WHOLE, "which queue of several")
                    .with("steps", Form.STEPS, BODY)
                    .example("""
                            - for_each: { as: i, from: 1, to: 8 }
                              steps:
                                - update: { to: cells, at: i, value: i }
                            - for_each: { as: item, in: jobs }
                              steps:
                                - log: got {item}
                            """),
            flow("while", "Does its steps for as long as the condition holds, asked before each pass.")
                    .alone(Form.CONDITION)
                    .with("steps", Form.STEPS, BODY)
                    .example("""
                            - let: { x: 0 }
                            - while: x < 3
                              steps:
                                - let: { x: x + 1 }
                            """),
            flow("if", "Does its steps if the condition holds, and otherwise those of `else`.")
                    .alone(Form.CONDITION)
                    .with("steps", Form.STEPS, BODY)
                    .maybe("else", Form.STEPS, "what to do where it does not hold")
                    .example("""
                            - read: count
                            - if: count == 0
                              steps:
                                - log: nothing yet
                              else:
                                - log: "{count} so far"
                            """),
            flow("forever", "Does its steps until the run is stopped, or the unit cancelled.")
                    .alone(Form.NOTHING)
                    .with("steps", Form.STEPS, BODY)
                    .example("""
                            - forever:
                              steps:
                                - sleep: 10ms
                            """),
            work(
                            "compute",
                            "Keeps a core busy, with as much work as takes that long on a core of its own, or with a"
                                    + " named piece of work. Of those, `factorize` and `primes` take a number, `sha256`"
                                    + " bytes, `mandelbrot` and `matrix` a side, `sort` a length.")
                    .alone(Form.DURATION)
                    .required("kernel", Form.choice(Kernel.class), "which piece of work")
                    .required("size", Form.WHOLE, "how much of it")
                    .optional("into", Form.LOCAL, "its result, a whole number")
                    .example("""
                            - compute: 2ms
                            - compute: { kernel: primes, size: 10000, into: found }
                            """),
            work("sleep", "Does nothing for so long.").alone(Form.DURATION).example("- sleep: 1ms"),
            work("io", "Blocks in real input or output: a loopback socket that answers late, or a file.")
                    .stands("socket", Form.DURATION, "how late it answers")
                    .optional("file", Form.WHOLE, "bytes to write to the disk and read back")
                    .example("""
                            - io: 5ms
                            - io: { file: 100000 }
                            """),
            work("log", "Writes a line to the run's output.").alone(Form.TEXT).example("- log: unit {index} is here"),
            work("check", "Fails the unit, and with it the run, where the condition does not hold.")
                    .alone(Form.CONDITION)
                    .example("- check: index > 0"),
            work("fail", "Fails the unit, and with it the run; of a task, whoever awaits it.")
                    .alone(Form.TEXT)
                    .example("- fail: no way on for unit {index}"),
            work("let", "Gives a local a value; a local keeps the type of its first value.")
                    .alone(Form.ASSIGNMENT)
                    .example("- let: { half: index / 2 }"),
            work("clock", "Gives a local the time since the run began, a duration.")
                    .alone(Form.LOCAL)
                    .example("""
                            - clock: before
                            - sleep: 1ms
                            - clock: after
                            - log: that took {after - before}
                            """));

    private FlowWords() {}

    private static Word flow(String word, String meaning) {
        return Word.of(Family.STEP, "Flow", word, meaning);
    }

    private static Word work(String word, String meaning) {
        return Word.of(Family.STEP, "Work", word, meaning);
    }
}
