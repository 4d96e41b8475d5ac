package io.interleave.view.timeline;

import static io.interleave.view.timeline.FakeSource.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.analysis.Flow;
import io.interleave.analysis.Lane;
import io.interleave.analysis.Spans;
import io.interleave.analysis.SpansBuilder;
import io.interleave.analysis.State;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.collections.ObservableList;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Lanes and spans chosen and arranged with mouse and keys.
@ExtendWith(ApplicationExtension.class)
final class LanesByHandTest {

    private final FakeSource source = Crowd.small();
    private final List<TimelineCommand> commands = new ArrayList<>();
    private TimelineView view;
    private long pulses = 1;

    @Start
    void start(Stage stage) {
        for (int unit = 50; unit < 53; unit++) {
            source.lane(
                    Lane.Kind.UNIT,
                    unit,
                    "worker " + (unit - 49),
                    "worker",
                    new SpansBuilder()
                            .add(START, START + 300, State.RUNNING)
                            .add(START + 300, START + 700, State.LOCK_WAIT)
                            .add(START + 700, START + 1_000, State.RUNNING));
        }
        source.flows.add(new Flow(Flow.Kind.WAKE, Spans.NONE, 52, START + 650, 50, START + 700));
        view = new TimelineView();
        view.setOnCommand(commands::add);
        stage.setScene(new Scene(view, 900, 700));
        stage.setX(20);
        stage.setY(20);
        stage.show();
        view.show(source);
        view.requestFocus();
    }

    /// Keys go to the window that has the focus, which it is given a moment after it is shown.
    @BeforeEach
    void has_the_focus(FxRobot robot) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> view.isFocused() && view.getScene().getWindow().isFocused());
        settle(robot);
    }

    private static LaneKey unit(int unit) {
        return new LaneKey(Lane.Kind.UNIT, unit);
    }

    private void settle(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> view.pulse(pulses += 1_000_000_000));
        robot.interact(() -> view.pulse(pulses += 1_000_000_000));
    }

    private FramePlan plan(FxRobot robot) {
        settle(robot);
        return view.plan();
    }

    /// The middle of a span, or of the lane's name before the run began.
    private FxRobot moveTo(FxRobot robot, LaneKey lane, long time) {
        var planned = plan(robot).lane(lane);
        double x = time < 0 ? 60 : view.plotX() + view.navigation().scale().x(START + time);
        robot.moveTo(view.localToScreen(x, planned.y() + planned.row().bodyHeight() / 2.0));
        return robot;
    }

    private void click(FxRobot robot, LaneKey lane, long time) {
        moveTo(robot, lane, time).clickOn(MouseButton.PRIMARY);
        settle(robot);
    }

    private List<LaneKey> shown(FxRobot robot) {
        return Walk.shown(plan(robot).layout());
    }

    private void selected(int unit, int span) {
        assertThat(view.selection()).isInstanceOf(Selection.OfSpan.class);
        assertThat(((Selection.OfSpan) view.selection()).lane()).isEqualTo(unit(unit));
        assertThat(((Selection.OfSpan) view.selection()).span()).isEqualTo(span);
    }

    @Test
    void a_click_selects_the_span_frames_it_and_tells_it_to_a_screen_reader(FxRobot robot) {
        click(robot, unit(50), 500);
        selected(50, 1);
        assertThat(view.plan().selected()).isPresent();
        assertThat(view.getAccessibleText()).contains("worker 1", Words.state(State.LOCK_WAIT));
        robot.type(KeyCode.ESCAPE);
        settle(robot);
        assertThat(view.selection()).isEqualTo(Selection.NONE);
        assertThat(view.plan().selected()).isEmpty();
    }

    @Test
    void keys_go_along_the_lane_and_to_the_lanes_above_and_below(FxRobot robot) {
        click(robot, unit(51), 500);
        robot.type(KeyCode.PERIOD);
        selected(51, 2);
        robot.type(KeyCode.PERIOD);
        selected(51, 2);
        robot.type(KeyCode.COMMA).type(KeyCode.COMMA);
        selected(51, 0);
        robot.type(KeyCode.DOWN);
        selected(52, 0);
        robot.type(KeyCode.UP).type(KeyCode.UP);
        selected(50, 0);
        assertThat(view.getAccessibleText()).isNotEmpty();
    }

    @Test
    void a_key_selects_on_the_first_unit_where_nothing_is_selected(FxRobot robot) {
        click(robot, unit(51), 500);
        robot.type(KeyCode.ESCAPE);
        robot.type(KeyCode.PERIOD);
        assertThat(view.selection()).isInstanceOf(Selection.OfSpan.class);
        assertThat(view.selectedLane()).isEqualTo(unit(0));
        robot.type(KeyCode.DOWN);
        assertThat(view.selectedLane()).isEqualTo(unit(1));
    }

    @Test
    void brackets_go_to_the_cause_and_back(FxRobot robot) {
        click(robot, unit(50), 500);
        robot.type(KeyCode.OPEN_BRACKET);
        selected(52, 1);
        robot.type(KeyCode.CLOSE_BRACKET);
        assertThat(view.selectedLane()).isEqualTo(unit(50));
        assertThat(plan(robot).arrows()).isNotEmpty();
    }

    @Test
    void R_makes_a_range_of_the_selected_span(FxRobot robot) {
        click(robot, unit(50), 500);
        robot.type(KeyCode.R);
        assertThat(view.selection()).isEqualTo(new Selection.Range(START + 300, START + 700));
    }

    @Test
    void H_hides_the_lane_and_says_that_one_is_hidden(FxRobot robot) {
        click(robot, unit(51), -1);
        assertThat(view.selection()).isEqualTo(new Selection.OfLane(unit(51)));
        robot.type(KeyCode.H);
        assertThat(shown(robot)).doesNotContain(unit(51));
        assertThat(view.plan().badges()).extracting(FramePlan.Badge::text).contains("1 lane hidden");
    }

    @Test
    void T_pins_the_lane_to_the_top_and_lets_it_go(FxRobot robot) {
        click(robot, unit(51), -1);
        robot.type(KeyCode.T);
        assertThat(shown(robot)).startsWith(unit(51));
        assertThat(view.plan().lane(unit(51)).y())
                .isLessThan(view.plan().scrolled().y());
        robot.type(KeyCode.T);
        assertThat(plan(robot).layout().pinned()).isEmpty();
    }

    @Test
    void Z_folds_the_section_of_the_lane_and_unfolds_it(FxRobot robot) {
        click(robot, unit(51), -1);
        robot.type(KeyCode.Z);
        assertThat(shown(robot)).doesNotContain(unit(50), unit(51), unit(52));
        robot.type(KeyCode.Z);
        assertThat(shown(robot)).contains(unit(50), unit(51), unit(52));
    }

    @Test
    void alt_and_arrows_move_the_lane_within_its_section(FxRobot robot) {
        click(robot, unit(51), -1);
        robot.push(KeyCode.ALT, KeyCode.UP);
        assertThat(shown(robot)).containsSubsequence(unit(51), unit(50), unit(52));
        robot.push(KeyCode.ALT, KeyCode.UP);
        assertThat(shown(robot)).containsSubsequence(unit(51), unit(50), unit(52));
        robot.push(KeyCode.ALT, KeyCode.DOWN);
        robot.interact(() -> {});
        settle(robot);
        robot.push(KeyCode.ALT, KeyCode.DOWN);
        assertThat(shown(robot)).containsSubsequence(unit(50), unit(52), unit(51));
    }

    @Test
    void control_and_plus_make_lanes_taller(FxRobot robot) {
        int before = plan(robot).layout().of(Lane.Kind.UNIT, 50).height();
        robot.push(KeyCode.CONTROL, KeyCode.PLUS);
        assertThat(plan(robot).layout().of(Lane.Kind.UNIT, 50).height()).isGreaterThan(before);
        robot.push(KeyCode.CONTROL, KeyCode.MINUS);
        assertThat(plan(robot).layout().of(Lane.Kind.UNIT, 50).height()).isEqualTo(before);
    }

    @Test
    void a_name_that_is_dragged_takes_its_lane_along(FxRobot robot) {
        moveTo(robot, unit(52), -1).press(MouseButton.PRIMARY);
        moveTo(robot, unit(51), -1);
        moveTo(robot, unit(50), -1).release(MouseButton.PRIMARY);
        assertThat(shown(robot)).containsSubsequence(unit(52), unit(50), unit(51));
        assertThat(view.selectedLane()).isEqualTo(unit(52));
    }

    @Test
    void a_click_on_a_heading_folds_its_lanes_into_their_sum(FxRobot robot) {
        robot.interact(() -> view.arrangementProperty()
                .set(Arrangement.PLAIN.toggled("group pool").toggled("shared")));
        assertThat(shown(robot)).doesNotContain(unit(0));
        var heading = view.plan().headings().stream()
                .filter(it -> it.heading().key().equals("group pool"))
                .findFirst()
                .orElseThrow();
        assertThat(heading.strip().size()).isPositive();
        robot.clickOn(view.localToScreen(40, heading.y() + heading.heading().height() / 2.0));
        assertThat(shown(robot)).contains(unit(0), unit(1));
    }

    @Test
    void the_arrow_before_a_process_folds_its_threads(FxRobot robot) {
        var thread = new LaneKey(Lane.Kind.CHILD, 31);
        assertThat(shown(robot)).contains(thread);
        var process = plan(robot).lane(unit(30));
        var place = view.localToScreen(8, process.y() + process.row().bodyHeight() / 2.0);
        robot.clickOn(place);
        assertThat(shown(robot)).doesNotContain(thread).contains(unit(30));
        var folded = plan(robot).lane(unit(30));
        robot.clickOn(view.localToScreen(8, folded.y() + folded.row().bodyHeight() / 2.0));
        assertThat(shown(robot)).contains(thread);
    }

    @Test
    void the_menu_of_a_lane_opens_by_keyboard_and_does_what_the_keys_do(FxRobot robot) {
        // One at the top: the headless screen ends where a menu below would go on.
        click(robot, unit(0), -1);
        robot.push(KeyCode.SHIFT, KeyCode.F10);
        var menu = menu();
        assertThat(menu.getItems())
                .extracting(MenuItem::getText)
                .contains(Words.text("menu.pin"), Words.text("menu.hide"), Words.text("menu.sort"));
        robot.interact(() -> item(menu.getItems(), "menu.pin").fire());
        robot.interact(menu::hide);
        assertThat(shown(robot)).startsWith(unit(0));

        robot.push(KeyCode.CONTEXT_MENU);
        assertThat(menu().getItems()).extracting(MenuItem::getText).contains(Words.text("menu.unpin"));
        robot.interact(() -> menu().hide());
    }

    @Test
    void the_menu_sorts_folds_all_and_brings_hidden_lanes_back(FxRobot robot) {
        source.amounts.put(52, 900L);
        source.amounts.put(51, 100L);
        click(robot, unit(50), -1);
        robot.type(KeyCode.H);
        robot.interact(() -> Event.fireEvent(
                view, new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 1, 1, 1, 1, true, null)));
        var menu = menu();
        robot.interact(() -> item(menu.getItems(), "menu.show").fire());
        var sort = (Menu) item(menu.getItems(), "menu.sort");
        robot.interact(() -> item(sort.getItems(), "menu.sort.BUSY").fire());
        assertThat(shown(robot)).containsSubsequence(unit(52), unit(51), unit(50));
        robot.interact(() -> item(menu.getItems(), "menu.fold.all").fire());
        assertThat(shown(robot)).doesNotContain(unit(50), unit(0));
        robot.interact(() -> item(menu.getItems(), "menu.plain").fire());
        assertThat(shown(robot)).containsSubsequence(unit(0), unit(50), unit(51), unit(52));
        robot.interact(menu::hide);
    }

    @Test
    void a_double_click_zooms_to_the_span(FxRobot robot) {
        double before = view.navigation().scale().nanosPerPixel();
        moveTo(robot, unit(50), 500).doubleClickOn(MouseButton.PRIMARY);
        settle(robot);
        assertThat(view.navigation().scale().nanosPerPixel()).isLessThan(before);
        assertThat(view.navigation().scale().x(START + 300)).isPositive();
        assertThat(view.navigation().scale().x(START + 700)).isLessThan(view.plotWidth());
    }

    @Test
    void what_lies_beside_the_timeline_is_asked_for_by_keys(FxRobot robot) {
        settle(robot);
        robot.type(KeyCode.SLASH)
                .type(KeyCode.G)
                .type(KeyCode.M)
                .type(KeyCode.P)
                .type(KeyCode.C)
                .type(KeyCode.ENTER);
        assertThat(commands)
                .containsExactly(
                        TimelineCommand.SEARCH,
                        TimelineCommand.GO_TO,
                        TimelineCommand.MARK,
                        TimelineCommand.PLAY,
                        TimelineCommand.ROUTE,
                        TimelineCommand.DETAILS);
    }

    private static ContextMenu menu() {
        return (ContextMenu) Window.getWindows().stream()
                .filter(it -> it instanceof ContextMenu && it.isShowing())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no menu is open"));
    }

    private static MenuItem item(ObservableList<MenuItem> items, String key) {
        return items.stream()
                .filter(it -> Words.text(key).equals(it.getText()))
                .findFirst()
                .orElseThrow();
    }
}
