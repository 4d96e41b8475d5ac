package io.interleave.view.editor.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import jfx.incubator.scene.control.richtext.model.RichParagraph;
import jfx.incubator.scene.control.richtext.model.StyleAttribute;
import jfx.incubator.scene.control.richtext.model.StyleAttributeMap;
import jfx.incubator.scene.control.richtext.skin.CellContext;
import org.jspecify.annotations.Nullable;

/// The rows of a code area as nodes. At each change the code area makes all of those in sight anew, with a
/// hundred above and below only to know how high they are: ten milliseconds. So only rows near those in sight
/// are text here, the others empty regions of the same height; and a change that leaves the rows where they are
/// is written into the nodes that there are.
final class CodePaneRows {

    /// Rows above and below those in sight that are text, for the caret to move on.
    private static final int AROUND = 6;

    /// Rows below those in sight of which the code area knows how high they are, and some more.
    private static final int BELOW = 110;

    private static final String MARKED = "row-marked";
    private static final StyleAttribute<String> CLASS = new StyleAttribute<>("CLASS", String.class, false);
    private static final StyleAttribute<Row> ROW = new StyleAttribute<>("ROW", Row.class, true);

    /// A row that is text.
    private static final class Row {
        private final int index;
        private Sheet.Look look;
        private @Nullable TextFlow flow;

        private Row(int index, Sheet.Look look) {
            this.index = index;
            this.look = look;
        }

        /// The code area has made the row's node. How wide it is, it learns later.
        private void madeAs(TextFlow node) {
            flow = node;
            node.widthProperty().subscribe(() -> squiggles(node).forEach(it -> it.lay(node)));
            dress(node, look);
        }
    }

    private final Map<Integer, Row> rows = new HashMap<>();
    private final Set<Region> placeholders = new HashSet<>();
    private int top;
    private int bottom = 60;
    private double rowHeight = 18;

    int top() {
        return top;
    }

    int bottom() {
        return bottom;
    }

    double rowHeight() {
        return rowHeight;
    }

    void setRowHeight(double height) {
        rowHeight = height;
    }

    /// Says which rows are in sight.
    ///
    /// @return whether they are others than before
    boolean see(int first, int last) {
        boolean moved = first != top || last != bottom;
        top = first;
        bottom = last;
        return moved;
    }

    /// The code area is about to make all of its rows.
    void clear() {
        rows.clear();
        placeholders.clear();
    }

    boolean isMissingText() {
        return placeholders.stream().anyMatch(it -> it.getScene() != null);
    }

    /// The node of a row, if it is one that is text and in the window.
    @Nullable
    TextFlow flow(int row) {
        var it = rows.get(row);
        return it == null || it.flow == null || it.flow.getScene() == null ? null : it.flow;
    }

    /// Whether the nodes that there are can show what comes of a change: the first row in sight stays the same, and
    /// there are as many as before all the way down to where the code area looks.
    ///
    /// @param row at which it begins
    /// @param count of all rows, before it or after, whichever is less
    boolean stay(int row, int count) {
        return row >= top && bottom + BELOW < count;
    }

    /// What the code area makes a row of.
    RichParagraph paragraph(int index, IntFunction<Sheet.Look> looks) {
        if (index < top - AROUND || index > bottom + AROUND) {
            return RichParagraph.of(this::placeholder);
        }
        var row = new Row(index, looks.apply(index));
        var builder = RichParagraph.builder();
        row.look.pieces().forEach(it -> add(builder, it));
        // the code area lets no caret go behind the text of the row
        row.look.behind().forEach(it -> add(builder, it));
        builder.setParagraphAttributes(StyleAttributeMap.of(ROW, row));
        return builder.build();
    }

    private static void add(RichParagraph.Builder builder, Sheet.Piece piece) {
        builder.addSegment(piece.text(), StyleAttributeMap.of(CLASS, piece.styleClass()));
    }

    private Region placeholder() {
        var region = new Region();
        region.setMinHeight(rowHeight);
        region.setPrefSize(1, rowHeight);
        placeholders.add(region);
        return region;
    }

    /// Gives what the code area has made of a paragraph its style, by class alone: styles that are written into each
    /// node cost more than all else.
    void dress(CellContext context, StyleAttributeMap attributes, boolean isRow) {
        if (!isRow) {
            dress(context.getNode(), Objects.requireNonNullElse(attributes.get(CLASS), ""));
        } else if (context.getNode() instanceof TextFlow flow && attributes.get(ROW) instanceof Row row) {
            row.madeAs(flow);
            rows.put(row.index, row);
        }
    }

    private static void dress(Node node, String styleClass) {
        if (!styleClass.isEmpty()) {
            node.getStyleClass().add(styleClass);
        }
    }

    /// Gives a row all that is not its text.
    private static void dress(TextFlow flow, Sheet.Look look) {
        mark(flow, look.marked());
        look.underlines().forEach(it -> flow.getChildren().add(new Squiggle(it)));
        squiggles(flow).forEach(it -> it.lay(flow));
    }

    private static List<Squiggle> squiggles(TextFlow flow) {
        return flow.getChildren().stream()
                .filter(Squiggle.class::isInstance)
                .map(Squiggle.class::cast)
                .toList();
    }

    private static void mark(TextFlow flow, boolean marked) {
        if (flow.getStyleClass().contains(MARKED) != marked) {
            if (marked) {
                flow.getStyleClass().add(MARKED);
            } else {
                flow.getStyleClass().remove(MARKED);
            }
        }
    }

    /// Writes what rows look like now into their nodes.
    ///
    /// @param count how many rows there are now: another text may have fewer, and its rows are still to be made
    /// @param width that a row has
    /// @return false where something else is needed: the code area must make its rows anew
    boolean rewrite(IntFunction<Sheet.Look> looks, int count, double width) {
        for (var row : rows.values()) {
            if (row.index >= count) {
                return false;
            }
            var look = looks.apply(row.index);
            if (!look.equals(row.look) && !rewrite(row, look, width)) {
                return false;
            }
        }
        return true;
    }

    private static boolean rewrite(Row row, Sheet.Look look, double width) {
        var flow = row.flow;
        if (flow == null || flow.prefWidth(-1) > width) {
            return false;
        }
        int at = 0;
        for (var pieces : List.of(look.pieces(), look.behind())) {
            for (var it : pieces) {
                put(flow, at++, it);
            }
        }
        // the code area's own way with a row that is empty
        if (at == 0) {
            put(flow, at++, new Sheet.Piece("", ""));
        }
        flow.getChildren().remove(at, flow.getChildren().size());
        row.look = look;
        flow.applyCss();
        double needed = flow.snapSizeX(flow.prefWidth(-1));
        if (needed > flow.getWidth() && flow.getParent() instanceof Region cell) {
            // As wide as the code area made it for what it said before, it would go on over the rows below.
            cell.resize(cell.getWidth() + needed - flow.getWidth(), cell.getHeight());
            cell.layout();
        }
        dress(flow, look);
        return needed <= width;
    }

    private static void put(TextFlow flow, int at, Sheet.Piece piece) {
        var children = flow.getChildren();
        if (at < children.size()
                && children.get(at) instanceof Text there
                && there.getStyleClass().contains(piece.styleClass())) {
            there.setText(piece.text());
            return;
        }
        var text = new Text(piece.text());
        dress(text, piece.styleClass());
        if (at < children.size()) {
            children.set(at, text);
        } else {
            children.add(text);
        }
    }
}
