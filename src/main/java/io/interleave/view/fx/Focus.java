package io.interleave.view.fx;

import javafx.scene.Node;
import javafx.util.Subscription;

/// Gives the focus also to what is not yet in a window.
public final class Focus {

    private Focus() {}

    /// To a node that is or will be shown: at once, or as soon as it is in a scene.
    public static void give(Node node) {
        if (node.getScene() != null) {
            node.requestFocus();
            return;
        }
        var waiting = new Subscription[1];
        waiting[0] = node.sceneProperty().subscribe((_, scene) -> {
            waiting[0].unsubscribe();
            node.requestFocus();
        });
    }
}
