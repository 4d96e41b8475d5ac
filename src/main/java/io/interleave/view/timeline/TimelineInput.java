package io.interleave.view.timeline;

import java.util.Locale;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.jspecify.annotations.Nullable;

/// Turns keys, mouse and wheel into what the view can do.
final class TimelineInput {

    private static final double STEP = 1.5;
    private static final double DRAG_BEGINS = 4;

    private final TimelineView view;
    private Drag drag = Drag.NONE;
    private double pressedX;
    private double lastX;
    private long pressedTime;
    private @Nullable LaneKey dragged;
    private @Nullable ContextMenu menu;
    private KeyCode lastKey = KeyCode.UNDEFINED;

    private enum Drag {
        NONE,
        PRESSED,
        SELECT,
        PAN,
        MAP,
        LANE
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
        view.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
        view.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        view.addEventHandler(ZoomEvent.ZOOM, event -> view.steering().zoomAt(1 / event.getZoomFactor(), event.getX()));
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
        } else if (areas.names().contains(event.getX(), event.getY())) {
            pressedName(plan, event.getX(), event.getY());
        }
        event.consume();
    }

    /// A heading or the arrow before a name folds; a name selects its lane, which can then be dragged.
    private void pressedName(FramePlan plan, double x, double y) {
        LaneLayout.Heading heading = plan.headingAt(y);
        if (heading != null) {
            view.arranger().toggle(heading);
            return;
        }
        FramePlan.LanePlan lane = plan.laneAt(y);
        if (lane == null) {
            return;
        }
        if (!lane.row().fold().isEmpty() && x < plan.look().metrics().px(1.8)) {
            view.arrangementProperty()
                    .set(view.arrangementProperty().get().toggled(lane.row().fold()));
            return;
        }
        view.select(new Selection.OfLane(lane.row().key()));
        dragged = lane.row().key();
        drag = Drag.LANE;
    }

    private void menu(ContextMenuEvent event) {
        FramePlan plan = view.plan();
        if (event.isKeyboardTrigger()) {
            openMenu();
        } else if (plan != null) {
            FramePlan.LanePlan at = plan.laneAt(event.getY());
            openMenu(plan, at == null ? view.selectedLane() : at.row().key(), event.getScreenX(), event.getScreenY());
        }
        event.consume();
    }

    /// By keyboard, for which not every system has an event of its own: under the lane that is selected.
    private void openMenu() {
        FramePlan plan = view.plan();
        if (plan == null) {
            return;
        }
        LaneKey lane = view.selectedLane();
        FramePlan.LanePlan shown = lane == null ? null : plan.lane(lane);
        double y = shown == null
                ? plan.areas().plot().y()
                : shown.y() + shown.row().bodyHeight();
        Point2D place = view.localToScreen(plan.areas().plot().x(), y);
        openMenu(plan, lane, place.getX(), place.getY());
    }

    private void openMenu(FramePlan plan, @Nullable LaneKey lane, double screenX, double screenY) {
        if (menu != null) {
            menu.hide();
        }
        menu = new LaneMenu(view, plan).show(lane, screenX, screenY);
    }

    private void dragged(MouseEvent event) {
        if (drag == Drag.PRESSED && Math.abs(event.getX() - pressedX) >= DRAG_BEGINS) {
            drag = Drag.SELECT;
        }
        switch (drag) {
            case SELECT -> {
                long time = timeAt(event.getX());
                view.select(new Selection.Range(
                        Math.min(time, pressedTime),
                        Math.max(Math.max(time, pressedTime), Math.min(time, pressedTime) + 1)));
            }
            case PAN -> {
                view.steering().pan(lastX - event.getX());
                lastX = event.getX();
            }
            case MAP -> {
                FramePlan plan = view.plan();
                if (plan != null) {
                    moveMap(plan, event.getX());
                }
            }
            case LANE -> {
                FramePlan plan = view.plan();
                FramePlan.LanePlan over = plan == null ? null : plan.laneAt(event.getY());
                if (over != null && dragged != null && !over.row().key().equals(dragged)) {
                    view.arranger().move(dragged, over.row().key());
                }
            }
            case NONE, PRESSED -> {}
        }
        view.pointAt(event.getX(), event.getY());
        event.consume();
    }

    private void released(MouseEvent event) {
        if (drag == Drag.PRESSED) {
            Hover hover = view.pointer().hover();
            if (view.clickedNote(event.getX(), event.getY())) {
                drag = Drag.NONE;
            } else if (hover.conflict() >= 0) {
                view.steering().focusConflict(hover.conflict());
            } else {
                view.walker().pick(event.getX(), event.getY());
                view.pointNoMore();
                if (event.getClickCount() == 2) {
                    view.steering().focusSelection();
                }
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
        view.steering().panTo(map.start() + (long) (share * (map.end() - map.start())));
    }

    private long timeAt(double x) {
        return view.navigation().scale().timeAt(x - view.plotX());
    }

    private void scrolled(ScrollEvent event) {
        if (event.isControlDown()) {
            view.steering().zoomAt(Math.pow(1.2, -event.getDeltaY() / 40), event.getX());
        } else if (event.isShiftDown()) {
            view.steering().pan(-(event.getDeltaX() + event.getDeltaY()) * 2);
        } else {
            view.steering().scrollBy(-event.getDeltaY());
            if (event.getDeltaX() != 0) {
                view.steering().pan(-event.getDeltaX());
            }
        }
        event.consume();
    }

    private void keyPressed(KeyEvent event) {
        lastKey = event.getCode();
        if (event.isShortcutDown() || event.isAltDown()) {
            withModifier(event);
            return;
        }
        double at = view.pointer().x() >= 0 ? view.pointer().x() : view.plotX() + view.plotWidth() / 2.0;
        double page = view.plotWidth() / 5.0;
        boolean known = true;
        switch (event.getCode()) {
            case W, PLUS, ADD, EQUALS -> view.steering().zoomAt(1 / STEP, at);
            case S, MINUS, SUBTRACT -> view.steering().zoomAt(STEP, at);
            case A, LEFT, KP_LEFT -> view.steering().pan(-page);
            case D, RIGHT, KP_RIGHT -> view.steering().pan(page);
            case UP, KP_UP -> view.walker().climb(-1);
            case DOWN, KP_DOWN -> view.walker().climb(1);
            case PAGE_UP -> view.steering().scrollBy(-300);
            case PAGE_DOWN -> view.steering().scrollBy(300);
            case HOME -> view.steering().panTo(view.navigation().start());
            case END -> end();
            case F -> view.steering().focusSelection();
            case SPACE -> view.toggleFrozen();
            case OPEN_BRACKET -> view.walker().follow(-1);
            case CLOSE_BRACKET -> view.walker().follow(1);
            case PERIOD -> view.walker().step(1);
            case COMMA -> view.walker().step(-1);
            case R -> view.walker().selectRange();
            case H -> view.arranger().hide();
            case T -> view.arranger().pin();
            case Z -> view.arranger().foldSection();
            case X -> view.arrowsProperty().set(!view.arrowsProperty().get());
            case P -> view.command(TimelineCommand.PLAY);
            case C -> view.command(TimelineCommand.ROUTE);
            case ENTER -> view.command(TimelineCommand.DETAILS);
            case ESCAPE -> view.letGo();
            case CONTEXT_MENU -> openMenu();
            case F10 -> {
                known = event.isShiftDown();
                if (known) {
                    openMenu();
                }
            }
            default -> known = false;
        }
        if (known) {
            event.consume();
        }
    }

    private void withModifier(KeyEvent event) {
        boolean known = true;
        switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> view.arranger().taller(1);
            case MINUS, SUBTRACT -> view.arranger().taller(-1);
            case UP, KP_UP -> view.arranger().move(-1);
            case DOWN, KP_DOWN -> view.arranger().move(1);
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
            view.steering().panTo(view.navigation().now());
        }
    }

    /// Brackets need a modifier on many keyboards, and have no key code of their own there. What opens a field
    /// is done when the letter has been typed: else it would be typed into the field.
    private void keyTyped(KeyEvent event) {
        boolean hadCode = lastKey == KeyCode.OPEN_BRACKET || lastKey == KeyCode.CLOSE_BRACKET;
        boolean known = !event.isShortcutDown() && !event.isAltDown();
        switch (known ? event.getCharacter().toLowerCase(Locale.ROOT) : "") {
            case "[" -> follow(hadCode, -1);
            case "]" -> follow(hadCode, 1);
            case "/" -> view.command(TimelineCommand.SEARCH);
            case "g" -> view.command(TimelineCommand.GO_TO);
            case "m" -> view.command(TimelineCommand.MARK);
            default -> known = false;
        }
        if (known) {
            event.consume();
        }
    }

    private void follow(boolean done, int direction) {
        if (!done) {
            view.walker().follow(direction);
        }
    }
}
