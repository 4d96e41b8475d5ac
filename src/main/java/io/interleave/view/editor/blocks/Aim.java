package io.interleave.view.editor.blocks;

import io.interleave.edit.Block;
import io.interleave.edit.Body;
import io.interleave.edit.Slot;
import io.interleave.edit.Spot;
import io.interleave.model.Form;
import java.util.Optional;

/// Finds what would happen if what is carried were let go of at a place of the list.
final class Aim {

    /// What would happen.
    sealed interface Target {}

    /// It is put in.
    ///
    /// @param row at whose upper edge the line is drawn that shows the place, or at the lower one if `below`
    /// @param depth how deep it would be nested within steps
    record Into(Spot spot, int row, boolean below, int depth) implements Target {}

    /// A step comes to wait on a resource, or whatever else it does with one.
    record Onto(Block step, String key, Block resource, int row) implements Target {}

    record Nowhere() implements Target {}

    /// @param row of the list
    /// @param height within the row, from 0 at its upper edge to 1
    /// @param level how deep nested the frame is into which is pointed
    record Place(int row, double height, int level) {}

    private final Rows rows;
    private final Carried carried;

    Aim(Rows rows, Carried carried) {
        this.rows = rows;
        this.carried = carried;
    }

    /// @param place below all rows where the row is their number
    Target at(Place place) {
        if (place.row() < 0 || rows.size() == 0) {
            return new Nowhere();
        }
        int row = Math.min(place.row(), rows.size() - 1);
        boolean lower = place.row() > row || place.height() >= 0.5;
        var target = carried.kind() == Block.Kind.STEP ? step(row, lower, place.level()) : other(row, lower);
        return target instanceof Into into && isWithinItself(into.spot().body()) ? new Nowhere() : target;
    }

    private boolean isWithinItself(Body body) {
        return carried instanceof Carried.Blocks(var blocks)
                && blocks.stream().anyMatch(it -> body.owner().isWithin(it));
    }

    private Target step(int row, boolean lower, int level) {
        return switch (rows.row(row)) {
            case Row.Step it -> atStep(it, row, lower);
            case Row.Otherwise it -> intoBody(rows.body(row), 0, row, true, it.depth() + 1);
            case Row.End it ->
                level <= it.depth() && !it.ofUnit() && it.closes() && lower
                        ? behind(rows.block(row), row, it.depth())
                        : atEnd(it, row);
            case Row.Unit _ ->
                rows.block(row)
                        .body(Rows.STEPS)
                        .map(it -> rows.row(row) instanceof Row.Unit unit && unit.closed()
                                ? intoBody(it, it.blocks().size(), row, true, 0)
                                : intoBody(it, 0, row, true, 0))
                        .orElse(new Nowhere());
            case Row.Item _ -> onto(row);
            case Row.Section _, Row.Empty _ -> new Nowhere();
        };
    }

    private Target atStep(Row.Step it, int row, boolean lower) {
        var block = rows.block(row);
        if (!lower) {
            return new Into(Spot.before(block), row, false, it.depth());
        }
        return switch (it.shape()) {
            case WHOLE, FOLDED -> behind(block, row, it.depth());
            case TOP -> {
                // Where the first body has a heading, it begins below that.
                int above = rows.row(row + 1) instanceof Row.Otherwise ? row + 1 : row;
                yield intoBody(firstBody(row), 0, above, true, it.depth() + 1);
            }
        };
    }

    private Body firstBody(int row) {
        return rows.row(row + 1) instanceof Row.Otherwise
                ? rows.body(row + 1)
                : rows.block(row).body(Rows.STEPS).orElseThrow();
    }

    private Target behind(Block block, int row, int depth) {
        return new Into(Spot.behind(block), row, true, depth);
    }

    private Target atEnd(Row.End end, int row) {
        return intoBody(rows.body(row), rows.body(row).blocks().size(), row, false, end.ofUnit() ? 0 : end.depth() + 1);
    }

    private static Target intoBody(Body body, int index, int row, boolean below, int depth) {
        return new Into(new Spot(body, index), row, below, depth);
    }

    /// Sections take what belongs into them wherever it is let go of: a newcomer need not know where they are.
    private Target other(int row, boolean lower) {
        var section = rows.section(carried.kind());
        var block = rows.block(row);
        boolean isThere = rows.row(row).block() != 0 && block.home().kind() == section.kind();
        if (isThere && rows.row(row) instanceof Row.End) {
            return new Into(Spot.behind(block), row, true, 0);
        }
        if (isThere) {
            boolean closed = !(rows.row(row) instanceof Row.Unit unit) || unit.closed();
            return lower && closed
                    ? new Into(Spot.behind(block), row, true, 0)
                    : new Into(Spot.before(block), row, false, 0);
        }
        int line = lastOf(section);
        return new Into(Spot.atEnd(section), line, true, 0);
    }

    private int lastOf(Body section) {
        int last = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (isOf(i, section)) {
                last = i;
            }
        }
        return last;
    }

    private boolean isOf(int row, Body section) {
        return switch (rows.row(row)) {
            case Row.Section it -> it.kind() == section.kind();
            case Row.Empty it -> it.kind() == section.kind();
            case Row.Item it -> it.kind() == section.kind();
            case Row.Unit _, Row.Step _, Row.Otherwise _, Row.End _ -> section.kind() == Block.Kind.UNIT;
        };
    }

    /// A step that is there already is connected with the resource, if it does something with such a one.
    private Target onto(int row) {
        var resource = rows.block(row);
        if (!(carried instanceof Carried.Blocks(var blocks)) || blocks.size() != 1) {
            return new Nowhere();
        }
        return connection(blocks.getFirst(), resource)
                .<Target>map(it -> new Onto(blocks.getFirst(), it.key(), resource, row))
                .orElse(new Nowhere());
    }

    static Optional<Slot> connection(Block step, Block resource) {
        return step.slots().stream()
                .filter(it -> it.form().kind() == Form.Kind.NAME
                        && it.form().choices().contains(resource.word()))
                .findFirst();
    }
}
