package io.interleave.view.editor.blocks;

import io.interleave.view.fx.Pulse;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;

/// Drags a block over the list: from the palette, or from another place of the list. Done with plain events of the
/// mouse
/// and not as a drag between windows, so that the mark of the place follows at every frame and Escape always ends it.
final class DragLayer extends Pane {

    private static final PseudoClass USELESS = PseudoClass.getPseudoClass("useless");
    private static final double FAR = 6;

    /// What comes of dragging.
    interface Drop {
        void drop(Carried carried, Aim.Target target, boolean copy);
    }

    private record Dragged(Carried carried, Label ghost) {}

    private final BlocksModel model;
    private final BlockList list;
    private final Drop drop;
    private final Pulse creeping = new Pulse(this::creep);
    private final EventHandler<KeyEvent> keys = this::pressed;
    private Optional<Dragged> dragged = Optional.empty();
    private Aim.Target target = new Aim.Nowhere();
    private double x;
    private double y;

    DragLayer(BlocksModel model, BlockList list, Drop drop) {
        this.model = model;
        this.list = list;
        this.drop = drop;
        setMouseTransparent(true);
        setMinSize(0, 0);
    }

    /// Lets what `source` says be dragged from a node.
    void from(Node node, Supplier<Optional<Carried>> source) {
        var pressed = new double[2];
        var begun = new boolean[1];
        node.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            pressed[0] = event.getSceneX();
            pressed[1] = event.getSceneY();
            begun[0] = false;
        });
        node.addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> {
            boolean isFar = Math.hypot(event.getSceneX() - pressed[0], event.getSceneY() - pressed[1]) > FAR;
            if (!begun[0] && isFar && event.getButton() == MouseButton.PRIMARY) {
                begun[0] = true;
                source.get().ifPresent(this::begin);
            }
            if (dragged.isPresent()) {
                move(event.getSceneX(), event.getSceneY());
                event.consume();
            }
        });
        node.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            if (dragged.isPresent()) {
                move(event.getSceneX(), event.getSceneY());
                end(event.isShortcutDown());
                event.consume();
            }
        });
    }

    boolean isDragging() {
        return dragged.isPresent();
    }

    private void begin(Carried carried) {
        model.endEditing();
        var ghost = new Label(Ghost.words(carried));
        ghost.getStyleClass().addAll("ghost", "frame", Ghost.category(carried).style());
        getChildren().setAll(ghost);
        dragged = Optional.of(new Dragged(carried, ghost));
        getScene().addEventFilter(KeyEvent.KEY_PRESSED, keys);
        creeping.start();
    }

    private void move(double sceneX, double sceneY) {
        x = sceneX;
        y = sceneY;
        dragged.ifPresent(it -> {
            target = list.place(x, y)
                    .map(new Aim(model.rows(), it.carried())::at)
                    .orElse(new Aim.Nowhere());
            list.aim(target);
            it.ghost().pseudoClassStateChanged(USELESS, target instanceof Aim.Nowhere);
            var at = sceneToLocal(x, y);
            it.ghost().autosize();
            it.ghost().relocate(at.getX() + 10, at.getY() + 8);
        });
    }

    private void creep() {
        list.creep(x, y);
        move(x, y);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            cancel();
            event.consume();
        }
    }

    private void end(boolean copy) {
        var carried = dragged.orElseThrow().carried();
        var at = target;
        cancel();
        drop.drop(carried, at, copy);
    }

    private void cancel() {
        creeping.stop();
        getScene().removeEventFilter(KeyEvent.KEY_PRESSED, keys);
        getChildren().clear();
        dragged = Optional.empty();
        target = new Aim.Nowhere();
        list.aim(target);
    }
}
