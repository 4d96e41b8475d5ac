package io.interleave.view.editor.blocks;

import io.interleave.view.fx.Pulse;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;

/// Drags a block over the list: from the palette, or from another place of the list. Done with plain events of the
/// mouse and not as a drag between windows, so that the mark of the place follows at every frame and Escape always
/// ends it.
final class DragLayer extends Pane {

    private static final PseudoClass USELESS = PseudoClass.getPseudoClass("useless");
    private static final PseudoClass COPYING = PseudoClass.getPseudoClass("copying");
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
    /// While something is dragged, wherever the pointer is.
    private final EventHandler<KeyEvent> keys = this::key;

    private final EventHandler<MouseEvent> mouse = this::mouse;
    private Optional<Dragged> dragged = Optional.empty();
    private Aim.Target target = new Aim.Nowhere();
    private boolean copying;
    private double x;
    private double y;

    DragLayer(BlocksModel model, BlockList list, Drop drop) {
        this.model = model;
        this.list = list;
        this.drop = drop;
        setMouseTransparent(true);
        setMinSize(0, 0);
    }

    /// Lets what `source` says be dragged from a node, once the pressed mouse has gone far enough.
    void from(Node node, Supplier<Optional<Carried>> source) {
        var pressed = new AtomicReference<Optional<Point2D>>(Optional.empty());
        node.addEventFilter(
                MouseEvent.MOUSE_PRESSED,
                event -> pressed.set(Optional.of(new Point2D(event.getSceneX(), event.getSceneY()))
                        .filter(_ -> event.getButton() == MouseButton.PRIMARY)));
        node.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> pressed.set(Optional.empty()));
        node.addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> {
            boolean isFar = pressed.get()
                    .filter(it -> it.distance(event.getSceneX(), event.getSceneY()) > FAR)
                    .isPresent();
            if (isFar && dragged.isEmpty()) {
                pressed.set(Optional.empty());
                source.get().ifPresent(this::begin);
            }
        });
    }

    private void begin(Carried carried) {
        model.endEditing();
        var ghost = new Label(Ghost.words(carried));
        ghost.getStyleClass().addAll("ghost", "frame", Ghost.category(carried).style());
        getChildren().setAll(ghost);
        dragged = Optional.of(new Dragged(carried, ghost));
        getScene().addEventFilter(KeyEvent.ANY, keys);
        getScene().addEventFilter(MouseEvent.ANY, mouse);
        creeping.start();
    }

    private void mouse(MouseEvent event) {
        if (event.getEventType() == MouseEvent.MOUSE_DRAGGED) {
            move(event.getSceneX(), event.getSceneY());
            cue(copying || event.isShortcutDown());
            event.consume();
        } else if (event.getEventType() == MouseEvent.MOUSE_RELEASED) {
            move(event.getSceneX(), event.getSceneY());
            end(copying || event.isShortcutDown());
            event.consume();
        }
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

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            cancel();
            event.consume();
        } else if (event.getEventType() != KeyEvent.KEY_TYPED) {
            boolean isShortcut = event.getCode() == KeyCode.CONTROL || event.getCode() == KeyCode.COMMAND;
            copying = isShortcut ? event.getEventType() != KeyEvent.KEY_RELEASED : event.isShortcutDown();
            cue(copying);
        }
    }

    private void cue(boolean copies) {
        dragged.ifPresent(it -> it.ghost().pseudoClassStateChanged(COPYING, copies && isThere(it.carried())));
    }

    private static boolean isThere(Carried carried) {
        return switch (carried) {
            case Carried.Fresh _ -> false;
            case Carried.Blocks _ -> true;
        };
    }

    private void end(boolean copy) {
        var carried = dragged.orElseThrow().carried();
        var at = target;
        cancel();
        drop.drop(carried, at, copy);
    }

    private void cancel() {
        creeping.stop();
        getScene().removeEventFilter(KeyEvent.ANY, keys);
        getScene().removeEventFilter(MouseEvent.ANY, mouse);
        getChildren().clear();
        dragged = Optional.empty();
        copying = false;
        target = new Aim.Nowhere();
        list.aim(target);
    }
}
