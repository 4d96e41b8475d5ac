package io.interleave.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.interleave.analysis.Lane;
import io.interleave.analysis.SpansBuilder;
import io.interleave.analysis.State;
import javafx.event.Event;
import javafx.geometry.VerticalDirection;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class TimelineViewTest {

    private TimelineView view;
    private FakeSource source;
    private long pulses = 1;

    @Start
    void start(Stage stage) {
        view = new TimelineView();
        stage.setScene(new Scene(view, 900, 600));
        stage.setX(20);
        stage.setY(20);
        stage.show();
        view.requestFocus();
    }

    private void show(FxRobot robot, FakeSource run) {
        source = run;
        robot.interact(() -> {
            view.show(run);
            view.requestFocus();
        });
        settle(robot);
    }

    /// Lets pulses pass, driven by the test so that nothing hangs on how quick the machine is.
    private void settle(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> view.pulse(pulses += 1_000_000_000));
        robot.interact(() -> view.pulse(pulses += 1_000_000_000));
    }

    private FxRobot moveTo(FxRobot robot, double x, double y) {
        var point = view.localToScreen(x, y);
        robot.moveTo(point);
        return robot;
    }

    private TimeScale scale() {
        return view.navigation().scale();
    }

    @Test
    void without_a_run_it_says_what_to_do(FxRobot robot) {
        settle(robot);
        assertThat(view.getAccessibleText()).contains("press Run");
    }

    @Test
    void until_a_unit_is_known_it_says_that_the_run_is_starting(FxRobot robot) {
        var bare = new FakeSource().lane(Lane.Kind.CORE, 0, "core 0", new SpansBuilder());
        bare.ended = false;
        show(robot, bare);
        assertThat(view.getAccessibleText()).contains("run is starting");
        var begun = new FakeSource()
                .lane(Lane.Kind.CORE, 0, "core 0", new SpansBuilder())
                .lane(Lane.Kind.UNIT, 0, "worker", new SpansBuilder());
        begun.ended = false;
        show(robot, begun);
        assertThat(view.getAccessibleText()).doesNotContain("run is starting");
    }

    @Test
    void another_run_is_shown_whole_at_once(FxRobot robot) {
        show(robot, SampleRun.counting(4, 2, 300, false, 1_000, 1));
        var next = SampleRun.counting(4, 2, 300, false, 1_000, 1);
        robot.interact(() -> {
            view.show(next);
            // However long the last picture is to rest.
            view.pulse(pulses += 1);
        });
        assertThat(scale().timeAt(view.plotWidth())).isGreaterThanOrEqualTo(next.now());
    }

    @Test
    void keys_zoom_at_the_pointer_and_pan(FxRobot robot) {
        show(robot, SampleRun.counting(4, 2, 300, false, 1_000, 1));
        moveTo(robot, 500, 200);
        settle(robot);
        long time = scale().timeAt(500 - view.plotX());
        double before = scale().nanosPerPixel();
        robot.type(KeyCode.W).type(KeyCode.W);
        assertThat(scale().nanosPerPixel()).isLessThan(before);
        assertThat(scale().x(time)).isCloseTo(500 - view.plotX(), within(1.5));
        assertThat(view.followingProperty().get()).isFalse();
        robot.type(KeyCode.S);
        robot.type(KeyCode.S);
        assertThat(scale().nanosPerPixel()).isCloseTo(before, within(before * 1e-6));
        robot.type(KeyCode.W);
        long origin = scale().origin();
        robot.type(KeyCode.D);
        assertThat(scale().origin()).isGreaterThan(origin);
        robot.type(KeyCode.A);
        assertThat(scale().x(origin)).isCloseTo(0, within(1.0));
        robot.type(KeyCode.F);
        assertThat(scale().x(source.start())).isZero();
    }

    @Test
    void brackets_walk_along_lost_updates_and_explain_them(FxRobot robot) {
        show(robot, SampleRun.counting(4, 2, 300, false, 1_000, 1));
        robot.type(KeyCode.CLOSE_BRACKET);
        settle(robot);
        assertThat(view.focused()).isZero();
        assertThat(view.getAccessibleText()).startsWith("Lost update 1 of");
        assertThat(view.plan().marks()).filteredOn(Marks.Dot.class::isInstance).hasSize(4);
        robot.type(KeyCode.CLOSE_BRACKET);
        assertThat(view.focused()).isEqualTo(1);
        robot.type(KeyCode.OPEN_BRACKET);
        assertThat(view.focused()).isZero();
        robot.type(KeyCode.ESCAPE);
        assertThat(view.focused()).isEqualTo(-1);
    }

    @Test
    void dragging_selects_a_range_and_F_zooms_to_it(FxRobot robot) {
        show(robot, SampleRun.counting(4, 2, 300, false, 1_000, 1));
        long from = scale().timeAt(300 - view.plotX());
        long to = scale().timeAt(500 - view.plotX());
        moveTo(robot, 300, 200).press(MouseButton.PRIMARY);
        moveTo(robot, 400, 210);
        moveTo(robot, 500, 220).release(MouseButton.PRIMARY);
        robot.type(KeyCode.F);
        double pixel = 3 * (to - from) / 200.0;
        assertThat((double) scale().timeAt(0)).isCloseTo(from, within(pixel));
        assertThat((double) scale().timeAt(view.plotWidth())).isCloseTo(to, within(pixel));
        robot.type(KeyCode.F);
        assertThat(scale().x(source.start())).isZero();
    }

    @Test
    void hovering_tells_the_state_in_words(FxRobot robot) {
        show(robot, SampleRun.deadlock());
        FramePlan.LanePlan lane = view.plan().lanes().get(3);
        moveTo(robot, 700, lane.y() + lane.row().bodyHeight() * 0.75);
        settle(robot);
        assertThat(view.hoverTextProperty().get())
                .startsWith("right: waiting for a lock")
                .contains("held by carry");
        assertThat(view.getAccessibleText()).isEqualTo(view.hoverTextProperty().get());
    }

    @Test
    void control_and_wheel_zoom_and_the_wheel_alone_scrolls_lanes(FxRobot robot) {
        show(robot, SampleRun.counting(60, 4, 5, false, 20_000, 4));
        moveTo(robot, 500, 300);
        String first = view.plan().lanes().getFirst().lane().name();
        robot.scroll(8, VerticalDirection.DOWN);
        settle(robot);
        assertThat(view.plan().lanes().getFirst().lane().name()).isNotEqualTo(first);
        double before = scale().nanosPerPixel();
        long time = scale().timeAt(500 - view.plotX());
        robot.interact(() -> Event.fireEvent(view, wheel(500, 300, 80, false, true)));
        assertThat(scale().nanosPerPixel()).isLessThan(before);
        assertThat(scale().x(time)).isCloseTo(500 - view.plotX(), within(1.0));
    }

    @Test
    void a_live_run_is_followed_until_one_scrolls_away_and_a_button_brings_it_back(FxRobot robot) {
        SpansBuilder lane = new SpansBuilder().add(FakeSource.START, FakeSource.START + 1_000_000, State.RUNNING);
        FakeSource live = new FakeSource().lane(Lane.Kind.UNIT, 0, "a", lane);
        live.ended = false;
        show(robot, live);
        robot.interact(() -> {
            lane.endLast(FakeSource.START + 90_000_000);
            live.now = FakeSource.START + 90_000_000;
        });
        settle(robot);
        assertThat(scale().x(live.now)).isBetween(view.plotWidth() * 0.79, view.plotWidth() + 0.5);
        robot.type(KeyCode.W);
        settle(robot);
        assertThat(view.followingProperty().get()).isFalse();
        robot.clickOn((Button) robot.lookup(".button").query());
        settle(robot);
        assertThat(view.followingProperty().get()).isTrue();
        assertThat(scale().x(live.start())).isZero();
    }

    @Test
    void space_freezes_the_picture_while_the_run_goes_on(FxRobot robot) {
        SpansBuilder lane = new SpansBuilder().add(FakeSource.START, FakeSource.START + 1_000_000, State.RUNNING);
        FakeSource live = new FakeSource().lane(Lane.Kind.UNIT, 0, "a", lane);
        live.ended = false;
        show(robot, live);
        robot.type(KeyCode.SPACE);
        settle(robot);
        int shown = view.plan().lanes().getFirst().strip().right(0);
        robot.interact(() -> {
            lane.endLast(FakeSource.START + 1_500_000);
            live.now = FakeSource.START + 1_500_000;
        });
        settle(robot);
        assertThat(view.plan().lanes().getFirst().strip().right(0)).isEqualTo(shown);
        robot.type(KeyCode.SPACE);
        settle(robot);
        assertThat(view.plan().lanes().getFirst().strip().right(0)).isGreaterThan(shown);
    }

    @Test
    void a_picture_that_was_frozen_when_the_run_ended_says_so_and_can_be_let_go(FxRobot robot) {
        SpansBuilder lane = new SpansBuilder().add(FakeSource.START, FakeSource.START + 1_000_000, State.RUNNING);
        FakeSource live = new FakeSource().lane(Lane.Kind.UNIT, 0, "a", lane);
        live.ended = false;
        show(robot, live);
        robot.type(KeyCode.SPACE);
        robot.interact(() -> live.ended = true);
        settle(robot);
        assertThat(badges()).contains("frozen: the run has ended");
        robot.type(KeyCode.SPACE);
        settle(robot);
        assertThat(badges()).doesNotContain("frozen");
    }

    @Test
    void a_run_that_is_over_is_not_frozen(FxRobot robot) {
        show(robot, SampleRun.counting(4, 2, 300, false, 1_000, 1));
        robot.type(KeyCode.SPACE);
        settle(robot);
        assertThat(view.frozenProperty().get()).isFalse();
        assertThat(badges()).doesNotContain("frozen");
    }

    private String badges() {
        return view.plan().badges().toString();
    }

    @Test
    void clicking_into_the_minimap_moves_the_window(FxRobot robot) {
        show(robot, SampleRun.counting(4, 2, 300, false, 1_000, 1));
        robot.interact(() -> view.zoomTo(source.start(), source.start() + (source.now() - source.start()) / 20));
        settle(robot);
        Area map = view.plan().areas().minimap();
        moveTo(robot, map.x() + map.width() * 0.5, map.y() + map.height() / 2.0).clickOn(MouseButton.PRIMARY);
        settle(robot);
        double middle =
                (double) (scale().timeAt(view.plotWidth() / 2.0) - source.start()) / (source.now() - source.start());
        assertThat(middle).isCloseTo(0.5, within(0.02));
    }

    @Test
    void shift_and_wheel_pans(FxRobot robot) {
        show(robot, SampleRun.counting(4, 2, 300, false, 1_000, 1));
        robot.type(KeyCode.W).type(KeyCode.W);
        moveTo(robot, 500, 200);
        long origin = scale().origin();
        robot.interact(() -> Event.fireEvent(view, wheel(500, 200, -80, true, false)));
        assertThat(scale().origin()).isGreaterThan(origin);
        assertThat(scale().x(origin)).isCloseTo(-160, within(1.0));
    }

    /// A turn of the wheel with a key held down, which the robot's wheel does not know of on every platform.
    private static ScrollEvent wheel(double x, double y, double deltaY, boolean shift, boolean control) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                x,
                y,
                x,
                y,
                shift,
                control,
                false,
                false,
                false,
                false,
                0,
                deltaY,
                0,
                deltaY,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }
}
