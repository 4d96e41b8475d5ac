package io.interleave.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.testkit.WindowOnFakes;
import io.interleave.view.fx.Messages;
import io.interleave.view.timeline.TimelineView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The list of keys names what the timeline listens to, and nothing else.
@ExtendWith(ApplicationExtension.class)
final class KeysListTest {

    /// Other keys for the same.
    private static final Map<KeyCode, String> SAME = Map.ofEntries(
            Map.entry(KeyCode.PLUS, "W"),
            Map.entry(KeyCode.ADD, "W"),
            Map.entry(KeyCode.EQUALS, "W"),
            Map.entry(KeyCode.MINUS, "S"),
            Map.entry(KeyCode.SUBTRACT, "S"),
            Map.entry(KeyCode.LEFT, "A"),
            Map.entry(KeyCode.KP_LEFT, "A"),
            Map.entry(KeyCode.RIGHT, "D"),
            Map.entry(KeyCode.KP_RIGHT, "D"),
            Map.entry(KeyCode.KP_UP, "Up"),
            Map.entry(KeyCode.KP_DOWN, "Down"));

    private static final Map<KeyCode, String> NAMES = Map.ofEntries(
            Map.entry(KeyCode.OPEN_BRACKET, "["),
            Map.entry(KeyCode.CLOSE_BRACKET, "]"),
            Map.entry(KeyCode.PERIOD, "."),
            Map.entry(KeyCode.COMMA, ","),
            Map.entry(KeyCode.SLASH, "/"),
            Map.entry(KeyCode.UP, "Up"),
            Map.entry(KeyCode.DOWN, "Down"),
            Map.entry(KeyCode.PAGE_UP, "PageUp"),
            Map.entry(KeyCode.PAGE_DOWN, "PageDown"),
            Map.entry(KeyCode.HOME, "Home"),
            Map.entry(KeyCode.END, "End"),
            Map.entry(KeyCode.SPACE, "Space"),
            Map.entry(KeyCode.ENTER, "Enter"),
            Map.entry(KeyCode.ESCAPE, "Esc"),
            Map.entry(KeyCode.CONTEXT_MENU, "Menu"));

    @TempDir
    private static Path folder;

    private WindowOnFakes fakes;

    @Start
    void open(Stage stage) {
        fakes = new WindowOnFakes(stage, folder, 1000, 700);
    }

    private Set<String> listed(FxRobot robot) {
        robot.clickOn("#help");
        return robot.lookup("#picture .key").queryAllAs(Label.class).stream()
                .flatMap(it -> Arrays.stream(it.getText().split("\\s+")))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Test
    void every_key_that_the_timeline_listens_to_is_in_the_list_and_every_one_in_it_does_something(FxRobot robot) {
        var heard = new TreeSet<String>();
        robot.interact(() -> hear(heard));
        var listed = listed(robot);
        listed.removeAll(List.of("wheel", "Ctrl+wheel", "Shift+drag"));
        assertThat(listed).containsExactlyInAnyOrderElementsOf(heard);
    }

    /// What the timeline listens to, as the list says it.
    private static void hear(Set<String> heard) {
        for (var code : KeyCode.values()) {
            if (hears(pressed(code, false, false, false))) {
                heard.add(SAME.getOrDefault(code, NAMES.getOrDefault(code, code.getName())));
            }
        }
        for (char letter = '!'; letter <= '~'; letter++) {
            if (hears(typed(letter))) {
                heard.add(String.valueOf(Character.toUpperCase(letter)));
            }
        }
        if (hears(pressed(KeyCode.F10, true, false, false))) {
            heard.add("Shift+F10");
        }
        if (hears(pressed(KeyCode.UP, false, false, true)) && hears(pressed(KeyCode.DOWN, false, false, true))) {
            heard.add("Alt+Up/Down");
        }
        if (hears(pressed(KeyCode.PLUS, false, true, false)) && hears(pressed(KeyCode.MINUS, false, true, false))) {
            heard.add("Ctrl+Plus/Minus");
        }
    }

    @Test
    void every_key_of_the_whole_window_is_in_the_list(FxRobot robot) {
        robot.clickOn("#help");
        var listed = robot.lookup("#general .key").queryAllAs(Label.class).stream()
                .flatMap(it -> Arrays.stream(it.getText().split("\\s+")))
                .toList();
        var heard = fakes.window.scene().getAccelerators().keySet().stream()
                .map(it -> it.getName()
                        .replace("Shift+Shortcut", "Ctrl+Shift")
                        .replace("Shortcut", "Ctrl")
                        .replace("Period", "."))
                .toList();
        assertThat(listed).containsAll(heard);
    }

    @Test
    void every_text_of_the_list_is_shown(FxRobot robot) {
        robot.clickOn("#help");
        var shown = robot.lookup("#keys .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
        var bundle = ResourceBundle.getBundle("io.interleave.view.messages");
        var missing = new ArrayList<String>();
        for (var key : bundle.keySet()) {
            if (key.startsWith("keys.") && !key.equals("keys.close") && !shown.contains(Messages.text(key))) {
                missing.add(key);
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void no_text_of_the_list_is_cut_off(FxRobot robot) {
        robot.clickOn("#help");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#keys .label").queryAllAs(Label.class))
                .allSatisfy(
                        it -> assertThat(((Text) it.lookup(".text")).getText()).isEqualTo(it.getText()));
    }

    @Test
    void what_is_below_is_brought_into_sight_by_keys(FxRobot robot) {
        robot.clickOn("#help");
        WaitForAsyncUtils.waitForFxEvents();
        var scroll = robot.lookup("#keys .scroll-pane").queryAs(ScrollPane.class);
        robot.push(KeyCode.PAGE_DOWN).push(KeyCode.PAGE_DOWN);
        assertThat(scroll.getVvalue()).isEqualTo(scroll.getVmax());
        robot.push(KeyCode.UP);
        assertThat(scroll.getVvalue()).isLessThan(scroll.getVmax());
    }

    private static KeyEvent pressed(KeyCode code, boolean shift, boolean control, boolean alt) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", code.getName(), code, shift, control, alt, false);
    }

    private static KeyEvent typed(char letter) {
        return new KeyEvent(
                KeyEvent.KEY_TYPED,
                String.valueOf(letter),
                "",
                KeyCode.UNDEFINED,
                Character.isUpperCase(letter),
                false,
                false,
                false);
    }

    /// Whether the timeline keeps an event for itself.
    private static boolean hears(KeyEvent event) {
        var passed = new boolean[1];
        var timeline = new TimelineView();
        var around = new StackPane(timeline);
        EventHandler<KeyEvent> beside = _ -> passed[0] = true;
        around.addEventHandler(KeyEvent.ANY, beside);
        Event.fireEvent(timeline, event);
        return !passed[0];
    }
}
