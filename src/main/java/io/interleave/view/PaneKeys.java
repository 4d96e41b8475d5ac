package io.interleave.view;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.SplitPane;
import org.jspecify.annotations.Nullable;

/// Takes the focus from pane to pane of the window.
final class PaneKeys {

    /// In the order of the work: what is run, what is seen of it, what came of it, its text, and what else there is.
    private static final List<Pane> PANES = List.of(
            new Pane(".run-bar", ".run-bar"),
            new Pane(".picture", "#timeline"),
            new Pane("#details", "#details"),
            new Pane("#editor", "#editor-place"),
            new Pane("#gallery", "#gallery"),
            new Pane("#runs", "#runs"));

    private final Scene scene;

    /// @param whole selects the pane
    /// @param entrance selects what of it gets the focus, or has what gets it
    private record Pane(String whole, String entrance) {}

    PaneKeys(Scene scene) {
        this.scene = scene;
    }

    /// Gives the focus to the next pane that is shown and can have it.
    ///
    /// @param direction 1 or -1
    void go(int direction) {
        int here = here();
        int start = here < 0 && direction < 0 ? 0 : here;
        for (int step = 1; step <= PANES.size(); step++) {
            var pane = PANES.get(Math.floorMod(start + step * direction, PANES.size()));
            var entrance = focusable(scene.lookup(pane.entrance()));
            if (entrance.isPresent()) {
                enter(entrance.get());
                return;
            }
        }
    }

    /// The number of the pane that has the focus, or -1.
    private int here() {
        for (int i = 0; i < PANES.size(); i++) {
            var pane = scene.lookup(PANES.get(i).whole());
            for (var node = scene.getFocusOwner(); node != null; node = node.getParent()) {
                if (node == pane) {
                    return i;
                }
            }
        }
        return -1;
    }

    /// The first that the focus may have: `node` itself, or one in it.
    private static Optional<Node> focusable(@Nullable Node node) {
        if (node == null || !node.isVisible() || node.isDisabled()) {
            return Optional.empty();
        }
        if (node.isFocusTraversable() && !(node instanceof SplitPane)) {
            return Optional.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(it -> focusable(it).stream())
                        .findFirst()
                : Optional.empty();
    }

    /// There and back again, as by Tab: only so the focus shows.
    private void enter(Node node) {
        node.requestFocus();
        if (node.requestFocusTraversal(TraversalDirection.NEXT)) {
            scene.getFocusOwner().requestFocusTraversal(TraversalDirection.PREVIOUS);
        }
    }
}
