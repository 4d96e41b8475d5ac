package io.interleave.engine;

import static io.interleave.engine.Children.HERE;
import static io.interleave.engine.Children.local;
import static io.interleave.engine.Children.log;
import static io.interleave.engine.Children.sleep;
import static io.interleave.engine.Children.target;
import static io.interleave.engine.Children.text;
import static io.interleave.engine.Children.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.model.Step;
import io.interleave.model.UnitGroup.Process.Output;
import io.interleave.model.Waiting;
import io.interleave.testkit.ReadTrace;
import io.interleave.trace.CoreSource;
import io.interleave.trace.Definition;
import io.interleave.trace.Definition.How;
import io.interleave.trace.EventKind;
import io.interleave.trace.EventKind.UnitEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class ProcessTest {

    @TempDir
    private Path directory;

    @Test
    void a_process_has_a_pid_and_an_exit_status() throws IOException {
        var ran = new Children().shell("child", Output.SHOW, "exit 7").run(directory);

        assertThat(ran.result().how()).isEqualTo(How.COMPLETED);
        assertThat(of(ran.trace(), Definition.Exit.class)).containsExactly(new Definition.Exit(0, 7, 0));
        var start = events(ran.trace(), EventKind.UNIT_START).getFirst();
        assertThat(start.value())
                .isPositive()
                .isNotEqualTo(ProcessHandle.current().pid());
        assertThat(events(ran.trace(), EventKind.UNIT_END))
                .singleElement()
                .matches(it -> it.value() == UnitEnd.FINISHED.ordinal());
    }

    @Test
    void a_process_that_a_signal_ended_tells_which() throws IOException {
        var ran = new Children().shell("child", Output.SHOW, "kill -9 $$").run(directory);

        assertThat(of(ran.trace(), Definition.Exit.class)).containsExactly(new Definition.Exit(0, -1, 9));
    }

    @Test
    void arguments_are_no_shell_s_business_and_the_environment_and_directory_are_as_said() throws IOException {
        var ran = new Children()
                .process("plain", 1, Output.SHOW, Optional.empty(), "echo", "$HOME; `id`", "a  b")
                .process(
                        "there",
                        1,
                        Output.SHOW,
                        Optional.empty(),
                        Map.of("COLOUR", text("blue")),
                        Optional.of("sub/deep"),
                        "/bin/sh",
                        "-c",
                        "echo $COLOUR; pwd -P; echo ${JAVA_TOOL_OPTIONS-none}${LD_PRELOAD-none}")
                .run(directory);

        assertThat(lines(ran.trace(), 0)).containsExactly("$HOME; `id` a  b");
        assertThat(lines(ran.trace(), 1))
                .containsExactly(
                        "blue", directory.resolve("sub/deep").toRealPath().toString(), "nonenone");
    }

    @Test
    void what_is_not_written_to_has_no_input() throws IOException {
        var ran = new Children()
                .process("child", 1, Output.SHOW, Optional.empty(), "cat")
                .run(directory);

        assertThat(ran.result().how()).isEqualTo(How.COMPLETED);
    }

    @Test
    void lines_are_written_to_it_and_read_from_it_until_its_input_is_closed() throws IOException {
        var ran = new Children()
                .process("child", 1, Output.READ, Optional.empty(), "cat")
                .thread(
                        "talker",
                        new Step.WriteLine(HERE, target("child"), text("one")),
                        new Step.ReadLine(HERE, target("child"), "line", Waiting.FOR_EVER),
                        log(local("line")),
                        new Step.WriteLine(HERE, target("child"), text("two")),
                        new Step.Close(HERE, target("child")),
                        new Step.ReadLine(HERE, target("child"), "line", Waiting.FOR_EVER),
                        log(local("line")),
                        new Step.ReadLine(
                                HERE,
                                target("child"),
                                "line",
                                new Waiting(Optional.empty(), Optional.of(List.of(log(text("end")))))))
                .run(directory);

        assertThat(ran.result().failure()).isEmpty();
        assertThat(lines(ran.trace(), 1)).containsExactly("one", "two", "end");
        assertThat(last(ran.trace(), EventKind.INPUT, -1)).isEqualTo(8);
        assertThat(last(ran.trace(), EventKind.OUTPUT, 1)).isEqualTo(8);
    }

    @Test
    void a_line_that_does_not_come_in_time_is_given_up() throws IOException {
        var ran = new Children()
                .shell("child", Output.READ, "sleep 1000")
                .thread(
                        "reader",
                        new Step.ReadLine(HERE, target("child"), "line", within(20, log(text("late")))),
                        new Step.Kill(HERE, "child"))
                .run(directory);

        assertThat(lines(ran.trace(), 1)).containsExactly("late");
        assertThat(of(ran.trace(), Definition.Exit.class)).containsExactly(new Definition.Exit(0, -1, 15));
        assertThat(of(ran.trace(), Definition.Note.class))
                .extracting(Definition.Note::text)
                .containsExactly("'reader' ended 'child'");
    }

    @Test
    void a_process_is_asked_to_end_before_what_it_has_started() throws IOException {
        int many = 40;
        var steps = Stream.concat(
                IntStream.rangeClosed(1, many)
                        .mapToObj(it -> new Step.ReadLine(HERE, target("child", it), "begun", Waiting.FOR_EVER)),
                Stream.of(new Step.Kill(HERE, "child")));
        var ran = new Children()
                .process("child", many, Output.READ, Optional.empty(), "/bin/sh", "-c", "sleep 1000 & echo begun; wait")
                .thread("reader", steps.toArray(Step[]::new))
                .run(directory);

        assertThat(of(ran.trace(), Definition.Exit.class)).hasSize(many).allMatch(it -> it.signal() == 15);
    }

    @Test
    void communicate_gives_all_the_input_and_takes_all_the_output_however_much() throws IOException {
        var much = "x".repeat(300_000);
        var ran = new Children()
                .process("child", 1, Output.READ, Optional.empty(), "cat")
                .process("counter", 1, Output.READ, Optional.empty(), "wc", "-c")
                .thread(
                        "talker",
                        new Step.Communicate(
                                HERE, target("child"), Optional.of(text(much)), Optional.of("back"), Waiting.FOR_EVER),
                        new Step.Communicate(
                                HERE,
                                target("counter"),
                                Optional.of(local("back")),
                                Optional.of("n"),
                                Waiting.FOR_EVER),
                        log(local("n")))
                .run(directory);

        assertThat(ran.result().failure()).isEmpty();
        assertThat(lines(ran.trace(), 2).getFirst().strip()).isEqualTo("300000");
    }

    @Test
    void communicate_that_times_out_does_what_is_said_then() throws IOException {
        var ran = new Children()
                .shell("child", Output.READ, "echo begun; exec sleep 1000")
                .thread(
                        "talker",
                        new Step.Communicate(
                                HERE,
                                target("child"),
                                Optional.empty(),
                                Optional.of("said"),
                                within(50, new Step.Kill(HERE, "child"))),
                        new Step.Communicate(
                                HERE, target("child"), Optional.empty(), Optional.of("said"), Waiting.FOR_EVER),
                        log(local("said")))
                .run(directory);

        assertThat(ran.result().failure()).isEmpty();
        assertThat(lines(ran.trace(), 1)).containsExactly("begun");
    }

    @Test
    void kill_ends_the_whole_tree_even_where_it_ignores_sigterm_and_has_run_away() throws IOException {
        var ran = new Children()
                .shell(
                        "child",
                        Output.DISCARD,
                        "trap '' TERM; (setsid sh -c \"trap '' TERM; echo \\$\\$ > away; sleep 1000 & wait; wait\" &) ;"
                                + " echo $$ > here; while :; do sleep 1; done")
                .thread("killer", sleep(300), new Step.Kill(HERE, "child"))
                .run(directory);

        assertThat(ran.result().failure()).isEmpty();
        assertThat(of(ran.trace(), Definition.Note.class))
                .extracting(Definition.Note::text)
                .satisfiesExactly(
                        ended -> assertThat(ended).isEqualTo("'killer' ended 'child'"),
                        deaf -> assertThat(deaf).contains("'child' ignored SIGTERM", "500 ms"));
        assertThat(of(ran.trace(), Definition.Exit.class)).containsExactly(new Definition.Exit(0, -1, 9));
        for (var name : List.of("here", "away")) {
            assertGone(Files.readString(directory.resolve(name)).strip());
        }
    }

    @Test
    void three_children_in_a_pipe_pass_on_what_we_never_see() throws IOException {
        var ran = new Children()
                .process("source", 1, Output.SHOW, Optional.empty(), "head", "-c", "20000000", "/dev/zero")
                .process("middle", 1, Output.SHOW, Optional.of("source"), "tr", "\\0", "x")
                .process("sink", 1, Output.SHOW, Optional.of("middle"), "wc", "-c")
                .run(directory);

        assertThat(ran.result().how()).isEqualTo(How.COMPLETED);
        assertThat(of(ran.trace(), Definition.Line.class))
                .singleElement()
                .satisfies(line -> assertThat(line.text().strip()).isEqualTo("20000000"));
        assertThat(of(ran.trace(), Definition.Exit.class)).hasSize(3).allMatch(it -> it.status() == 0);
        assertThat(events(ran.trace(), EventKind.OUTPUT)).hasSize(1);
    }

    @Test
    void a_feeder_is_ended_by_the_broken_pipe_where_its_reader_is_gone() throws IOException {
        var ran = new Children()
                .process("source", 1, Output.SHOW, Optional.empty(), "yes")
                .process("sink", 1, Output.SHOW, Optional.of("source"), "head", "-n", "2")
                .run(directory);

        assertThat(lines(ran.trace(), 1)).containsExactly("y", "y");
        assertThat(of(ran.trace(), Definition.Exit.class))
                .containsExactlyInAnyOrder(new Definition.Exit(0, -1, 13), new Definition.Exit(1, 0, 0));
    }

    @Test
    void a_flood_of_output_is_counted_and_cut_short() throws IOException {
        var ran = new Children()
                .process("child", 1, Output.SHOW, Optional.empty(), "head", "-c", "50000000", "/dev/zero")
                .run(directory);

        assertThat(last(ran.trace(), EventKind.OUTPUT, 1)).isEqualTo(50_000_000);
        long kept = of(ran.trace(), Definition.Line.class).stream()
                .mapToLong(it -> it.text().length())
                .sum();
        assertThat(kept).isBetween((long) Shown.LIMIT, Shown.LIMIT + 100L);
        assertThat(of(ran.trace(), Definition.Line.class).getLast().text()).contains("bytes more, which are not kept");
    }

    @Test
    void what_a_child_wrote_that_no_step_has_read_yet_when_it_ends_is_counted() throws IOException {
        var ran = new Children()
                .process("child", 1, Output.READ, Optional.empty(), "head", "-c", "130000", "/dev/zero")
                .thread("reader", sleep(200), new Step.ReadLine(HERE, target("child"), "x", Waiting.FOR_EVER))
                .run(directory);

        assertThat(last(ran.trace(), EventKind.OUTPUT, 1)).isEqualTo(130_000);
    }

    @Test
    void an_unread_flood_makes_the_child_wait_and_stop_ends_it() throws Exception {
        var engine = new Children()
                .process("child", 1, Output.READ, Optional.empty(), "yes")
                .thread("reader", new Step.ReadLine(HERE, target("child"), "x", Waiting.FOR_EVER), sleep(1_000_000))
                .engine(directory);
        var run = Runs.beside(engine);
        engine.stop();

        assertThat(run.get(30, TimeUnit.SECONDS).how()).isEqualTo(How.STOPPED);
    }

    @Test
    void names_and_parents_of_what_a_child_starts_are_told() throws IOException {
        var ran = new Children().shell("child", Output.SHOW, "sleep 0; exit 0").run(directory);

        var source = of(ran.trace(), Definition.Cores.class).getFirst().source();
        org.junit.jupiter.api.Assumptions.assumeTrue(source == CoreSource.EXACT);
        int pid = (int) events(ran.trace(), EventKind.UNIT_START).getFirst().value();
        assertThat(of(ran.trace(), Definition.Forked.class))
                .anyMatch(it -> it.pid() == pid
                        && it.parent() == ProcessHandle.current().pid())
                .anyMatch(it -> it.parent() == pid);
        assertThat(of(ran.trace(), Definition.Program.class))
                .anyMatch(it -> it.tid() == pid && it.name().equals("sh"))
                .anyMatch(it -> it.name().equals("sleep"));
    }

    @Test
    void a_process_without_exact_records_runs_and_is_killed_all_the_same() throws IOException {
        var ran = new Children()
                .best(CoreSource.ESTIMATED)
                .shell("child", Output.SHOW, "(setsid sh -c 'echo $$ > away; sleep 1000' &); sleep 0.2; exit 0")
                .run(directory);

        assertThat(ran.result().how()).isEqualTo(How.COMPLETED);
        assertGone(Files.readString(directory.resolve("away")).strip());
    }

    @Test
    void a_program_that_is_not_there_is_named_before_anything_starts() {
        var refusal = Engine.refusal(new Children()
                .process("child", 1, Output.SHOW, Optional.empty(), "no-such-program", "x")
                .setup(directory));

        assertThat(refusal.orElseThrow()).contains("'child'", "'no-such-program'", "PATH");
    }

    @Test
    void directories_that_lead_out_of_the_run_are_refused() {
        for (var name : List.of("/tmp", "..", "a/../../b")) {
            var refusal = Engine.refusal(new Children()
                    .process("child", 1, Output.SHOW, Optional.empty(), Map.of(), Optional.of(name), "true")
                    .setup(directory));

            assertThat(refusal.orElseThrow()).contains("the run's own directory");
        }
    }

    @Test
    void a_link_that_leads_out_is_refused_when_it_is_come_to() throws IOException {
        Files.createSymbolicLink(directory.resolve("out"), Path.of("/tmp"));

        var ran = new Children()
                .process("child", 1, Output.SHOW, Optional.empty(), Map.of(), Optional.of("out"), "true")
                .run(directory);

        assertThat(ran.result().failure().orElseThrow().message()).contains("leads out");
    }

    @Test
    void without_agreement_nothing_is_started() throws IOException {
        var children = new Children().notAllowed().shell("child", Output.SHOW, "echo > made");

        assertThat(Engine.refusal(children.setup(directory)).orElseThrow()).contains("nobody has agreed");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> children.run(directory))
                .isInstanceOf(IllegalStateException.class);
        assertThat(directory.resolve("made")).doesNotExist();
    }

    @Test
    void circles_and_double_use_of_an_output_are_refused() {
        var circle = Engine.refusal(new Children()
                .process("a", 1, Output.SHOW, Optional.of("b"), "cat")
                .process("b", 1, Output.SHOW, Optional.of("a"), "cat")
                .setup(directory));
        var twice = Engine.refusal(new Children()
                .process("a", 1, Output.SHOW, Optional.empty(), "true")
                .process("b", 1, Output.SHOW, Optional.of("a"), "cat")
                .process("c", 1, Output.SHOW, Optional.of("a"), "cat")
                .setup(directory));

        assertThat(circle.orElseThrow()).contains("by itself");
        assertThat(twice.orElseThrow()).contains("can feed only one");
    }

    private static void assertGone(String pid) {
        // What is dead and not buried is gone too.
        assertThat(ProcessHandle.of(Long.parseLong(pid))
                        .filter(it -> it.info().command().isPresent()))
                .isEmpty();
    }

    private static <T> List<T> of(ReadTrace trace, Class<T> type) {
        return trace.definitions.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static List<ReadTrace.Happened> events(ReadTrace trace, EventKind kind) {
        return trace.events.stream().filter(it -> it.kind() == kind).toList();
    }

    private static long last(ReadTrace trace, EventKind kind, int object) {
        return events(trace, kind).stream()
                .filter(it -> it.object() == object)
                .mapToLong(ReadTrace.Happened::value)
                .max()
                .orElseThrow();
    }

    private static List<String> lines(ReadTrace trace, int unit) {
        return of(trace, Definition.Line.class).stream()
                .filter(it -> it.unit() == unit)
                .map(Definition.Line::text)
                .toList();
    }
}
