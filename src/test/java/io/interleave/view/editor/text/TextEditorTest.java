package io.interleave.view.editor.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.interleave.model.ScenarioReader;
import io.interleave.testkit.ManySteps;
import io.interleave.view.fx.Themes;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The editor as a person uses it: with keys and the mouse.
@ExtendWith(ApplicationExtension.class)
final class TextEditorTest {

    private static final String SCENARIO = """
            interleave: 1
            title: Two locks
            resources:
              count: { variable: 0 }
              guard: { lock: mutex }
            units:
              worker:
                thread: 2
                steps:
                  - hold: guard
                    steps:
                      - increment: count
                  - log: done
            """;

    private final LocalHistory history = new LocalHistory();
    private final EditorModel model = new EditorModel(history);
    private TextEditor editor;

    @Start
    void open(Stage stage) {
        new Themes(Themes.Choice.LIGHT);
        history.attach(model);
        editor = new TextEditor(model);
        var scene = new Scene(editor, 1000, 700);
        scene.getStylesheets()
                .add(Objects.requireNonNull(getClass().getResource("/io/interleave/view/interleave.css"))
                        .toExternalForm());
        stage.setScene(scene);
        stage.show();
        model.show(SCENARIO);
        editor.requestFocus();
    }

    private void caretBehind(FxRobot robot, String text) {
        int at = model.text().indexOf(text) + text.length();
        robot.interact(() -> model.reveal(at, at));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void until(BooleanSupplier reached) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, reached::getAsBoolean);
        } catch (TimeoutException late) {
            throw new AssertionError(late);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void press(FxRobot robot, KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String rows(FxRobot robot) {
        return robot.lookup(it -> it instanceof TextFlow && it.getScene() != null).queryAll().stream()
                .sorted(Comparator.comparingDouble(it -> it.localToScene(0, 0).getY()))
                .map(it -> text((TextFlow) it))
                .collect(Collectors.joining("\n"));
    }

    private static String text(TextFlow row) {
        return row.getChildren().stream()
                .filter(Text.class::isInstance)
                .map(text -> ((Text) text).getText())
                .collect(Collectors.joining());
    }

    private void read(FxRobot robot) {
        robot.interact(() -> model.annotate(Annotations.withFixes(
                model.text(), ScenarioReader.read(model.text()).problems(), List.of(), () -> true)));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Keys within a row are written into the nodes that there are; those of the sheet say what should be in them.
    @Test
    void what_is_typed_within_a_row_is_shown_in_the_colours_of_what_it_then_is(FxRobot robot) {
        caretBehind(robot, "- log: done");
        for (String typed : List.of(" # \"so", " \"", "x", ": {")) {
            robot.write(typed);
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(rows(robot)).isEqualTo(model.text());
            var sheet = new Sheet(model.text());
            sheet.declare(model.outline().names());
            int row = model.text().substring(0, model.caretProperty().get()).split("\n", -1).length - 1;
            assertThat(classes(robot, sheet.rows().row(row)))
                    .isEqualTo(sheet.look(row).pieces().stream()
                            .map(Sheet.Piece::styleClass)
                            .toList());
        }
    }

    @Test
    void what_is_typed_at_the_end_of_a_row_stays_on_it_though_others_are_longer_than_there_is_room(FxRobot robot) {
        robot.interact(() -> {
            editor.getScene().getWindow().setWidth(400);
            model.update(SCENARIO.replace("Two locks", "Two locks " + "and more ".repeat(20)) + "\n\nlast: 1\n");
        });
        WaitForAsyncUtils.waitForFxEvents();
        for (String before : List.of("- log: done", "- log: done # so\n")) {
            caretBehind(robot, before);
            robot.write(" # so");
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(robot.lookup(it -> it instanceof TextFlow && it.getScene() != null)
                            .queryAllAs(TextFlow.class))
                    .allSatisfy(it -> assertThat(it.getWidth())
                            .as(text(it) + " after " + before)
                            .isGreaterThanOrEqualTo(it.prefWidth(-1)));
        }
    }

    @Test
    void a_row_that_is_underlined_keeps_its_node_and_its_line_while_it_is_typed_in(FxRobot robot) {
        robot.interact(() -> model.update(SCENARIO.replace("increment", "incremnt")));
        read(robot);
        assertThat(squiggles(robot)).hasSize(1);
        caretBehind(robot, "- incremnt");
        var before = row(robot, "- incremnt: count");
        robot.write("s");
        WaitForAsyncUtils.waitForFxEvents();
        var now = row(robot, "- incremnts: count");
        assertThat(now).isSameAs(before);
        var word = now.getUnderlineShape("          - ".length(), "          - incremnts".length());
        var line = squiggles(robot).getFirst().getBoundsInParent();
        assertThat(line.getMinX()).isCloseTo(((MoveTo) word[0]).getX(), within(2.0));
        assertThat(line.getMaxX()).isCloseTo(((LineTo) word[1]).getX(), within(3.0));
        assertThat(squiggles(robot).getFirst().getStroke())
                .isNotEqualTo(new Squiggle(new Sheet.Underline(0, 1, "")).getStroke());

        robot.interact(() -> model.annotate(List.of()));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(squiggles(robot)).isEmpty();
        assertThat(row(robot, "- incremnts: count")).isSameAs(before);
    }

    private static List<Squiggle> squiggles(FxRobot robot) {
        return List.copyOf(robot.lookup(it -> it instanceof Squiggle && it.getScene() != null)
                .queryAllAs(Squiggle.class));
    }

    private static TextFlow row(FxRobot robot, String row) {
        return robot.lookup(it -> it instanceof TextFlow flow
                        && it.getScene() != null
                        && row.strip().equals(text(flow).strip()))
                .query();
    }

    private static List<String> classes(FxRobot robot, String row) {
        return row(robot, row).getChildren().stream()
                .map(it -> it.getStyleClass().getLast())
                .toList();
    }

    @Test
    void what_is_typed_is_in_the_text_and_can_be_taken_back_and_done_again(FxRobot robot) {
        caretBehind(robot, "- log: done");
        press(robot, KeyCode.ENTER);
        robot.write("pause");
        assertThat(model.text()).contains("  - log: done\n      - pause\n");

        press(robot, KeyCode.ESCAPE);
        press(robot, KeyCode.CONTROL, KeyCode.Z);
        assertThat(model.text()).contains("  - log: done\n      - \n").doesNotContain("pause");
        press(robot, KeyCode.CONTROL, KeyCode.Z);
        assertThat(model.text()).isEqualTo(SCENARIO);
        press(robot, KeyCode.CONTROL, KeyCode.Y);
        press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertThat(model.text()).contains("      - pause\n");
        assertThat(rows(robot)).isEqualTo(model.text());
    }

    @Test
    void a_step_is_completed_by_keyboard_with_its_body_and_the_value_selected(FxRobot robot) {
        caretBehind(robot, "- log: done");
        press(robot, KeyCode.ENTER);
        robot.write("ho");
        until(() -> !robot.lookup(".completion-list").queryAll().isEmpty());
        press(robot, KeyCode.ENTER);

        assertThat(model.text())
                .contains("      - hold: guard\n        steps:\n          - compute: 1ms\n")
                .satisfies(it -> assertThat(ScenarioReader.read(it).errors()).isEmpty());
        robot.write("x");
        assertThat(model.text()).contains("      - hold: x\n");
    }

    @Test
    void a_name_is_completed_with_the_mouse(FxRobot robot) {
        caretBehind(robot, "- increment: ");
        robot.interact(() ->
                model.reveal(model.text().indexOf("count\n", 120), model.text().indexOf("count\n", 120) + 5));
        press(robot, KeyCode.DELETE);
        press(robot, KeyCode.CONTROL, KeyCode.SPACE);
        until(() -> !robot.lookup(".completion-list").queryAll().isEmpty());
        ListView<Completion> list = robot.lookup(".completion-list").query();
        assertThat(list.getItems()).extracting(Completion::label).containsExactly("count");
        robot.clickOn(robot.lookup(".completion-label").<Node>query());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(model.text()).isEqualTo(SCENARIO);
    }

    @Test
    void a_problem_is_said_found_and_fixed(FxRobot robot) {
        robot.interact(() -> model.update(SCENARIO.replace("increment", "incremnt")));
        read(robot);
        assertThat(robot.lookup(".squiggle-problem").queryAll()).hasSize(1);

        press(robot, KeyCode.F2);
        assertThat(robot.lookup(".editor-said").queryAs(Label.class).getText()).contains("line 12", "incremnt");
        press(robot, KeyCode.ALT, KeyCode.ENTER);
        until(() -> !robot.lookup(".context-menu").queryAll().isEmpty());
        press(robot, KeyCode.DOWN);
        press(robot, KeyCode.ENTER);
        until(() -> model.text().equals(SCENARIO));
        assertThat(rows(robot)).isEqualTo(SCENARIO);

        press(robot, KeyCode.CONTROL, KeyCode.Z);
        assertThat(model.text()).contains("incremnt");
    }

    @Test
    void a_change_from_elsewhere_leaves_the_caret_and_the_folds_where_they_are(FxRobot robot) {
        caretBehind(robot, "  guard: { lock: ");
        int caret = model.caretProperty().get();
        robot.interact(() -> model.update(SCENARIO.replace("title: Two locks", "title: Two locks, longer")));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(model.caretProperty().get()).isEqualTo(caret + ", longer".length());

        caretBehind(robot, "- hold: guard");
        press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.OPEN_BRACKET);
        assertThat(rows(robot)).contains("2 lines").doesNotContain("increment");
        robot.interact(() -> model.update(model.text().replace("- log: done", "- log: over")));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(rows(robot)).contains("- log: over").doesNotContain("increment");
        assertThat(model.text()).contains("increment");

        robot.interact(() -> model.update(model.text().replace("increment: count", "log: more")));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(rows(robot)).contains("- log: more");
    }

    @Test
    void what_is_folded_away_is_not_deleted_unseen(FxRobot robot) {
        caretBehind(robot, "- hold: guard");
        press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.OPEN_BRACKET);
        assertThat(rows(robot)).doesNotContain("increment");
        press(robot, KeyCode.DELETE);
        assertThat(model.text()).contains("increment: count");
        assertThat(rows(robot)).contains("increment: count");
    }

    @Test
    void what_is_selected_is_copied_and_put_in_elsewhere(FxRobot robot) {
        int at = SCENARIO.indexOf("guard");
        robot.interact(() -> model.reveal(at, at + "guard".length()));
        WaitForAsyncUtils.waitForFxEvents();
        press(robot, KeyCode.CONTROL, KeyCode.C);
        assertThat(model.text()).isEqualTo(SCENARIO);
        caretBehind(robot, "log: ");
        press(robot, KeyCode.CONTROL, KeyCode.V);
        assertThat(model.text()).isEqualTo(SCENARIO.replace("log: ", "log: guard"));
    }

    @Test
    void lines_are_indented_commented_and_found_by_keys(FxRobot robot) {
        caretBehind(robot, "title: Two");
        press(robot, KeyCode.CONTROL, KeyCode.SLASH);
        assertThat(model.text()).contains("# title: Two locks\n");
        press(robot, KeyCode.CONTROL, KeyCode.SLASH);
        assertThat(model.text()).isEqualTo(SCENARIO);

        press(robot, KeyCode.CONTROL, KeyCode.F);
        robot.write("done");
        press(robot, KeyCode.ESCAPE);
        assertThat(model.caretProperty().get()).isEqualTo(SCENARIO.indexOf("done") + 4);
        robot.write("x");
        assertThat(model.text()).isEqualTo(SCENARIO.replace("done", "x"));
    }

    @Test
    void lines_that_units_are_at_stand_out_with_who_is_there(FxRobot robot) {
        robot.interact(() -> model.marksProperty().set(Map.of(12, "worker 1")));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup(".row-marked").queryAll()).hasSize(1);
        assertThat(rows(robot)).contains("- increment: count   worker 1");
        robot.interact(() -> model.marksProperty().set(Map.of()));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup(".row-marked").queryAll()).isEmpty();
    }

    @Test
    void a_text_that_is_only_to_be_read_does_not_change(FxRobot robot) {
        robot.interact(() -> model.readOnlyProperty().set(true));
        caretBehind(robot, "- log: done");
        robot.write("x{");
        press(robot, KeyCode.ENTER);
        press(robot, KeyCode.BACK_SPACE);
        press(robot, KeyCode.CONTROL, KeyCode.SLASH);
        press(robot, KeyCode.CONTROL, KeyCode.SPACE);
        assertThat(model.text()).isEqualTo(SCENARIO);
        assertThat(rows(robot)).isEqualTo(SCENARIO);
    }

    @Test
    void rows_far_below_are_text_when_they_come_into_sight(FxRobot robot) {
        String text = ManySteps.of(1_000);
        robot.interact(() -> model.show(text));
        int end = text.length() - 1;
        robot.interact(() -> model.reveal(end, end));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(rows(robot)).contains("- log: late");
        assertThat(text).contains(rows(robot).stripTrailing());
    }

    @Test
    void lines_that_come_and_go_move_those_below_them_from_node_to_node(FxRobot robot) {
        String text = ManySteps.of(1_000);
        robot.interact(() -> model.show(text));
        int middle = text.indexOf("\n", text.indexOf("- compute", text.length() / 2));
        robot.interact(() -> model.reveal(middle, middle));
        WaitForAsyncUtils.waitForFxEvents();
        var nodes = flows(robot);

        press(robot, KeyCode.ENTER);
        robot.write("log: here");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(model.text()).contains("\n      - log: here\n").contains(rows(robot));
        assertThat(rows(robot)).contains("- log: here");
        assertThat(caretRow(robot)).isEqualTo("      - log: here");

        press(robot, KeyCode.ESCAPE);
        int from = model.text().indexOf("- log: here");
        robot.interact(() -> model.reveal(from, from + 60));
        press(robot, KeyCode.DELETE);
        assertThat(model.text()).contains(rows(robot));
        assertThat(rows(robot)).doesNotContain("- log: here");
        assertThat(model.text()).startsWith(text.substring(0, middle));
        assertThat(flows(robot)).isEqualTo(nodes);
    }

    private static Set<Node> flows(FxRobot robot) {
        return Set.copyOf(robot.lookup(it -> it instanceof TextFlow && it.getScene() != null)
                .queryAll());
    }

    /// What stands on the row that the caret is drawn on.
    private static String caretRow(FxRobot robot) {
        var caret = robot.lookup(".caret").<Node>query();
        double y = caret.localToScene(caret.getLayoutBounds()).getCenterY();
        return text(robot.lookup(it -> it instanceof TextFlow
                        && it.localToScene(it.getLayoutBounds()).getMinY() < y
                        && it.localToScene(it.getLayoutBounds()).getMaxY() > y)
                .queryAs(TextFlow.class));
    }
}
