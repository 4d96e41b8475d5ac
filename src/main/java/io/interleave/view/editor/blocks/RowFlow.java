package io.interleave.view.editor.blocks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// The rows that are in sight, and a scrollbar for the others. A row that is in sight before and after an edit
/// keeps its cell, wherever it moves: only what is new is made and given its style. JavaFX's own lists go by
/// the number of the row, and give all cells their style anew when the number of rows changes.
final class RowFlow extends Region {

    static final double ROW = 30;

    /// The theme's own thumb would be a line where there are thousands of rows.
    private static final double LEAST_THUMB = 24;

    private final BlocksModel model;
    private final Supplier<RowCell> factory;
    /// Leaves the cells as they are placed here: by itself it would make each as wide as its content is.
    private final Pane sheet = new Pane() {
        @Override
        protected void layoutChildren() {}
    };

    private final Rectangle clip = new Rectangle();
    private final ScrollBar bar = new ScrollBar();
    /// Those in sight, from the top one.
    private List<RowCell> cells = List.of();

    private int first;
    /// How far the first of all rows is above the upper edge.
    private double offset;
    /// Of which scenario the rows were that were laid out last.
    private int opened;

    private boolean dirty = true;
    /// The rows as they were placed last, if there are others now: what is new among those is to be in sight.
    private Optional<Rows> before = Optional.empty();

    RowFlow(BlocksModel model, Supplier<RowCell> factory) {
        this.model = model;
        this.factory = factory;
        sheet.setClip(clip);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setUnitIncrement(ROW);
        bar.setFocusTraversable(false);
        bar.valueProperty().subscribe(value -> scroll(value.doubleValue() - offset));
        getChildren().setAll(sheet, bar);
        model.rowsProperty().subscribe((was, _) -> before = before.or(() -> Optional.of(was)));
        model.facesProperty().subscribe(_ -> soil());
        addEventHandler(ScrollEvent.SCROLL, event -> {
            double before = offset;
            scroll(-distance(event));
            if (offset != before) {
                event.consume();
            }
        });
    }

    private double distance(ScrollEvent event) {
        return switch (event.getTextDeltaYUnits()) {
            case LINES -> event.getTextDeltaY() * ROW;
            case PAGES -> event.getTextDeltaY() * getHeight();
            case NONE -> event.getDeltaY();
        };
    }

    /// However much changes, all is shown at once in the next frame.
    private void soil() {
        dirty = true;
        requestLayout();
    }

    /// Moves no farther than is needed for the row to be in sight, unless it is far away.
    void show(int row) {
        show(row, row);
    }

    /// As {@link #show(int)}, and as many of the rows up to the last one as there is room for.
    private void show(int row, int last) {
        double top = row * ROW;
        double height = getHeight();
        double needed = (last + 1) * ROW - height;
        boolean isFar = top < offset - height || top > offset + 2 * height;
        offset = Math.min(top, Math.max(isFar ? top - height / 2 : offset, needed));
        requestLayout();
    }

    private void showNew(Rows was) {
        var chosen = model.selected();
        if (!chosen.isEmpty()) {
            var rows = model.rows();
            int row = model.focused();
            boolean isNew = was.indexOf(rows.row(row).block()).isEmpty();
            show(row, isNew ? rows.lastOf(chosen.getLast()).orElse(row) : row);
        }
    }

    /// Moves on by so many pixels, down to what is below.
    void scroll(double pixels) {
        double now = within(offset + pixels);
        if (now != offset) {
            offset = now;
            requestLayout();
        }
    }

    private double within(double wanted) {
        return Math.clamp(wanted, 0, Math.max(0, total() - getHeight()));
    }

    private double total() {
        return model.rows().size() * ROW;
    }

    /// Where the upper edge of a row is, in sight or not.
    double top(int row) {
        return snapPositionY(row * ROW - offset);
    }

    /// How many rows above a place there are, and what part of its own.
    double rowsAbove(double y) {
        return (y + offset) / ROW;
    }

    /// The cell that shows a row, if it is in sight.
    Optional<RowCell> cell(int row) {
        return row >= first && row < first + cells.size() ? Optional.of(cells.get(row - first)) : Optional.empty();
    }

    @Override
    protected void layoutChildren() {
        if (opened != model.opened()) {
            opened = model.opened();
            offset = 0;
        }
        before.ifPresent(this::showNew);
        before = Optional.empty();
        offset = within(offset);
        int room = (int) Math.ceil(getHeight() / ROW) + 1;
        int count = Math.min(room, model.rows().size());
        int wanted = Math.min((int) (offset / ROW), model.rows().size() - count);
        if (dirty || wanted != first || count != cells.size()) {
            dirty = false;
            first = wanted;
            fill(count);
        }
        layoutBar();
        double width = getWidth() - (bar.isVisible() ? bar.getWidth() : 0);
        clip.setWidth(width);
        clip.setHeight(getHeight());
        sheet.resizeRelocate(0, 0, width, getHeight());
        for (int i = 0; i < count; i++) {
            cells.get(i).resizeRelocate(0, top(first + i), width, ROW);
        }
    }

    /// Shows the rows from the first one in sight, each in the cell that shows it already where there is one.
    private void fill(int count) {
        var rows = model.rows();
        var before = new HashMap<Row, RowCell>();
        cells.forEach(cell -> cell.row().ifPresent(row -> before.put(row, cell)));
        var now = new ArrayList<Optional<RowCell>>();
        for (int i = first; i < first + count; i++) {
            now.add(Optional.ofNullable(before.remove(rows.row(i))));
        }
        var spare = new ArrayDeque<>(before.values());
        var filled = new ArrayList<RowCell>();
        for (int i = 0; i < count; i++) {
            var cell = now.get(i).orElseGet(() -> spare.isEmpty() ? fresh() : spare.pop());
            cell.show(first + i);
            filled.add(cell);
        }
        sheet.getChildren().removeAll(spare);
        cells = filled;
    }

    private RowCell fresh() {
        var cell = factory.get();
        sheet.getChildren().add(cell);
        return cell;
    }

    private void layoutBar() {
        double hidden = total() - getHeight();
        bar.setVisible(hidden > 0);
        if (hidden > 0) {
            bar.setMax(hidden);
            bar.setVisibleAmount(hidden * Math.min(1, Math.max(getHeight() / total(), LEAST_THUMB / getHeight())));
            bar.setBlockIncrement(getHeight());
            bar.setValue(offset);
            double width = bar.prefWidth(-1);
            bar.resizeRelocate(getWidth() - width, 0, width, getHeight());
        }
    }
}
