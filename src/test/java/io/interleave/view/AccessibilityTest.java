package io.interleave.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.run.RunEnd;
import io.interleave.testkit.Reports;
import io.interleave.testkit.WindowOnFakes;
import io.interleave.view.editor.text.TextEditor;
import io.interleave.view.session.RunState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Everybody can use the window: with a screen reader, without a mouse, and on a small screen.
@ExtendWith(ApplicationExtension.class)
final class AccessibilityTest {

    @TempDir
    private static Path folder;

    private WindowOnFakes fakes;

    @Start
    void open(Stage stage) {
        fakes = new WindowOnFakes(stage, folder, 1000, 700);
    }

    @Test
    void everyControlHasAName() {
        var nameless = all(fakes.window.scene().getRoot(), AccessibilityTest::isForUse).stream()
                .filter(node -> name(node).isBlank())
                .toList();
        assertThat(nameless).isEmpty();
    }

    @Test
    void everyControlIsReachedByTab(FxRobot robot) throws TimeoutException {
        fakes.feeds.report(Reports.updatesLost(1_213));
        robot.clickOn("#run");
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> fakes.workbench.session().state().isRunning());
        fakes.engines.last().end(new RunEnd.Completed());
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> fakes.workbench.session().state() instanceof RunState.Ended);
        WaitForAsyncUtils.waitForFxEvents();
        var scene = fakes.window.scene();
        robot.interact(() -> scene.lookup("#run").requestFocus());
        var reached = new HashSet<Node>();
        while (reached.add(scene.getFocusOwner())) {
            robot.push(KeyCode.TAB);
        }
        var missed = all(scene.getRoot(), node -> isForUse(node) && node.getId() != null && !node.isDisabled()).stream()
                .filter(node -> !reached.contains(node))
                .toList();
        assertThat(missed).isEmpty();
    }

    /// In a text Tab indents, so that another key leaves it.
    @ParameterizedTest
    @ValueSource(strings = {"blocks", "text", "java", "python", "words"})
    void eachPaneOfTheEditorIsEnteredAndLeftByKeys(String pane, FxRobot robot) {
        var scene = fakes.window.scene();
        robot.push(KeyCode.SHORTCUT, KeyCode.E);
        WaitForAsyncUtils.waitForFxEvents();
        var button = scene.lookup("#view-" + pane);
        robot.interact(button::requestFocus);
        robot.push(KeyCode.SPACE);
        var inside = scene.lookup("#editor-place");
        var reached = new LinkedHashSet<Node>();
        while (reached.add(scene.getFocusOwner())) {
            if (TextEditor.isEdited(scene.getFocusOwner())) {
                robot.push(KeyCode.CONTROL, KeyCode.TAB);
            } else {
                robot.push(KeyCode.TAB);
            }
        }
        assertThat(scene.getFocusOwner()).isSameAs(button);
        assertThat(reached).anyMatch(it -> isInside(it, inside));
    }

    @Test
    void nothingIsClippedOrOverlapsAtTheSmallestUsualSize() {
        var scene = fakes.window.scene();
        var controls = all(scene.getRoot(), node -> isForUse(node) && node.getId() != null);
        var window = scene.getRoot().localToScene(scene.getRoot().getLayoutBounds());
        for (var control : controls) {
            assertThat(contains(window, bounds(control)))
                    .as("%s is within the window", control)
                    .isTrue();
        }
        var inBar = controls.stream()
                .filter(it -> it.getStyleClass().contains("slider") || it instanceof Labeled)
                .toList();
        for (var one : inBar) {
            for (var other : inBar) {
                assertThat(one != other
                                && !isInside(one, other)
                                && !isInside(other, one)
                                && overlap(bounds(one), bounds(other)))
                        .as("%s and %s overlap", one, other)
                        .isFalse();
            }
        }
    }

    private static boolean isForUse(Node node) {
        return node.isFocusTraversable()
                && node instanceof Control
                && !(node instanceof ScrollBar)
                && !(node instanceof ScrollPane)
                && !(node instanceof SplitPane);
    }

    private static String name(Node node) {
        if (node.getAccessibleText() != null) {
            return node.getAccessibleText();
        }
        return node instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
    }

    /// The visible ones below `root` that `wanted` wants; not the insides of a control.
    private static List<Node> all(Parent root, Predicate<Node> wanted) {
        var found = new ArrayList<Node>();
        for (var child : root.getChildrenUnmodifiable()) {
            if (!child.isVisible()) {
                continue;
            }
            if (wanted.test(child)) {
                found.add(child);
            }
            if (child instanceof Parent parent) {
                found.addAll(all(parent, wanted));
            }
        }
        return found;
    }

    private static Bounds bounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static boolean contains(Bounds outer, Bounds inner) {
        return inner.getMinX() >= outer.getMinX() - 1
                && inner.getMinY() >= outer.getMinY() - 1
                && inner.getMaxX() <= outer.getMaxX() + 1
                && inner.getMaxY() <= outer.getMaxY() + 1;
    }

    private static boolean overlap(Bounds one, Bounds other) {
        return one.getMinX() + 1 < other.getMaxX()
                && other.getMinX() + 1 < one.getMaxX()
                && one.getMinY() + 1 < other.getMaxY()
                && other.getMinY() + 1 < one.getMaxY();
    }

    private static boolean isInside(Node inner, Node outer) {
        for (Parent above = inner.getParent(); above != null; above = above.getParent()) {
            if (above == outer) {
                return true;
            }
        }
        return false;
    }
}
