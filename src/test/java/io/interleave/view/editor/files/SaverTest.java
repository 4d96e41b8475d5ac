package io.interleave.view.editor.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SaverTest {

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

    @Test
    void a_file_is_saved_and_is_what_it_was_but_for_the_edit() throws IOException {
        for (var text : new String[] {
            FilesBench.TEXT,
            "\uFEFF" + FilesBench.TEXT,
            FilesBench.TEXT.replace("\n", "\r\n"),
            FilesBench.TEXT.stripTrailing(),
            FilesBench.TEXT + "# äöü 😀"
        }) {
            var file = FilesBench.file(folder, "bank.yaml", text);
            files.open(file).type("#");
            assertThat(files.saver.save()).isTrue();
            assertThat(Files.readAllBytes(file)).isEqualTo((text + "#").getBytes(StandardCharsets.UTF_8));
            assertThat(files.copies.unsaved()).isEmpty();

            files.undoAll();
            assertThat(files.copies.unsaved()).hasSize(1);
            files.saver.save();
            assertThat(Files.readAllBytes(file)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void bytes_that_are_no_text_are_never_overwritten_unasked() throws IOException {
        var bytes = (FilesBench.TEXT + "# \u00e4\n").getBytes(StandardCharsets.ISO_8859_1);
        var file = Files.write(folder.resolve("latin.yaml"), bytes);
        files.open(file).type("# mine\n");
        assertThat(files.saver.save()).isFalse();
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
        assertThat(files.copies.unsaved()).hasSize(1);
    }

    @Test
    void a_text_of_which_not_all_is_shown_is_never_cut_off() throws IOException {
        var text = FilesBench.TEXT + "# long\n".repeat(50_000);
        var file = FilesBench.file(folder, "long.yaml", text);
        files.open(file).type("# mine\n");
        assertThat(files.saver.save()).isFalse();
        assertThat(file).hasContent(text);
    }

    @Test
    void saved_elsewhere_it_belongs_there_and_is_among_the_recent_ones() throws IOException {
        files.type("# mine\n");
        files.saver.saveAs(folder.resolve("mine"));
        var file = folder.resolve("mine.interleave.yaml");
        assertThat(Files.readString(file)).isEqualTo(files.text()).endsWith("# mine\n");
        assertThat(files.copies.current().file()).contains(file);
        assertThat(files.copies.unsaved()).isEmpty();
        assertThat(files.settings.recentFiles()).containsExactly(file);
        assertThat(files.bench.workbench.documentProperty().get().orElseThrow().file())
                .contains(file);

        files.type("# more\n");
        assertThat(files.saver.save()).isTrue();
        assertThat(Files.readString(file)).endsWith("# more\n");
    }

    @Test
    void an_ending_that_was_not_typed_does_not_replace_a_file_that_nobody_was_asked_about() {
        var there = FilesBench.file(folder, "mine.interleave.yaml", "here before");
        files.type("# mine\n");
        files.saver.saveAs(folder.resolve("mine"));
        assertThat(there).hasContent("here before");
        assertThat(files.copies.noticeProperty().get().orElseThrow()).isInstanceOf(FileNotice.Failed.class);
        assertThat(files.copies.unsaved()).hasSize(1);
    }

    @Test
    void where_nothing_can_be_written_that_is_told_and_the_edits_stay() {
        files.type("# mine\n");
        files.saver.saveAs(folder.resolve("no").resolve("such").resolve("mine.yaml"));
        assertThat(files.copies.noticeProperty().get().orElseThrow())
                .isInstanceOfSatisfying(
                        FileNotice.Failed.class,
                        it -> assertThat(it.message()).contains("mine.yaml").contains("no such folder"));
        assertThat(files.text()).endsWith("# mine\n");
        assertThat(files.copies.unsaved()).hasSize(1);
    }

    @Test
    void a_link_stays_a_link_and_permissions_stay_as_they_are() throws IOException {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
        var file = FilesBench.file(folder, "bank.yaml", FilesBench.TEXT);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
        var link = Files.createSymbolicLink(folder.resolve("link.yaml"), file);
        files.open(link).type("# mine\n");
        files.saver.save();
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(file)).endsWith("# mine\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-rw----");
    }

    @Test
    void nothing_is_left_beside_a_file_that_was_saved() throws IOException {
        var own = Files.createDirectory(folder.resolve("own"));
        files.open(FilesBench.file(own, "bank.yaml", FilesBench.TEXT)).type("# mine\n");
        files.saver.save();
        try (var all = Files.list(own)) {
            assertThat(all).hasSize(1);
        }
    }
}
