package io.interleave.view.editor.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.edit.Block;
import io.interleave.edit.Selection;
import io.interleave.model.Gallery;
import io.interleave.model.Problem;
import io.interleave.view.editor.Draft;
import io.interleave.view.fx.Messages;
import io.interleave.view.fx.Themes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What a newcomer builds by clicking and dragging alone, and what keys do.
@ExtendWith(ApplicationExtension.class)
final class BlocksWindowTest {

    /// More rows than there is room for.
    private static final String TALL = """
            interleave: 1
            title: Tall
            units:
              # It works,
              worker:   # and does no more.
                thread: 1
                steps:
            """ + "      - compute: 1ms\n".repeat(60) + "      - sleep: 1ms\n";

    private final Draft draft = new Draft(Runnable::run, Runnable::run);
    private final AtomicReference<Executor> background = new AtomicReference<>(Runnable::run);
    private Scene scene;

    @Start
    void open(Stage stage) {
        new Themes(Themes.Choice.LIGHT);
        draft.open(BlocksDemo.FRESH);
        scene = BlocksDemo.scene(draft, it -> background.get().execute(it), 420, 980);
        stage.setScene(scene);
        stage.show();
    }

    // What a person does

    /// Lets the window come to where a person sees it: what was done is laid out.
    private void settle(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Node label(FxRobot robot, String style, Predicate<String> text) {
        return robot.lookup("." + style)
                .match(it -> it instanceof Label label && it.isVisible() && text.test(label.getText()))
                .query();
    }

    private Node palette(FxRobot robot, String word) {
        var search = robot.lookup(".palette-search").queryAs(TextField.class);
        robot.clickOn(search);
        robot.interact(() -> search.setText(word));
        settle(robot);
        return label(robot, "palette-chip", word::equals);
    }

    private void drag(FxRobot robot, Node from, Point2D to) {
        robot.moveTo(from).press(MouseButton.PRIMARY);
        robot.moveBy(5, 5).moveBy(5, 5);
        robot.moveTo(to).moveBy(1, 0);
        settle(robot);
        robot.release(MouseButton.PRIMARY);
        settle(robot);
    }

    /// A place on the row on which a block stands.
    private Point2D on(FxRobot robot, Block block, double height) {
        var cell = robot.lookup(".block-row")
                .match(it -> row(it).block() == block.id() && isHead(row(it)))
                .query();
        return cell.localToScreen(300, height * RowFlow.ROW);
    }

    private static boolean isHead(Row row) {
        return row instanceof Row.Step || row instanceof Row.Unit || row instanceof Row.Item;
    }

    private Node chip(FxRobot robot, Block block, String key) {
        return robot.lookup(".chip")
                .match(it -> it.getUserData() instanceof Chip chip
                        && chip.key().equals(key)
                        && row(rowOf(it)).block() == block.id())
                .query();
    }

    private static Row row(Node cell) {
        return ((RowCell) cell).row().orElseThrow();
    }

    private static RowCell rowOf(Node node) {
        for (var it = node; it != null; it = it.getParent()) {
            if (it instanceof RowCell cell) {
                return cell;
            }
        }
        throw new AssertionError("not on a row: " + node);
    }

    private void type(FxRobot robot, Block block, String key, String value) {
        robot.clickOn(chip(robot, block, key));
        robot.write(value).type(KeyCode.ENTER);
        settle(robot);
    }

    private void choose(FxRobot robot, Block block, String key, String choice) {
        robot.clickOn(chip(robot, block, key));
        robot.clickOn(robot.lookup(".context-menu .label")
                .match(it -> it instanceof Label label && label.getText().equals(choice))
                .<Node>query());
        settle(robot);
    }

    private Block block(String word, int number) {
        return draft.script().outline().blocks().stream()
                .filter(it -> it.word().equals(word))
                .skip(number)
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        number + " " + word + " in\n" + draft.script().text()));
    }

    private Set<String> errors() {
        return draft.readingProperty().get().orElseThrow().problems().stream()
                .filter(it -> it.severity() == Problem.Severity.ERROR)
                .map(Problem::message)
                .collect(Collectors.toSet());
    }

    // What a newcomer builds

    @Test
    void a_pipeline_with_a_bounded_queue_is_dragged_together(FxRobot robot) {
        var anywhere = robot.lookup("#blocks").query().localToScreen(200, 400);
        drag(robot, palette(robot, "queue"), anywhere);
        drag(robot, palette(robot, "thread"), anywhere);
        drag(robot, palette(robot, "thread"), anywhere);
        robot.clickOn(label(robot, "offer", "+ capacity"::equals));
        robot.write("4").type(KeyCode.ENTER);
        type(robot, block("thread", 0), "", "3");
        type(robot, block("thread", 1), "", "2");
        drag(robot, palette(robot, "put"), on(robot, block("compute", 0), 0.8));
        drag(robot, palette(robot, "take"), on(robot, block("compute", 1), 0.2));

        assertThat(draft.script().text()).isEqualTo("""
                interleave: 1
                title: My scenario

                resources:
                  jobs: { queue: fifo, capacity: 4 }

                units:
                  worker:
                    thread: 3
                    steps:
                      - compute: 10ms
                      - put: { to: jobs, value: 1 }
                  worker_2:
                    thread: 2
                    steps:
                      - take: { from: jobs, into: item }
                      - compute: 10ms
                """);
        assertThat(errors()).isEmpty();
    }

    @Test
    void two_locks_are_nested_in_opposite_order_and_put_right_by_choosing(FxRobot robot) {
        var anywhere = robot.lookup("#blocks").query().localToScreen(200, 400);
        drag(robot, palette(robot, "lock"), anywhere);
        drag(robot, palette(robot, "lock"), anywhere);
        String first = block("lock", 0).name();
        String second = block("lock", 1).name();
        for (int unit = 0; unit < 2; unit++) {
            drag(robot, palette(robot, "thread"), anywhere);
            // Each `hold` has come with a step of its own.
            drag(robot, palette(robot, "hold"), on(robot, block("compute", 3 * unit), 0.2));
            drag(robot, palette(robot, "hold"), on(robot, block("hold", 2 * unit), 0.8));
        }
        // Within a step that holds one lock, a new one takes the other.
        choose(robot, block("hold", 2), "lock", second);
        choose(robot, block("hold", 3), "lock", first);
        assertThat(errors()).isEmpty();
        assertThat(block("hold", 1).parent()).contains(block("hold", 0));
        assertThat(block("hold", 3).parent()).contains(block("hold", 2));
        assertThat(block("hold", 2).parent()).contains(block("thread", 1));
        assertThat(block("hold", 0).slot("lock").orElseThrow().text()).isEqualTo(first);
        assertThat(block("hold", 2).slot("lock").orElseThrow().text()).isEqualTo(second);

        // The hint stands at both blocks, and its fix takes them in one order.
        String opposite = draft.script().text();
        var minded = robot.lookup(".minded").queryAll();
        assertThat(minded)
                .extracting(it -> row(rowOf(it)).block())
                .containsExactlyInAnyOrder(
                        block("hold", 1).id(), block("hold", 3).id());
        robot.clickOn(minded.stream()
                .filter(it -> row(rowOf(it)).block() == block("hold", 1).id())
                .findFirst()
                .orElseThrow());
        robot.clickOn(inMenu(robot, "Fix: ").orElseThrow());
        settle(robot);
        assertThat(block("hold", 2).slot("lock").orElseThrow().text()).isEqualTo(first);
        assertThat(block("hold", 3).slot("lock").orElseThrow().text()).isEqualTo(second);
        assertThat(robot.lookup(".minded").tryQuery()).isEmpty();
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(draft.script().text()).isEqualTo(opposite);
    }

    @Test
    void the_capacity_of_a_queue_becomes_a_knob_from_its_menu(FxRobot robot) {
        drag(robot, palette(robot, "queue"), robot.lookup("#blocks").query().localToScreen(200, 400));
        robot.clickOn(label(robot, "offer", "+ capacity"::equals));
        robot.write("4");
        // While it is still being typed.
        robot.rightClickOn(robot.lookup(".chip-editor").<Node>query());
        robot.clickOn(robot.lookup(".context-menu .label")
                .match(it -> it instanceof Label label && label.getText().startsWith("Make 4 a knob"))
                .<Node>query());
        settle(robot);
        assertThat(block("queue", 0).slot("capacity").orElseThrow().text()).isEqualTo("$capacity");
        assertThat(block("slider", 0).name()).isEqualTo("capacity");
        assertThat(robot.from(robot.lookup(".knob-popup").<Node>query())
                        .lookup(".combo-box .list-cell")
                        .<Labeled>queryAll())
                .as("what counts where nothing is said")
                .extracting(Labeled::getText)
                .contains("linear (default)", "off (default)");
    }

    @Test
    void all_of_a_row_is_within_its_card_where_a_knob_gives_the_capacity(FxRobot robot) {
        robot.interact(() -> {
            draft.open(TALL.replace("units:", """
                    knobs:
                      capacity: { slider: 4, min: 1, max: 16 }
                    resources:
                      queue: { queue: fifo, capacity: $capacity }
                    units:""") + "      - put: { to: queue, value: 1 }\n");
            scene.getWindow().setWidth(390);
        });
        settle(robot);
        var row = rowOf(chip(robot, block("queue", 0), "capacity")).line();
        assertThat(row.getChildren())
                .allSatisfy(it -> assertThat(it.getBoundsInParent().getMaxX())
                        .as(it.toString())
                        .isLessThanOrEqualTo(row.getWidth()));
    }

    @Test
    void a_process_gets_a_timeout_and_what_to_do_then(FxRobot robot) {
        var anywhere = robot.lookup("#blocks").query().localToScreen(200, 400);
        drag(robot, palette(robot, "process"), anywhere);
        drag(robot, palette(robot, "thread"), anywhere);
        drag(robot, palette(robot, "await"), on(robot, block("compute", 0), 0.2));
        robot.clickOn(chip(robot, block("process", 0), "command"));
        robot.clickOn(robot.lookup(".completions .list-cell")
                .match(it -> it instanceof Labeled cell && "sleep 5".equals(cell.getText()))
                .<Node>query());
        settle(robot);
        assertThat(draft.script().text()).contains("command: [sleep, 5]");
        type(robot, block("process", 0), "command", "sleep 10");
        robot.clickOn(label(robot, "word", "await"::equals));
        robot.clickOn(label(robot, "offer", "+ timeout"::equals));
        robot.write("2s").type(KeyCode.ENTER);
        settle(robot);
        var end = robot.lookup(".block-row")
                .match(it -> row(it) instanceof Row.End at && at.body().equals("else"))
                .query();
        drag(robot, palette(robot, "kill"), end.localToScreen(120, 15));
        assertThat(draft.noticeProperty().get()).isEmpty();
        assertThat(errors()).isEmpty();
        assertThat(draft.script().text()).contains("command: [sleep, 10]").contains("- await: echo");
        assertThat(block("await", 0).slot("timeout").orElseThrow().text()).isEqualTo("2s");
        assertThat(block("kill", 0).home().key()).isEqualTo("else");
        assertThat(block("kill", 0).parent()).contains(block("await", 0));
    }

    @Test
    void all_of_a_new_unit_is_in_sight(FxRobot robot) {
        robot.interact(() -> {
            draft.open(TALL + "  small:\n    thread: 1\n    steps:\n" + "      - compute: 1ms\n".repeat(4));
            draft.select(Selection.of(List.of(block("thread", 1))));
        });
        settle(robot);
        robot.interact(() -> robot.lookup("#blocks").query().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.D);
        settle(robot);
        var list = robot.lookup("#blocks").query();
        var sight = list.localToScene(list.getLayoutBounds());
        var rows = robot.lookup(".block-row")
                .match(it -> row(it).block() == block("thread", 2).id())
                .queryAll();
        assertThat(rows).extracting(BlocksWindowTest::row).hasSize(2).hasAtLeastOneElementOfType(Row.End.class);
        assertThat(rows).allMatch(it -> sight.contains(it.localToScene(it.getLayoutBounds())));
    }

    @Test
    void steps_are_wrapped_from_their_menu_and_unwrapped_again(FxRobot robot) {
        var anywhere = robot.lookup("#blocks").query().localToScreen(200, 400);
        drag(robot, palette(robot, "thread"), anywhere);
        drag(robot, palette(robot, "sleep"), on(robot, block("compute", 0), 0.8));
        String text = draft.script().text();
        robot.clickOn(label(robot, "word", "compute"::equals));
        press(robot, block("sleep", 0), true, false);
        robot.rightClickOn(label(robot, "word", "sleep"::equals));
        assertThat(inMenu(robot, "Unwrap")).isEmpty();
        robot.clickOn(inMenu(robot, "Wrap in").orElseThrow());
        robot.clickOn(inMenu(robot, "repeat").orElseThrow());
        settle(robot);
        assertThat(block("repeat", 0).body("steps").orElseThrow().blocks())
                .extracting(Block::word)
                .containsExactly("compute", "sleep");
        robot.rightClickOn(label(robot, "word", "repeat"::equals));
        robot.clickOn(inMenu(robot, "Unwrap").orElseThrow());
        settle(robot);
        assertThat(draft.script().text()).isEqualTo(text);
    }

    @Test
    void what_is_probably_a_mistake_is_said_at_its_block_and_put_right_from_there(FxRobot robot) {
        robot.interact(() -> draft.open("""
                interleave: 1
                title: T
                resources:
                  guard: { lock: mutex }
                units:
                  w:
                    thread: 1
                    steps:
                      - acquire: guard
                      - compute: 1ms
                """));
        settle(robot);
        robot.clickOn(robot.lookup(".minded").<Node>query());
        robot.clickOn(inMenu(robot, "Fix: ").orElseThrow());
        settle(robot);
        assertThat(draft.script().text()).contains("- release: guard");
        assertThat(robot.lookup(".minded").tryQuery()).isEmpty();
    }

    @Test
    void what_would_put_a_large_scenario_right_is_looked_for_while_its_menu_is_open(FxRobot robot) {
        robot.interact(() -> draft.open("""
                interleave: 1
                title: Large
                resources:
                  guard: { lock: mutex }
                units:
                  w:
                    thread: 1
                    steps:
                      - acquire: guard
                """ + "      - compute: 1ms\n".repeat(1000)));
        assertThat(draft.script().isLarge()).isTrue();
        settle(robot);
        var held = new ArrayList<Runnable>();
        background.set(held::add);
        robot.clickOn(robot.lookup(".minded").<Node>query());
        robot.clickOn(inMenu(robot, "Fix").orElseThrow());
        assertThat(inMenu(robot, "Looking for what helps")).isPresent();
        robot.interact(() -> held.forEach(Runnable::run));
        settle(robot);
        robot.clickOn(inMenu(robot, "Release").orElseThrow());
        background.set(Runnable::run);
        robot.interact(draft::settle);
        settle(robot);
        assertThat(draft.script().text()).contains("- release: guard");
    }

    private static Optional<Node> inMenu(FxRobot robot, String begun) {
        return robot.lookup(".context-menu .label")
                .match(it -> it instanceof Label label && label.getText().startsWith(begun))
                .tryQuery();
    }

    @Test
    void with_nothing_selected_the_properties_are_the_title_and_what_the_scenario_is_about(FxRobot robot) {
        robot.interact(() -> scene.getWindow().setWidth(390));
        settle(robot);
        robot.clickOn(robot.lookup(".tab")
                .match(it -> robot.from(it)
                        .lookup(".tab-label")
                        .match(label ->
                                label instanceof Label text && text.getText().equals("Properties"))
                        .tryQuery()
                        .isPresent())
                .<Node>query());
        settle(robot);
        var heading = robot.lookup(".properties-title").queryAs(Label.class);
        assertThat(heading.getWidth()).isGreaterThanOrEqualTo(heading.prefWidth(-1));
        var title = robot.lookup(".properties .text-field")
                .match(it -> it instanceof TextField field && field.getText().equals("My scenario"))
                .queryAs(TextField.class);
        robot.doubleClickOn(title)
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("Mine")
                .type(KeyCode.ENTER);
        settle(robot);
        assertThat(draft.script().text()).contains("title: Mine");
    }

    // Dragging what is there

    @Test
    void a_step_is_moved_into_another_unit_and_copied_with_Ctrl(FxRobot robot) {
        var anywhere = robot.lookup("#blocks").query().localToScreen(200, 400);
        drag(robot, palette(robot, "thread"), anywhere);
        drag(robot, palette(robot, "thread"), anywhere);
        drag(robot, palette(robot, "sleep"), on(robot, block("compute", 0), 0.2));
        var word = label(robot, "word", "sleep"::equals);
        drag(robot, word, on(robot, block("compute", 1), 0.8));
        assertThat(block("sleep", 0).parent()).contains(block("thread", 1));

        robot.moveTo(label(robot, "word", "sleep"::equals)).press(MouseButton.PRIMARY);
        robot.moveBy(8, 0).moveBy(5, 5).press(KeyCode.CONTROL).moveTo(on(robot, block("compute", 0), 0.2));
        robot.release(MouseButton.PRIMARY).release(KeyCode.CONTROL);
        settle(robot);
        assertThat(block("sleep", 0).parent()).contains(block("thread", 0));
        assertThat(block("sleep", 1).parent()).contains(block("thread", 1));
    }

    @Test
    void a_loop_gets_the_items_of_a_queue_instead_of_its_range(FxRobot robot) {
        var anywhere = robot.lookup("#blocks").query().localToScreen(200, 400);
        drag(robot, palette(robot, "queue"), anywhere);
        drag(robot, palette(robot, "thread"), anywhere);
        drag(robot, palette(robot, "for_each"), on(robot, block("compute", 0), 0.2));
        String before = draft.script().text();
        robot.clickOn(label(robot, "offer", "+ in queue"::equals));
        settle(robot);
        assertThat(block("for_each", 0).slot("in").orElseThrow().text())
                .isEqualTo(block("queue", 0).name());
        assertThat(errors()).isEmpty();
        robot.push(KeyCode.ESCAPE).push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(draft.script().text()).as("undone as one").isEqualTo(before);
    }

    @Test
    void rows_stay_as_wide_as_the_list_whatever_becomes_of_them(FxRobot robot) {
        var anywhere = robot.lookup("#blocks").query().localToScreen(200, 400);
        drag(robot, palette(robot, "queue"), anywhere);
        drag(robot, palette(robot, "thread"), anywhere);
        drag(robot, palette(robot, "repeat"), on(robot, block("compute", 0), 0.2));
        assertThat(robot.lookup(it -> it instanceof RowCell).<RowCell>queryAll())
                .isNotEmpty()
                .extracting(RowCell::getWidth)
                .containsOnly(robot.lookup(it -> it instanceof RowFlow)
                        .<RowFlow>query()
                        .getWidth());
    }

    @Test
    void a_step_let_go_of_over_a_resource_is_connected_with_it(FxRobot robot) {
        var anywhere = robot.lookup("#blocks").query().localToScreen(200, 400);
        drag(robot, palette(robot, "queue"), anywhere);
        drag(robot, palette(robot, "queue"), anywhere);
        drag(robot, palette(robot, "thread"), anywhere);
        drag(robot, palette(robot, "put"), on(robot, block("compute", 0), 0.8));
        drag(robot, label(robot, "word", "put"::equals), on(robot, block("queue", 1), 0.5));
        assertThat(block("put", 0).slot("to").orElseThrow().text())
                .isEqualTo(block("queue", 1).name());
    }

    @Test
    void Escape_ends_a_drag_and_nothing_is_done(FxRobot robot) {
        robot.moveTo(palette(robot, "queue")).press(MouseButton.PRIMARY).moveBy(8, 8);
        robot.moveTo(robot.lookup("#blocks").query().localToScreen(200, 300));
        assertThat(robot.lookup(".ghost").tryQuery()).isPresent();
        robot.type(KeyCode.ESCAPE).release(MouseButton.PRIMARY);
        settle(robot);
        assertThat(robot.lookup(".ghost").tryQuery()).isEmpty();
        assertThat(draft.script().text()).isEqualTo(BlocksDemo.FRESH);
    }

    @Test
    void what_is_held_at_the_edge_moves_the_list_but_not_what_only_passes_there(FxRobot robot) {
        robot.interact(() -> draft.open(TALL));
        settle(robot);
        var list = robot.lookup("#blocks").queryAs(BlockList.class);
        var edge = list.localToScene(100, list.getHeight() - 2);
        robot.interact(() -> creep(list, edge, BlockList.PASSING));
        settle(robot);
        assertThat(list.cell(0)).isPresent();

        robot.interact(() -> creep(list, new Point2D(edge.getX(), edge.getY() - list.getHeight() / 2), 1));
        robot.interact(() -> creep(list, edge, BlockList.PASSING));
        settle(robot);
        assertThat(list.cell(0)).isPresent();

        robot.interact(() -> creep(list, edge, 10 * BlockList.PASSING));
        settle(robot);
        assertThat(list.cell(0)).isEmpty();
    }

    private static void creep(BlockList list, Point2D at, int frames) {
        for (int i = 0; i < frames; i++) {
            list.creep(at.getX(), at.getY());
        }
    }

    @Test
    void the_scrollbar_brings_what_is_below_into_sight(FxRobot robot) {
        robot.interact(() -> draft.open(TALL));
        settle(robot);
        var list = robot.lookup("#blocks").queryAs(BlockList.class);
        var thumb = robot.from(list)
                .lookup(".scroll-bar:vertical .thumb")
                .match(Node::isVisible)
                .<Node>query();
        robot.drag(thumb).moveBy(0, list.getHeight()).drop();
        settle(robot);
        assertThat(list.cell(0)).isEmpty();
        assertThat(label(robot, "word", "sleep"::equals)).isNotNull();
    }

    @Test
    void another_scenario_is_shown_from_its_beginning(FxRobot robot) {
        robot.interact(() -> draft.open(TALL));
        settle(robot);
        var list = robot.lookup("#blocks").queryAs(BlockList.class);
        robot.interact(() -> wheel(list, -100));
        settle(robot);
        assertThat(list.cell(0)).isEmpty();
        robot.interact(() -> draft.open(TALL.replace("Tall", "Taller")));
        settle(robot);
        assertThat(list.cell(0)).isPresent();
    }

    @Test
    void the_wheel_brings_what_is_below_into_sight(FxRobot robot) {
        robot.interact(() -> draft.open(TALL));
        settle(robot);
        var list = robot.lookup("#blocks").queryAs(BlockList.class);
        robot.interact(() -> wheel(list, 1));
        settle(robot);
        assertThat(list.cell(0)).isPresent();
        robot.interact(() -> wheel(list, -100));
        settle(robot);
        assertThat(list.cell(0)).isEmpty();
        assertThat(label(robot, "word", "sleep"::equals)).isNotNull();
    }

    private static void wheel(BlockList list, int lines) {
        list.cell(0)
                .orElseThrow()
                .fireEvent(new ScrollEvent(
                        ScrollEvent.SCROLL,
                        1,
                        1,
                        1,
                        1,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        0,
                        0,
                        0,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.LINES,
                        lines,
                        0,
                        null));
    }

    @Test
    void a_row_that_an_edit_moves_keeps_its_cell(FxRobot robot) {
        robot.interact(() -> draft.open(TALL));
        settle(robot);
        var list = robot.lookup("#blocks").queryAs(BlockList.class);
        var row = rowOf(chip(robot, block("compute", 5), ""));
        double y = row.getLayoutY();
        robot.clickOn(on(robot, block("compute", 1), 0.5)).type(KeyCode.DELETE);
        settle(robot);
        assertThat(rowOf(chip(robot, block("compute", 4), ""))).isSameAs(row);
        assertThat(row.getLayoutY()).isEqualTo(y - RowFlow.ROW);
        assertThat(list.rowAt(
                        row.localToScene(0, 1).getX() + 1,
                        row.localToScene(0, 1).getY()))
                .isEqualTo(list.model().rows().indexOf(row(row).block()));
    }

    // Selecting

    @Test
    void Shift_and_a_click_select_all_up_to_there_and_Ctrl_and_a_click_one_more_or_less(FxRobot robot) {
        robot.interact(() -> draft.open(TALL));
        settle(robot);
        robot.clickOn(on(robot, block("compute", 0), 0.5));
        press(robot, block("compute", 3), true, false);
        assertThat(selected()).containsExactlyInAnyOrder(0, 1, 2, 3);
        press(robot, block("compute", 1), false, true);
        assertThat(selected()).containsExactlyInAnyOrder(0, 2, 3);
        robot.type(KeyCode.DELETE);
        assertThat(draft.script().text().lines().filter(it -> it.contains("compute")))
                .hasSize(57);
    }

    /// The robot of the platform without a screen does not tell the mouse which keys are down.
    private void press(FxRobot robot, Block block, boolean shift, boolean control) {
        var at = on(robot, block, 0.5);
        var word = robot.lookup(".block-row .word")
                .match(it -> row(rowOf(it)).block() == block.id())
                .<Node>query();
        robot.interact(() -> {
            var place = scene.getRoot().screenToLocal(at);
            word.fireEvent(new MouseEvent(
                    MouseEvent.MOUSE_PRESSED,
                    place.getX(),
                    place.getY(),
                    at.getX(),
                    at.getY(),
                    MouseButton.PRIMARY,
                    1,
                    shift,
                    control,
                    false,
                    false,
                    true,
                    false,
                    false,
                    false,
                    false,
                    true,
                    new PickResult(word, place.getX(), place.getY())));
        });
        settle(robot);
    }

    private List<Integer> selected() {
        return draft.selectionProperty().get().blocks().stream()
                .map(it -> draft.script().outline().find(it).orElseThrow().index())
                .toList();
    }

    @Test
    void what_can_be_added_at_a_place_is_offered_there(FxRobot robot) {
        robot.interact(() -> draft.open(TALL));
        settle(robot);
        robot.clickOn(robot.lookup(".section-line .add").<Node>query());
        settle(robot);
        robot.clickOn(robot.from(robot.lookup(".palette-popup").<Node>query())
                .lookup(".palette-chip")
                .match(it -> it instanceof Label chip && chip.getText().equals("semaphore"))
                .<Node>query());
        settle(robot);
        assertThat(draft.script().text()).contains("resources:").contains("semaphore:");
        assertThat(robot.lookup(".palette-popup").tryQuery()).isEmpty();
    }

    @Test
    void one_click_leads_to_any_chapter_of_the_palette(FxRobot robot) {
        var chips = robot.lookup(".palette > .scroll-pane").<Node>query();
        for (var link : robot.lookup(".palette-link").<Label>queryAll()) {
            robot.clickOn(link);
            settle(robot);
            var view = chips.localToScreen(chips.getLayoutBounds());
            assertThat(robot.lookup(".palette-chip").<Label>queryAll())
                    .filteredOn(it -> chapter(it).equals(link.getText()))
                    .as(link.getText())
                    .isNotEmpty()
                    .first()
                    .satisfies(it -> assertThat(view.contains(it.localToScreen(it.getLayoutBounds())))
                            .isTrue());
        }
    }

    @Test
    void one_click_takes_back_what_was_looked_for_in_the_palette(FxRobot robot) {
        int all = robot.lookup(".palette-chip").queryAll().size();
        palette(robot, "await");
        assertThat(robot.lookup(".palette-chip").queryAll()).hasSizeLessThan(all);
        robot.clickOn(".palette-clear");
        settle(robot);
        assertThat(robot.lookup(".palette-chip").queryAll()).hasSize(all);
    }

    /// The link that leads to it.
    private static String chapter(Label chip) {
        return Messages.text("blocks.chapter."
                + ((PaletteEntry) chip.getUserData()).word().chapter().replace(' ', '-'));
    }

    @Test
    void the_palette_at_a_place_stays_there_whatever_is_pointed_at(FxRobot robot) {
        robot.interact(() -> {
            draft.open(Gallery.find("lost-update").orElseThrow().text());
            scene.getWindow().setX(Screen.getPrimary().getBounds().getWidth() - scene.getWidth());
            scene.getWindow().setY(0);
        });
        settle(robot);
        robot.clickOn(label(robot, "add", it -> it.startsWith("+ step")));
        settle(robot);
        var popup = robot.lookup(".palette-popup").query();
        var place = popup.localToScreen(popup.getLayoutBounds());
        for (var word : List.of("for_each", "while", "if", "forever", "io", "log", "check", "fail", "let")) {
            var chip = robot.from(popup)
                    .lookup(".palette-chip")
                    .match(it -> it instanceof Label label && label.getText().equals(word))
                    .<Node>query();
            robot.moveTo(chip);
            settle(robot);
            assertThat(popup.localToScreen(popup.getLayoutBounds())).as(word).isEqualTo(place);
        }
    }

    // Comments

    @Test
    void a_comment_of_the_text_is_shown_at_its_block(FxRobot robot) {
        robot.interact(() -> draft.open(TALL));
        settle(robot);
        var comment = (Label) label(robot, "comment", _ -> true);
        assertThat(comment.getText()).isEqualTo("It works, and does no more.");
        assertThat(comment.getTooltip().getText()).isEqualTo("It works,\nand does no more.");
    }

    @Test
    void a_comment_is_written_where_it_is_shown_and_taken_away_from_the_menu(FxRobot robot) {
        robot.interact(() -> draft.open(TALL));
        settle(robot);
        robot.clickOn(label(robot, "comment", _ -> true));
        var area = robot.lookup(".comment-area").queryAs(TextArea.class);
        assertThat(area.getText()).isEqualTo("It works,\nand does no more.");
        robot.write(" Ever.").type(KeyCode.ENTER);
        settle(robot);
        String written = TALL.replace("no more.", "no more. Ever.");
        assertThat(draft.script().text()).isEqualTo(written);
        robot.clickOn(label(robot, "comment", _ -> true));
        robot.write(" No.").type(KeyCode.ESCAPE);
        settle(robot);
        assertThat(draft.script().text()).isEqualTo(written);

        robot.rightClickOn(label(robot, "name", "worker"::equals));
        robot.clickOn(inMenu(robot, "Remove comment").orElseThrow());
        settle(robot);
        assertThat(draft.script().text()).doesNotContain("#");
        assertThat(robot.lookup(".comment").tryQuery()).isEmpty();

        robot.rightClickOn(label(robot, "name", "worker"::equals));
        robot.clickOn(inMenu(robot, "Comment…").orElseThrow());
        robot.write("One").push(KeyCode.SHIFT, KeyCode.ENTER).write("two");
        robot.clickOn(label(robot, "pane-title", "UNITS"::equals));
        settle(robot);
        assertThat(draft.script().text()).contains("units:\n  # One\n  # two\n  worker:\n");
        robot.interact(() -> {
            draft.undo();
            draft.undo();
            draft.undo();
        });
        assertThat(draft.script().text()).isEqualTo(TALL);
    }

    // Keys

    @Test
    void all_of_it_is_done_by_keys_as_well(FxRobot robot) {
        robot.interact(
                () -> draft.open(Gallery.find("lost-update").orElseThrow().text()));
        settle(robot);
        String text = draft.script().text();
        robot.clickOn(label(robot, "word", "read"::equals));
        robot.push(KeyCode.ALT, KeyCode.DOWN);
        assertThat(block("read", 0).index()).isEqualTo(1);
        robot.push(KeyCode.CONTROL, KeyCode.D);
        assertThat(block("read", 1).index()).isEqualTo(2);
        robot.type(KeyCode.DELETE);
        robot.push(KeyCode.CONTROL, KeyCode.Z).push(KeyCode.CONTROL, KeyCode.Z).push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(draft.script().text()).isEqualTo(text);

        robot.clickOn(label(robot, "word", "compute"::equals));
        robot.type(KeyCode.ENTER).write("5us").type(KeyCode.ENTER);
        assertThat(block("compute", 0).slot("").orElseThrow().text()).isEqualTo("5us");
        robot.type(KeyCode.INSERT);
        settle(robot);
        robot.write("sleep").type(KeyCode.ENTER);
        settle(robot);
        assertThat(block("sleep", 0).index()).isEqualTo(block("compute", 0).index() + 1);
    }

    @Test
    void a_thing_is_renamed_where_it_stands_and_wherever_it_is_named(FxRobot robot) {
        robot.interact(
                () -> draft.open(Gallery.find("lost-update").orElseThrow().text()));
        settle(robot);
        robot.clickOn(label(robot, "name", "mutex"::equals));
        robot.type(KeyCode.F2).write("guard").type(KeyCode.ENTER);
        assertThat(block("hold", 0).slot("lock").orElseThrow().text()).isEqualTo("guard");
    }

    @Test
    void a_click_on_another_value_takes_the_one_that_is_typed_and_goes_on_with_that(FxRobot robot) {
        robot.interact(() -> draft.open("""
                interleave: 1
                title: T
                resources:
                  jobs: { queue: fifo, capacity: 4 }
                units:
                  w:
                    thread: 1
                    steps:
                      - put: { to: jobs, value: 1 }
                      - compute: 1ms
                """));
        settle(robot);
        robot.clickOn(chip(robot, block("compute", 0), "")).write("2ms");
        // Above it, below it, and on the row where one has just typed.
        robot.clickOn(chip(robot, block("queue", 0), "capacity")).write("5");
        settle(robot);
        robot.clickOn(chip(robot, block("thread", 0), "")).write("3");
        settle(robot);
        robot.clickOn(chip(robot, block("put", 0), "value")).write("7");
        settle(robot);
        robot.clickOn(chip(robot, block("put", 0), "to"));
        settle(robot);
        assertThat(robot.lookup(".context-menu .label").tryQuery()).isPresent();
        robot.type(KeyCode.ESCAPE);
        robot.clickOn(chip(robot, block("thread", 0), "")).write("4");
        robot.clickOn(label(robot, "pane-title", "RESOURCES"::equals));
        settle(robot);
        assertThat(robot.lookup(".chip-editor").tryQuery()).isEmpty();
        assertThat(draft.script().text())
                .contains("capacity: 5", "thread: 4", "{ to: jobs, value: 7 }", "compute: 2ms");
    }

    @Test
    void Escape_leaves_a_value_as_it_was(FxRobot robot) {
        robot.interact(
                () -> draft.open(Gallery.find("lost-update").orElseThrow().text()));
        settle(robot);
        String text = draft.script().text();
        robot.clickOn(chip(robot, block("compute", 0), "")).write("9s").type(KeyCode.ESCAPE);
        settle(robot);
        assertThat(draft.script().text()).isEqualTo(text);
        assertThat(robot.lookup(".chip-editor").tryQuery()).isEmpty();
    }

    @Test
    void every_row_says_what_it_is_to_those_who_do_not_see_it(FxRobot robot) {
        robot.interact(
                () -> draft.open(Gallery.find("lost-update").orElseThrow().text()));
        settle(robot);
        var rows = robot.lookup(".block-row").queryAll();
        assertThat(rows).isNotEmpty().noneMatch(it -> it.getAccessibleText().isBlank());
        assertThat(rowOf(label(robot, "word", "hold"::equals)).getAccessibleText())
                .isEqualTo("hold, mutex, does nothing while the lock is off");
    }
}
