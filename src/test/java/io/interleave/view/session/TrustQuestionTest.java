package io.interleave.view.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.testkit.Bench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrustQuestionTest {

    private static final String COMMANDS = """
            interleave: 1
            title: Commands
            units:
              nap: { process: 2, command: [sleep, "0.1"], environment: { A: b }, directory: there }
            """;

    @TempDir
    private Path folder;

    private Bench bench;
    private TrustQuestion question;

    @BeforeEach
    void openCommands() throws IOException {
        bench = new Bench(folder.resolve("runs"));
        question = bench.workbench.question();
        open(COMMANDS);
    }

    private void open(String text) throws IOException {
        bench.workbench.open(Files.writeString(folder.resolve("commands.interleave.yaml"), text));
    }

    @Test
    void commands_are_shown_and_nothing_is_started_before_the_answer() {
        bench.workbench.run();

        assertThat(bench.engines.runs()).isEmpty();
        assertThat(bench.workbench.session().state()).isInstanceOf(RunState.Idle.class);
        var asked = question.askedProperty().get().orElseThrow();
        assertThat(asked.file()).isEqualTo("commands.interleave.yaml");
        assertThat(asked.commands()).singleElement().satisfies(command -> {
            assertThat(command.line()).isEqualTo("sleep 0.1");
            assertThat(command.count()).isEqualTo("2");
            assertThat(command.environment()).containsEntry("A", "b");
            assertThat(command.directory()).contains("there");
        });
    }

    @Test
    void run_once_runs_once_and_asks_again() {
        bench.workbench.run();
        question.runOnce();
        bench.untilRunning();

        assertThat(bench.engines.last().request().commandsAllowed()).isTrue();
        bench.workbench.stop();
        bench.untilEnded();
        bench.workbench.run();
        assertThat(question.askedProperty().get()).isPresent();
        assertThat(bench.engines.runs()).hasSize(1);
    }

    @Test
    void a_trusted_text_is_not_asked_about_and_an_edit_is() throws IOException {
        bench.workbench.run();
        question.trust();
        bench.untilRunning();
        bench.workbench.stop();
        bench.untilEnded();
        bench.workbench.run();
        assertThat(question.askedProperty().get()).isEmpty();
        bench.untilRunning();

        open(COMMANDS + "\n");
        bench.workbench.run();
        assertThat(question.askedProperty().get()).isPresent();
    }

    @Test
    void no_and_opening_something_else_start_nothing() throws IOException {
        bench.workbench.run();
        question.withdraw();
        question.runOnce();
        bench.workbench.run();
        open(COMMANDS.replace("sleep", "echo"));
        question.runOnce();

        assertThat(bench.engines.runs()).isEmpty();
        assertThat(question.askedProperty().get()).isEmpty();
    }

    @Test
    void trust_that_cannot_be_kept_starts_nothing_and_says_so() throws IOException {
        Files.createDirectories(folder.resolve("runs").resolve("trusted"));
        bench.workbench.run();
        question.trust();

        assertThat(bench.engines.runs()).isEmpty();
        assertThat(question.askedProperty().get().orElseThrow().problem()).isNotEmpty();
    }

    @Test
    void a_scenario_of_the_gallery_is_not_asked_about() {
        bench.open("lost-update");
        bench.workbench.run();
        bench.untilRunning();

        assertThat(question.askedProperty().get()).isEmpty();
    }
}
