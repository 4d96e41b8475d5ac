package io.interleave.view.timeline;

import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/// Turns keys, mouse and wheel into what the view can do.
final class TimelineInput {

    private static final double STEP = 1.5;
    private static final double DRAG_BEGINS = 4;

    private final TimelineView view;
    private Drag drag = Drag.NONE;
    private double pressedX;
    private double lastX;
    private long pressedTime;
    private KeyCode lastKey = KeyCode.UNDEFINED;

    private enum Drag {
        NONE,
        PRESSED,
        SELECT,
        PAN,
        MAP
    }

    TimelineInput(TimelineView view) {
        this.view = view;
    }

    void listen() {
        view.addEventHandler(MouseEvent.MOUSE_MOVED, event -> view.pointAt(event.getX(), event.getY()));
        view.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> view.pointAt(-1, -1));
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        view.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        view.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        view.addEventHandler(ZoomEvent.ZOOM, event -> view.zoomAt(1 / event.getZoomFactor(), event.getX()));
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        view.addEventHandler(KeyEvent.KEY_TYPED, this::keyTyped);
    }

    private void pressed(MouseEvent event) {
        view.requestFocus();
        FramePlan plan = view.plan();
        if (plan == null || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        pressedX = event.getX();
        lastX = pressedX;
        Areas areas = plan.areas();
        if (areas.minimap().contains(event.getX(), event.getY())) {
            drag = Drag.MAP;
            moveMap(plan, event.getX());
        } else if (areas.plot().contains(event.getX(), event.getY())
                || areas.axis().contains(event.getX(), event.getY())) {
            drag = event.isShiftDown() ? Drag.PAN : Drag.PRESSED;
            pressedTime = timeAt(pressedX);
            view.setCursor(drag == Drag.PAN ? Cursor.CLOSED_HAND : Cursor.DEFAULT);
        }
        event.consume();
    }

    private void dragged(MouseEvent event) {
        if (drag == Drag.PRESSED && Math.abs(event.getX() - pressedX) >= DRAG_BEGINS) {
            drag = Drag.SELECT;
        }
        switch (drag) {
            case SELECT -> {
                long time = timeAt(event.getX());
                view.select(new Selection(Math.min(time, pressedTime), Math.max(time, pressedTime)));
            }
            case PAN -> {
                view.pan(lastX - event.getX());
                lastX = event.getX();
            }
            case MAP -> {
                FramePlan plan = view.plan();
                if (plan != null) {
                    moveMap(plan, event.getX());
                }
            }
            case NONE, PRESSED -> {}
        }
        view.pointAt(event.getX(), event.getY());
        event.consume();
    }

    private void released(MouseEvent event) {
        if (drag == Drag.PRESSED) {
            Hover hover = view.hover();
            if (hover.conflict() >= 0) {
                view.focusConflict(hover.conflict());
            } else {
                view.select(new Selection(hover.from(), hover.to()));
            }
        }
        drag = Drag.NONE;
        view.setCursor(Cursor.DEFAULT);
        event.consume();
    }

    private void moveMap(FramePlan plan, double x) {
        FramePlan.Minimap map = plan.minimap();
        Area area = plan.areas().minimap();
        double share = Math.clamp((x - area.x()) / area.width(), 0, 1);
        view.panTo(map.start() + (long) (share * (map.end() - map.start())));
    }

    private long timeAt(double x) {
        return view.navigation().scale().timeAt(x - view.plotX());
    }

    private void scrolled(ScrollEvent event) {
        if (event.isControlDown()) {
            view.zoomAt(Math.pow(1.2, -event.getDeltaY() / 40), event.getX());
        } else if (event.isShiftDown()) {
            view.pan(-(event.getDeltaX() + event.getDeltaY()) * 2);
        } else {
            view.scrollBy(-event.getDeltaY());
            if (event.getDeltaX() != 0) {
                view.pan(-event.getDeltaX());
            }
        }
        event.consume();
    }

    private void keyPressed(KeyEvent event) {
        lastKey = event.getCode();
        if (event.isControlDown() || event.isMetaDown() || event.isAltDown()) {
            return;
        }
        double at = view.pointerX() >= 0 ? view.pointerX() : view.plotX() + view.plotWidth() / 2.0;
        double page = view.plotWidth() / 5.0;
        boolean known = true;
        switch (event.getCode()) {
            case W, PLUS, ADD, EQUALS -> view.zoomAt(1 / STEP, at);
            case S, MINUS, SUBTRACT -> view.zoomAt(STEP, at);
            case A, LEFT, KP_LEFT -> view.pan(-page);
            case D, RIGHT, KP_RIGHT -> view.pan(page);
            case UP, KP_UP -> view.scrollBy(-40);
            case DOWN, KP_DOWN -> view.scrollBy(40);
            case PAGE_UP -> view.scrollBy(-300);
            case PAGE_DOWN -> view.scrollBy(300);
            case HOME -> view.panTo(view.navigation().start());
            case END -> end();
            case F -> view.focusSelection();
            case SPACE -> view.frozenProperty().set(!view.frozenProperty().get());
            case OPEN_BRACKET -> view.previousConflict();
            case CLOSE_BRACKET -> view.nextConflict();
            case ESCAPE -> view.letGo();
            default -> known = false;
        }
        if (known) {
            event.consume();
        }
    }

    private void end() {
        FramePlan plan = view.plan();
        if (plan != null && plan.live()) {
            view.followingProperty().set(true);
        } else {
            view.panTo(view.navigation().now());
        }
    }

    /// Brackets need a modifier on many keyboards, and have no key code of their own there.
    private void keyTyped(KeyEvent event) {
        boolean hadCode = lastKey == KeyCode.OPEN_BRACKET || lastKey == KeyCode.CLOSE_BRACKET;
        if (!hadCode && event.getCharacter().equals("[")) {
            view.previousConflict();
            event.consume();
        } else if (!hadCode && event.getCharacter().equals("]")) {
            view.nextConflict();
            event.consume();
        }
    }
}
