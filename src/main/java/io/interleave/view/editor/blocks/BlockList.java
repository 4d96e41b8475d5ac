package io.interleave.view.editor.blocks;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The rows, of which only those in sight are there. Shows where something that is dragged would go.
final class BlockList extends StackPane {

    /// So near to the upper or lower edge the list moves while something is dragged.
    private static final double EDGE = 36;
    private static final double FASTEST = 14;
    /// For so many frames it stays where it is, as what comes from beyond the edge only passes there.
    static final int PASSING = 20;

    private final BlocksModel model;
    private final RowFlow flow;
    private final Region line = new Region();
    private final Region ring = new Region();
    private int nearEdge;

    BlockList(BlocksModel model, Supplier<Line> lines) {
        this.model = model;
        setId("blocks");
        getStyleClass().add("block-list");
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setFocusTraversable(true);
        flow = new RowFlow(model, () -> new RowCell(model, lines.get()));
        var marks = new Pane(line, ring);
        marks.setMouseTransparent(true);
        marks.setMinSize(0, 0);
        line.setManaged(false);
        ring.setManaged(false);
        line.getStyleClass().add("drop-line");
        ring.getStyleClass().add("drop-ring");
        aim(new Aim.Nowhere());
        getChildren().setAll(flow, marks);
    }

    BlocksModel model() {
        return model;
    }

    /// The cell that shows a row, if it is in sight.
    Optional<RowCell> cell(int row) {
        return flow.cell(row);
    }

    /// Moves the list no farther than is needed for the row to be in sight.
    void show(int row) {
        flow.show(row);
    }

    /// The row at a place; none below all of them or beside them.
    Optional<Integer> rowAt(double sceneX, double sceneY) {
        var place = place(sceneX, sceneY);
        return place.filter(it -> it.row() < model.rows().size()).map(Aim.Place::row);
    }

    /// Where in the rows a place of the scene is, if it is in the list.
    Optional<Aim.Place> place(double sceneX, double sceneY) {
        Point2D at = flow.sceneToLocal(sceneX, sceneY);
        if (!flow.getLayoutBounds().contains(at)) {
            return Optional.empty();
        }
        double rows = flow.rowsAbove(at.getY());
        int row = Math.min((int) rows, model.rows().size());
        return Optional.of(new Aim.Place(row, rows - Math.floor(rows), Frames.level(at.getX())));
    }

    /// Marks where something would go.
    void aim(Aim.Target target) {
        line.setVisible(target instanceof Aim.Into);
        ring.setVisible(target instanceof Aim.Onto);
        switch (target) {
            case Aim.Into(var _, int row, boolean below, int depth) -> {
                double left = model.rows().row(row) instanceof Row.Section ? Frames.MARGIN : Frames.left(depth);
                double y = flow.top(row) + (below ? RowFlow.ROW : 0);
                line.resizeRelocate(left, y - 1, Math.max(0, getWidth() - left - 2 * Frames.MARGIN), 4);
            }
            case Aim.Onto(var _, var _, var _, int row) ->
                ring.resizeRelocate(
                        Frames.MARGIN, flow.top(row), Math.max(0, getWidth() - 2 * Frames.MARGIN), RowFlow.ROW);
            case Aim.Nowhere _ -> {}
        }
    }

    /// Moves on while the pointer stays near an edge. To be called at each frame while something is dragged.
    void creep(double sceneX, double sceneY) {
        double speed = speed(sceneToLocal(sceneX, sceneY));
        nearEdge = speed == 0 ? 0 : nearEdge + 1;
        if (nearEdge > PASSING) {
            flow.scroll(speed);
        }
    }

    private double speed(Point2D at) {
        if (at.getX() < 0 || at.getX() > getWidth()) {
            return 0;
        }
        double above = EDGE - at.getY();
        double below = at.getY() - (getHeight() - EDGE);
        if (above > 0 && above < 2 * EDGE) {
            return -Math.min(FASTEST, above / 3);
        }
        return below > 0 && below < 2 * EDGE ? Math.min(FASTEST, below / 3) : 0;
    }

    /// About as many rows as are in sight.
    int page() {
        return Math.max(1, (int) (getHeight() / RowFlow.ROW) - 1);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case ITEM_COUNT -> model.rows().size();
            case ITEM_AT_INDEX ->
                cell((Integer) parameters[0]).<Node>map(it -> it).orElse(this);
            case FOCUS_ITEM -> cell(model.focused()).<Node>map(it -> it).orElse(this);
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
