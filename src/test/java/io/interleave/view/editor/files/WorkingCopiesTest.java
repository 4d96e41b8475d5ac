package io.interleave.view.editor.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.edit.Operation;
import io.interleave.edit.Spot;
import io.interleave.model.Gallery;
import io.interleave.testkit.ManySteps;
import io.interleave.view.session.Document;
import io.interleave.view.store.DraftOrigin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkingCopiesTest {

    @TempDir
    private Path folder;

    private FilesBench files;

    @BeforeEach
    void start() {
        files = new FilesBench(folder);
    }

    @AfterEach
    void end() {
        files.close();
    }

    /// Ends the program, however that is, and starts it again.
    private void startAgain() {
        files.close();
        files = new FilesBench(folder);
    }

    private Document document() {
        return files.bench.workbench.documentProperty().get().orElseThrow();
    }

    @Test
    void the_first_edit_of_a_gallery_scenario_makes_a_copy_and_undoing_it_gives_the_gallery_s_back() {
        assertThat(files.name()).isEqualTo("Lost update");
        files.type("# mine\n");
        assertThat(files.name()).isEqualTo("● Lost update (edited)");
        assertThat(files.copies.unsaved()).containsExactly(files.copies.current());
        assertThat(document().text()).endsWith("# mine\n");

        files.undoAll();
        assertThat(files.name()).isEqualTo("Lost update");
        assertThat(files.copies.unsaved()).isEmpty();
        assertThat(files.copies.current().origin()).isEqualTo(new DraftOrigin.Gallery("lost-update"));
    }

    @Test
    void every_gallery_scenario_edited_in_blocks_and_text_and_undone_is_saved_with_the_bytes_it_had()
            throws IOException {
        for (var entry : Gallery.entries()) {
            files.bench.open(entry.name());
            var steps = files.draft.script().outline().section("units").blocks().stream()
                    .flatMap(it -> it.body("steps").stream())
                    .findFirst();
            steps.ifPresent(it -> assertThat(files.draft.perform("Add", new Operation.Add(Spot.atEnd(it), "sleep")))
                    .isTrue());
            files.type("# mine\n").type(0, "# first\n");
            files.undoAll();
            var file = folder.resolve(entry.fileName());
            files.saver.saveAs(file);
            assertThat(Files.readAllBytes(file))
                    .as(entry.name())
                    .isEqualTo(entry.text().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void a_run_begun_right_behind_an_edit_of_a_large_scenario_runs_what_is_seen() {
        files.open(FilesBench.file(folder, "large.interleave.yaml", ManySteps.of(800)));
        files.type("# mine\n");
        files.bench.workbench.run();
        files.bench.untilRunning();
        assertThat(files.bench.engines.last().request().scenario()).endsWith("# mine\n");
    }

    @Test
    void a_large_scenario_that_is_opened_is_read_without_waiting_for_a_rest() {
        files.open(FilesBench.file(folder, "large.interleave.yaml", ManySteps.of(800)));
        assertThat(files.draft.readingProperty().get()).isPresent();
    }

    @Test
    void opening_something_else_loses_neither_the_edits_nor_the_way_back() {
        var original = files.text();
        files.type("# mine\n");
        var copy = files.copies.current();
        files.bench.open("two-locks");
        assertThat(files.copies.unsaved()).containsExactly(copy);
        assertThat(files.text()).doesNotContain("# mine");

        files.copies.open(copy);
        assertThat(files.text()).endsWith("# mine\n");
        assertThat(files.undoAll().text()).isEqualTo(original);
        assertThat(files.copies.unsaved()).isEmpty();
    }

    @Test
    void what_was_edited_is_there_after_the_next_start_and_what_was_open_is_open() {
        var original = files.text();
        files.type("# one\n");
        files.bench.open("two-locks");
        files.type("# two\n");
        startAgain();

        var open = files.copies.recover().orElseThrow();
        files.copies.open(open);
        assertThat(files.text()).endsWith("# two\n");
        assertThat(files.name()).isEqualTo("● Two locks, opposite order (edited)");
        assertThat(files.copies.unsaved()).hasSize(2);
        files.copies.open(files.copies.unsaved().get(1));
        assertThat(files.text()).endsWith("# one\n");
        assertThat(files.undoAll().text()).isEqualTo(original);
    }

    @Test
    void what_was_undone_saved_or_discarded_does_not_come_back() {
        files.type("# mine\n").undoAll();
        files.bench.open("two-locks");
        files.type("# mine\n");
        files.saver.saveAs(folder.resolve("saved.yaml"));
        files.bench.open("dining-philosophers");
        files.type("# mine\n");
        files.copies.discard(files.copies.current());
        startAgain();

        assertThat(files.copies.recover()).isEmpty();
        assertThat(files.copies.unsaved()).isEmpty();
    }

    @Test
    void of_what_cannot_be_read_again_the_window_says_where_it_lies() throws IOException {
        files.type("# mine\n");
        startAgain();
        Files.writeString(draftFile(), "{");

        assertThat(files.copies.recover()).isEmpty();
        assertThat(files.copies.noticeProperty().get())
                .contains(new FileNotice.Failed(
                        "What was not saved of a scenario cannot be read. It lies, as it is, in " + draftFile()));
    }

    private Path draftFile() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(it -> it.getFileName().toString().contains(".json"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void what_is_discarded_can_be_had_back() {
        files.type("# mine\n");
        var copy = files.copies.current();
        files.copies.discard(copy);
        assertThat(files.text()).doesNotContain("# mine");
        assertThat(files.copies.unsaved()).isEmpty();
        assertThat(files.copies.noticeProperty().get()).contains(new FileNotice.Discarded(copy));

        files.copies.restore(copy);
        assertThat(files.text()).endsWith("# mine\n");
        assertThat(files.copies.discarded()).isEmpty();
        startAgain();
        files.copies.recover();
        assertThat(files.copies.unsaved()).hasSize(1);
    }

    @Test
    void a_window_leaves_the_drafts_of_another_one_alone() {
        files.type("# mine\n");
        try (var other = new FilesBench(folder)) {
            assertThat(other.copies.recover()).isEmpty();
            other.type("# theirs\n");
            assertThat(other.copies.unsaved()).hasSize(1);
        }
        files.type("# more\n");
        startAgain();
        files.copies.recover();
        assertThat(files.copies.unsaved())
                .extracting(WorkingCopy::text)
                .allMatch(it -> it.endsWith("# mine\n# more\n") || it.endsWith("# theirs\n"))
                .hasSize(2);
    }

    @Test
    void a_new_scenario_is_kept_from_its_first_moment() {
        files.copies.create(new Template("Empty", "Bank", "", FilesBench.TEXT));
        assertThat(files.copies.unsaved()).hasSize(1);
        assertThat(files.name()).isEqualTo("● Bank");
        startAgain();
        files.copies.open(files.copies.recover().orElseThrow());
        assertThat(files.text()).isEqualTo(FilesBench.TEXT);
    }

    @Test
    void new_scenarios_are_told_apart_by_a_number_in_the_lists_and_in_their_texts() {
        var empty = Template.all().getFirst();
        for (int i = 0; i < 3; i++) {
            files.copies.create(empty);
        }
        assertThat(files.copies.unsaved())
                .extracting(it -> it.titleProperty().get())
                .containsExactly("Untitled 3", "Untitled 2", "Untitled");
        assertThat(files.text()).isEqualTo(empty.text().replace("title: Untitled", "title: Untitled 3"));
    }

    @Test
    void a_file_goes_on_to_be_edited_when_it_is_opened_again() {
        var file = FilesBench.file(folder, "bank.interleave.yaml", FilesBench.TEXT);
        files.open(file).type("# mine\n");
        files.bench.open("two-locks");
        files.open(file);
        assertThat(files.text()).endsWith("# mine\n");
        assertThat(files.copies.unsaved()).hasSize(1);
    }

    @Test
    void the_text_of_an_earlier_run_is_not_taken_for_that_of_its_file() throws IOException {
        var file = FilesBench.file(folder, "bank.interleave.yaml", FilesBench.TEXT);
        files.open(file);
        var earlier = document();
        files.byAnother(file, FilesBench.TEXT + "# later\n");
        files.bench.workbench.open(earlier);
        files.type("# mine\n");
        assertThat(files.copies.current().file()).isEmpty();
        assertThat(files.saver.save()).isFalse();
        assertThat(file).hasContent(FilesBench.TEXT + "# later\n");
    }

    @Test
    void files_that_are_dropped_are_all_listed_and_the_first_is_opened() {
        var one = FilesBench.file(folder, "one.yaml", FilesBench.TEXT);
        var two = FilesBench.file(folder, "two.yaml", FilesBench.TEXT.replace("Bank", "Shop"));
        files.copies.openAll(List.of(one, two));
        assertThat(files.copies.current().file()).contains(one);
        assertThat(files.copies.files().list())
                .containsExactlyInAnyOrder(new ListedFile(one, "Bank"), new ListedFile(two, "Shop"));
    }

    @Test
    void drafts_that_cannot_be_kept_say_so_and_are_kept_once_they_can() throws IOException {
        var drafts = FilesBench.file(folder, "no-folder", "");
        try (var broken = new FilesBench(folder, drafts)) {
            broken.type("# mine\n");
            assertThat(broken.copies.autosave().stateProperty().get()).isInstanceOf(Autosave.State.Failed.class);
            Files.delete(drafts);
            broken.outside.look();
            assertThat(broken.copies.autosave().stateProperty().get()).isEqualTo(new Autosave.State.Kept());
        }
        try (var next = new FilesBench(folder, drafts)) {
            assertThat(next.copies.recover()).isPresent();
        }
    }

    @Test
    void commands_written_in_this_window_are_started_without_a_question() {
        var text = """
                interleave: 1
                title: Mine
                units:
                  nap: { process: 1, command: [sleep, "0.1"] }
                """;
        var workbench = files.bench.workbench;
        files.copies.create(new Template("Mine", "Mine", "", text));
        runWithoutAQuestion();
        files.type(text.indexOf("0.1"), "1");
        runWithoutAQuestion();
        var file = folder.resolve("mine.interleave.yaml");
        files.saver.saveAs(file);
        files.bench.open("two-locks");
        files.open(file);
        runWithoutAQuestion();

        files.type(text.indexOf("0.1"), "2");
        workbench.run();
        assertThat(workbench.question().askedProperty().get())
                .as("another text of a file")
                .isPresent();
    }

    @Test
    void what_another_program_writes_into_a_file_of_one_s_own_is_asked_about() throws IOException {
        var file = folder.resolve("mine.interleave.yaml");
        files.copies.create(new Template("Mine", "Mine", "", FilesBench.TEXT));
        files.saver.saveAs(file);
        files.byAnother(file, """
                interleave: 1
                title: Theirs
                units:
                  nap: { process: 1, command: [sleep, "0.1"] }
                """);
        files.bench.workbench.run();
        assertThat(files.bench.workbench.question().askedProperty().get()).isPresent();
        assertThat(files.bench.engines.runs()).isEmpty();
    }

    @Test
    void commands_that_were_pasted_are_asked_about_until_they_are_trusted_also_after_a_crash() {
        var pasted = "  nap: { process: 1, command: [sleep, \"0.1\"] }\n";
        files.copies.create(new Template("Mine", "Mine", "", FilesBench.TEXT));
        files.type(pasted);
        startAgain();
        files.copies.open(files.copies.recover().orElseThrow());
        var workbench = files.bench.workbench;
        workbench.run();
        assertThat(workbench.question().askedProperty().get().orElseThrow().commands())
                .singleElement()
                .satisfies(it -> assertThat(it.line()).isEqualTo("sleep 0.1"));
        workbench.question().trust();
        files.bench.untilRunning();
        workbench.stop();
        files.bench.untilEnded();

        files.type(files.text().indexOf("0.1"), "1");
        runWithoutAQuestion();
        files.type(pasted.replace("nap", "again").replace("0.1", "10.1"));
        runWithoutAQuestion();
    }

    private void runWithoutAQuestion() {
        var workbench = files.bench.workbench;
        int runs = files.bench.engines.runs().size();
        workbench.run();
        assertThat(workbench.question().askedProperty().get()).isEmpty();
        files.bench.untilRunning();
        assertThat(files.bench.engines.runs()).hasSize(runs + 1);
        workbench.stop();
        files.bench.untilEnded();
    }

    @Test
    void any_edit_of_a_trusted_scenario_asks_again_before_its_commands_are_started() {
        var text = """
                interleave: 1
                title: Commands
                units:
                  nap: { process: 1, command: [sleep, "0.1"] }
                """;
        files.open(FilesBench.file(folder, "commands.yaml", text));
        var workbench = files.bench.workbench;
        workbench.run();
        workbench.question().trust();
        files.bench.untilRunning();
        workbench.stop();
        files.bench.untilEnded();

        files.type(text.indexOf("0.1"), "1");
        workbench.run();
        assertThat(workbench.question().askedProperty().get().orElseThrow().commands())
                .singleElement()
                .satisfies(it -> assertThat(it.line()).isEqualTo("sleep 10.1"));
        files.type("# another\n");
        assertThat(workbench.question().askedProperty().get())
                .as("the question was about another text")
                .isEmpty();
        assertThat(files.bench.engines.runs()).hasSize(1);

        files.undoAll();
        workbench.run();
        assertThat(workbench.question().askedProperty().get()).isEmpty();
    }
}
