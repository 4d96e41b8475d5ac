package io.interleave.view.editor.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.testkit.DroppedFiles;
import io.interleave.testkit.WindowOnFakes;
import io.interleave.view.editor.text.TextEditor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
final class FilesWindowTest {

    @TempDir
    private Path folder;

    private Stage stage;
    private WindowOnFakes fakes;

    @Start
    void open(Stage shown) {
        stage = shown;
        fakes = new WindowOnFakes(stage, folder, 1000, 700);
    }

    @BeforeEach
    void edit(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.E);
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn("#view-text");
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void type(FxRobot robot, String text) {
        robot.interact(() ->
                robot.lookup("#editor .text-editor").queryAs(TextEditor.class).requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.END).write(text);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String text(FxRobot robot, String query) {
        return robot.lookup(query).queryAs(Label.class).getText();
    }

    private static Object first(FxRobot robot) {
        return robot.lookup("#gallery").queryAs(TreeView.class).getTreeItem(0).getValue();
    }

    @Test
    void an_edited_scenario_is_listed_as_not_saved_and_saved_with_the_key(FxRobot robot) throws IOException {
        assertThat(text(robot, "#file-saved")).startsWith("From the gallery");
        type(robot, "#");
        assertThat(stage.getTitle()).isEqualTo("Interleave – ● Lost update (edited)");
        assertThat(text(robot, "#file-name")).isEqualTo("● Lost update (edited)");
        assertThat(text(robot, "#file-saved")).isEqualTo("Not saved, but kept");
        assertThat(first(robot).toString()).contains("Heading");

        var file = folder.resolve("mine.interleave.yaml");
        fakes.dialogs.choose(file);
        robot.push(KeyCode.CONTROL, KeyCode.S);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(Files.readString(file)).endsWith("#");
        assertThat(stage.getTitle()).isEqualTo("Interleave – Lost update");
        assertThat(text(robot, "#file-saved")).isEqualTo("Saved");
        assertThat(first(robot).toString()).contains("Chapter");
    }

    @Test
    void what_is_saved_elsewhere_without_an_edit_is_that_file_from_then_on(FxRobot robot) {
        for (var name : List.of("mine.interleave.yaml", "another.interleave.yaml")) {
            fakes.dialogs.choose(folder.resolve(name));
            robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(text(robot, "#file-name")).isEqualTo(name);
            assertThat(text(robot, "#file-saved")).isEqualTo("Saved");
        }
    }

    @Test
    void a_word_that_was_typed_is_undone_at_once_and_the_caret_is_where_it_was(FxRobot robot) throws IOException {
        type(robot, " # at the end");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(stage.getTitle()).isEqualTo("Interleave – Lost update");

        robot.push(KeyCode.CONTROL, KeyCode.HOME).push(KeyCode.END).write(" # in a line");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(stage.getTitle()).isEqualTo("Interleave – Lost update");

        robot.write("00");
        var file = folder.resolve("mine.interleave.yaml");
        fakes.dialogs.choose(file);
        robot.push(KeyCode.CONTROL, KeyCode.S);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(Files.readString(file)).startsWith("interleave: 100\n");
    }

    @Test
    void a_new_scenario_begins_with_the_template_that_was_looked_at(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.N);
        WaitForAsyncUtils.waitForFxEvents();
        var list = robot.lookup("#template-list").queryAs(ListView.class);
        assertThat(list.isFocused()).isTrue();
        robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#templates").<Node>query().isVisible()).isFalse();
        assertThat(stage.getTitle()).isEqualTo("Interleave – ● Threads and a variable");
        assertThat(fakes.workbench.documentProperty().get().orElseThrow().isSound())
                .isTrue();

        robot.push(KeyCode.CONTROL, KeyCode.N);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(list.getSelectionModel().getSelectedIndex()).isZero();
        robot.push(KeyCode.ESCAPE);
    }

    @Test
    void who_begins_a_scenario_sees_what_to_edit(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.E);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#editor").tryQuery()).isEmpty();
        robot.clickOn("#begin").push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#editor").tryQuery()).isPresent();
        assertThat(stage.getTitle()).isEqualTo("Interleave – ● Untitled");
    }

    @Test
    void escape_leaves_the_templates_without_a_new_scenario(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.N).push(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#templates").<Node>query().isVisible()).isFalse();
        assertThat(stage.getTitle()).isEqualTo("Interleave – Lost update");
    }

    @Test
    void what_is_discarded_from_the_menu_is_had_back_by_undo(FxRobot robot) {
        type(robot, "#");
        robot.clickOn("#file-menu").clickOn("Discard what was edited");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(stage.getTitle()).isEqualTo("Interleave – Lost update");
        assertThat(text(robot, "#file-notice-words")).contains("Lost update (edited)");
        robot.clickOn("#file-undo");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(stage.getTitle()).isEqualTo("Interleave – ● Lost update (edited)");
        assertThat(robot.lookup("#file-notice").<Node>query().isVisible()).isFalse();
    }

    private void drop(FxRobot robot, Path... files) {
        robot.interact(() -> {
            var root = stage.getScene().getRoot();
            var board = DroppedFiles.board(files);
            Event.fireEvent(
                    root,
                    new DragEvent(DragEvent.DRAG_DROPPED, board, 0, 0, 0, 0, TransferMode.COPY, null, null, null));
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static Stream<String> said(FxRobot robot) {
        return robot.lookup("#problems .label").queryAllAs(Label.class).stream().map(Label::getText);
    }

    @Test
    void what_is_dropped_and_is_no_scenario_says_so_and_stays_so(FxRobot robot) throws IOException {
        drop(robot, Files.createDirectory(folder.resolve("photos")));
        assertThat(text(robot, "#message-text")).contains("photos");
        assertThat(stage.getTitle()).isEqualTo("Interleave – Lost update");

        drop(robot, Files.writeString(folder.resolve("log.yaml"), "a".repeat(300 * 1024)));
        assertThat(said(robot)).contains("This is too large for a scenario");

        drop(robot, FilesBench.file(folder, "bank.yaml", FilesBench.TEXT));
        assertThat(stage.getTitle()).isEqualTo("Interleave – Bank");
    }

    @Test
    void a_file_that_is_not_in_UTF_8_says_so_until_another_is_opened(FxRobot robot) throws IOException {
        var file = folder.resolve("cafe.yaml");
        Files.write(file, FilesBench.TEXT.replace("Bank", "Café").getBytes(StandardCharsets.ISO_8859_1));
        drop(robot, file);
        assertThat(text(robot, "#file-notice-words")).contains("cafe.yaml", "UTF-8");
        assertThat(robot.lookup("#file-notice").<Node>query().isVisible()).isTrue();
        assertThat(text(robot, "#file-saved")).isEqualTo("In no file");

        drop(robot, FilesBench.file(folder, "bank.yaml", FilesBench.TEXT));
        assertThat(robot.lookup("#file-notice").<Node>query().isVisible()).isFalse();
    }

    @Test
    void several_files_that_are_dropped_are_listed(FxRobot robot) {
        var one = FilesBench.file(folder, "one.yaml", FilesBench.TEXT);
        var two = FilesBench.file(folder, "two.yaml", FilesBench.TEXT.replace("Bank", "Shop"));
        drop(robot, one, two);
        assertThat(stage.getTitle()).isEqualTo("Interleave – Bank");
        var gallery = robot.lookup("#gallery").queryAs(TreeView.class);
        robot.interact(() -> gallery.scrollTo(gallery.getExpandedItemCount() - 1));
        robot.clickOn("Shop");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(stage.getTitle()).isEqualTo("Interleave – Shop");
    }

    @Test
    void a_file_changed_on_both_sides_asks_and_does_as_it_is_told(FxRobot robot) throws IOException {
        var file = FilesBench.file(folder, "bank.yaml", FilesBench.TEXT);
        robot.interact(() -> fakes.workbench.open(file));
        type(robot, "#");
        assertThat(robot.lookup(".tree-cell").queryAllAs(TreeCell.class))
                .extracting(TreeCell::getText)
                .contains("● Bank");
        Files.writeString(file, FilesBench.TEXT + "# theirs\n");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(text(robot, "#file-notice-words")).contains("bank.yaml").endsWith("the file has:\n# theirs");
        robot.clickOn("#file-mine");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(Files.readString(file)).isEqualTo(FilesBench.TEXT + "#");
    }
}
