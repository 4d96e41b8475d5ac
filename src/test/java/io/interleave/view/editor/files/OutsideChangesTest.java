package io.interleave.view.editor.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutsideChangesTest {

    private static final String THEIRS = FilesBench.TEXT + "# theirs\n";

    @TempDir
    private Path folder;

    private Path file;
    private FilesBench files;

    @BeforeEach
    void start() {
        file = FilesBench.file(folder, "bank.yaml", FilesBench.TEXT);
        files = new FilesBench(folder).open(file);
    }

    @AfterEach
    void end() {
        files.close();
    }

    @Test
    void a_file_that_was_not_edited_here_is_read_again_which_can_be_undone() throws IOException {
        files.byAnother(file, THEIRS);
        assertThat(files.text()).isEqualTo(THEIRS);
        assertThat(files.copies.noticeProperty().get()).contains(new FileNotice.ReadAgain(files.copies.current()));
        assertThat(files.copies.unsaved()).isEmpty();

        files.draft.undo();
        assertThat(files.text()).isEqualTo(FilesBench.TEXT);
        assertThat(files.copies.unsaved()).hasSize(1);
    }

    @Test
    void a_file_that_was_touched_but_has_the_same_text_is_not_worth_a_word() throws IOException {
        files.type("# mine\n");
        files.byAnother(file, FilesBench.TEXT);
        assertThat(files.copies.noticeProperty().get()).isEmpty();
        assertThat(files.text()).endsWith("# mine\n");
    }

    @Test
    void a_file_that_was_changed_on_both_sides_is_not_saved_before_the_user_has_said_which_counts() throws IOException {
        files.type("# mine\n");
        files.byAnother(file, THEIRS);
        assertThat(files.conflict().theirs()).isEqualTo(THEIRS);
        files.copies.putNoticeAway();
        files.saver.save();
        assertThat(file).hasContent(THEIRS);
        assertThat(files.text()).endsWith("# mine\n");

        files.outside.keepMine(files.conflict());
        assertThat(files.copies.unsaved()).hasSize(1);
        files.saver.save();
        assertThat(file).hasContent(FilesBench.TEXT + "# mine\n");
        assertThat(files.copies.unsaved()).isEmpty();
    }

    @Test
    void taking_theirs_can_be_undone() throws IOException {
        files.type("# mine\n");
        files.byAnother(file, THEIRS);
        files.outside.takeTheirs(files.conflict());
        assertThat(files.text()).isEqualTo(THEIRS);
        assertThat(files.copies.unsaved()).isEmpty();
        files.draft.undo();
        assertThat(files.text()).endsWith("# mine\n");
        assertThat(files.copies.unsaved()).hasSize(1);
    }

    @Test
    void keeping_both_leaves_mine_in_the_list_and_shows_theirs() throws IOException {
        files.type("# mine\n");
        files.byAnother(file, THEIRS);
        files.outside.keepBoth(files.conflict());
        assertThat(files.text()).isEqualTo(THEIRS);
        assertThat(files.copies.current().file()).contains(file);
        assertThat(files.copies.unsaved()).singleElement().satisfies(it -> {
            assertThat(it.text()).endsWith("# mine\n");
            assertThat(it.file()).isEmpty();
        });
    }

    @Test
    void a_change_while_the_program_was_not_running_is_noticed_when_the_edits_are_there_again() throws IOException {
        files.type("# mine\n");
        files.close();
        Files.writeString(file, THEIRS);
        files = new FilesBench(folder);
        files.copies.open(files.copies.recover().orElseThrow());
        assertThat(files.text()).endsWith("# mine\n");
        files.outside.look();
        assertThat(files.conflict().theirs()).isEqualTo(THEIRS);
    }

    @Test
    void a_file_that_is_gone_is_kept_as_a_draft_and_written_again_by_saving() throws IOException {
        Files.delete(file);
        files.outside.look();
        assertThat(files.copies.noticeProperty().get()).contains(new FileNotice.Missing(files.copies.current()));
        assertThat(files.copies.unsaved()).hasSize(1);
        files.saver.save();
        assertThat(file).hasContent(FilesBench.TEXT);
        assertThat(files.copies.unsaved()).isEmpty();
    }

    @Test
    void a_file_that_comes_back_is_as_if_it_had_never_been_gone() throws IOException {
        Files.delete(file);
        files.outside.look();
        files.byAnother(file, FilesBench.TEXT);
        assertThat(files.copies.unsaved()).isEmpty();
        assertThat(files.copies.noticeProperty().get()).isEmpty();
    }

    @Test
    void going_back_to_what_is_saved_can_be_undone() {
        files.type("# mine\n");
        files.outside.revert();
        assertThat(files.text()).isEqualTo(FilesBench.TEXT);
        assertThat(files.copies.unsaved()).isEmpty();
        files.draft.undo();
        assertThat(files.text()).endsWith("# mine\n");
    }

    @Test
    void a_gallery_scenario_goes_back_too() {
        files.bench.open("two-locks");
        var original = files.text();
        files.type("# mine\n");
        files.outside.revert();
        assertThat(files.text()).isEqualTo(original);
        assertThat(files.name()).isEqualTo("Two locks, opposite order");
    }
}
