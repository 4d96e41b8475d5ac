package io.interleave.view.editor.text;

import io.interleave.view.editor.text.FoldedText.Position;
import io.interleave.view.editor.text.GutterCell.Fold;
import io.interleave.view.fx.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.TextFlow;
import jfx.incubator.scene.control.input.FunctionTag;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.RichTextArea.Tag;
import jfx.incubator.scene.control.richtext.SideDecorator;
import jfx.incubator.scene.control.richtext.SyntaxDecorator;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.BasicTextModel;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import jfx.incubator.scene.control.richtext.model.RichParagraph;
import jfx.incubator.scene.control.richtext.model.StyleAttribute;
import jfx.incubator.scene.control.richtext.model.StyleAttributeMap;
import jfx.incubator.scene.control.richtext.skin.CellContext;
import jfx.incubator.scene.control.richtext.skin.CodeAreaSkin;
import jfx.incubator.scene.control.richtext.skin.RichTextAreaSkin;
import org.jspecify.annotations.Nullable;

/// The area that a text is edited in: the one class that knows the code area of JavaFX. All its places are offsets of
/// the whole text, folded or not.
///
/// Of the code area's rows only those near the ones in sight are text. At each edit it lays out a hundred rows above
/// and
/// below besides, only to know how high they are; those get an empty region of the same height, which costs a fraction.
final class CodePane extends StackPane {

    /// Rows above and below those in sight that are text, for the caret to move on.
    private static final int AROUND = 12;

    private static final double GUTTER_WIDTH = 58;
    private static final StyleAttribute<String> CLASS = new StyleAttribute<>("CLASS", String.class, false);
    private static final StyleAttribute<String> ROW_CLASS = new StyleAttribute<>("ROW_CLASS", String.class, true);

    private final Consumer<TextEdit> edited;
    private final Runnable fixes;
    private final Area area = new Area();
    private final Map<Integer, GutterCell> gutter = new HashMap<>();
    /// Those that the code area has made since it last made all of its rows anew.
    private final Set<Region> placeholders = new HashSet<>();
    private FoldedText rows = new FoldedText("");
    private TokenLines tokens = new TokenLines(_ -> "");
    private String text = "";
    private Set<String> declared = Set.of();
    private List<Annotation> annotations = List.of();
    private Map<Integer, String> marks = Map.of();
    private Optional<TextEdit> pending = Optional.empty();
    private final List<Runnable> afterLayout = new ArrayList<>();
    private boolean silent;
    private boolean clearOfEdges;
    private int top;
    private int bottom = 60;
    private Optional<Region> measured = Optional.empty();
    private double rowHeight = 18;

    /// @param edited what to do with each change that the user makes
    /// @param fixes what a click on a mark beside the text does
    CodePane(Consumer<TextEdit> edited, Runnable fixes) {
        this.edited = edited;
        this.fixes = fixes;
        getStyleClass().add("code-pane");
        getChildren().add(area);
        area.setHighlightCurrentParagraph(true);
        area.setUndoRedoEnabled(false);
        area.setAccessibleText(Messages.text("editor.text"));
        area.setLeftDecorator(new Gutter());
        for (var tag : List.of(
                Tag.BACKSPACE,
                Tag.DELETE,
                Tag.DELETE_PARAGRAPH,
                Tag.DELETE_WORD_PREVIOUS,
                Tag.DELETE_WORD_NEXT_START,
                Tag.PASTE,
                Tag.PASTE_PLAIN_TEXT)) {
            area.getInputMap().registerFunction(tag, () -> changeInSight(tag));
        }
        area.getInputMap().registerFunction(Tag.PAGE_DOWN, () -> page(1, false));
        area.getInputMap().registerFunction(Tag.PAGE_UP, () -> page(-1, false));
        area.getInputMap().registerFunction(Tag.SELECT_PAGE_DOWN, () -> page(1, true));
        area.getInputMap().registerFunction(Tag.SELECT_PAGE_UP, () -> page(-1, true));
        Runnable laidOut = this::lookAround;
        sceneProperty().subscribe((before, now) -> {
            Optional.ofNullable(before).ifPresent(it -> it.removePostLayoutPulseListener(laidOut));
            Optional.<Scene>ofNullable(now).ifPresent(it -> it.addPostLayoutPulseListener(laidOut));
        });
        show("");
    }

    /// Shows another text, with the caret before it.
    void show(String shown) {
        text = shown;
        rows = new FoldedText(shown);
        tokens = new TokenLines(rows::row);
        tokens.declare(declared);
        var model = new CodeTextModel(new Rows());
        model.setDecorator(new Painter());
        model.setUndoRedoEnabled(false);
        top = 0;
        area.setModel(model);
        area.select(TextPos.ZERO);
    }

    /// Changes the text without telling: somebody else has changed it. Caret, scrolling and folds stay.
    void replace(TextEdit edit) {
        silent = true;
        write(edit);
        silent = false;
    }

    /// Changes the text as the user would.
    void type(Typing typing) {
        if (!typing.edit().isNothing()) {
            write(typing.edit());
        }
        select(typing.anchor(), typing.caret());
    }

    private void write(TextEdit edit) {
        bringIntoSight(edit.offset(), edit.end());
        area.getModel().replace(null, place(edit.offset()), place(edit.end()), edit.inserted());
    }

    String lineEnd() {
        return rows.lineEnd();
    }

    int caret() {
        return offset(area.getCaretPosition());
    }

    int anchor() {
        return offset(area.getAnchorPosition());
    }

    /// Selects from `anchor` to `caret`, and brings that into sight.
    void select(int anchor, int caret) {
        bringIntoSight(anchor, anchor);
        bringIntoSight(caret, caret);
        area.select(place(anchor), place(caret));
        clearOfEdges = true;
    }

    void onCaretMoved(Runnable action) {
        area.selectionProperty().subscribe(_ -> action.run());
    }

    void onKeys(EventHandler<KeyEvent> filter) {
        area.addEventFilter(KeyEvent.ANY, filter);
    }

    void onMouse(EventHandler<MouseEvent> filter) {
        area.addEventFilter(MouseEvent.MOUSE_MOVED, filter);
        area.addEventFilter(MouseEvent.MOUSE_EXITED, filter);
    }

    void setEditable(boolean editable) {
        area.setEditable(editable);
    }

    /// Colours these names where they are used.
    void declare(Set<String> names) {
        if (!names.equals(declared)) {
            declared = names;
            tokens.declare(names);
            repaint();
        }
    }

    /// @param again whether they are others than before, and not the same ones moved by an edit
    void annotate(List<Annotation> said, boolean again) {
        annotations = said;
        if (again) {
            repaint();
        }
    }

    /// @param lines from 1, with the words behind each
    void mark(Map<Integer, String> lines) {
        if (!lines.equals(marks)) {
            marks = lines;
            repaint();
        }
    }

    /// Where the caret is on the screen; empty where it is out of sight.
    Optional<Bounds> caretBounds() {
        return Optional.ofNullable(area.lookup(".caret"))
                .filter(it -> !it.getBoundsInLocal().isEmpty())
                .map(it -> it.localToScreen(it.getBoundsInLocal()));
    }

    /// Does something when the layout that is due has been done.
    void afterLayout(Runnable action) {
        afterLayout.add(action);
        area.requestLayout();
    }

    /// The offset at a point of the screen.
    int offsetAt(double screenX, double screenY) {
        return offset(area.getTextPosition(screenX, screenY));
    }

    @Override
    public void requestFocus() {
        area.requestFocus();
    }

    /// Whether the text itself has the focus.
    boolean isAreaFocused() {
        return area.isFocused();
    }

    /// Folds or unfolds at the caret's row, or of a row that is none of a fold the nearest that it is in.
    void fold(boolean fold) {
        int row = area.getCaretPosition().index();
        if (fold) {
            for (int it = row; it >= 0; it--) {
                int length = foldLength(it);
                if (length > 0 && it + length >= row) {
                    toggle(it);
                    return;
                }
            }
        } else if (rows.isFolded(row)) {
            toggle(row);
        }
    }

    private void toggle(int row) {
        if (rows.isFolded(row)) {
            unfold(row);
            return;
        }
        int count = foldLength(row);
        if (count == 0) {
            return;
        }
        int caretRow = area.getCaretPosition().index();
        boolean inside = caretRow > row && caretRow <= row + count;
        if (inside) {
            area.select(end(row));
        }
        var from = end(row);
        var to = end(row + count);
        rows.fold(row, count);
        changed(from, to, 0);
    }

    private int foldLength(int row) {
        return Folds.length(rows::row, rows.size(), row);
    }

    private void unfold(int row) {
        var at = end(row);
        changed(at, at, rows.unfold(row));
    }

    private TextPos end(int row) {
        return TextPos.ofLeading(row, rows.row(row).length());
    }

    /// Tells the code area that rows came or went, which is no change of the text.
    private void changed(TextPos from, TextPos to, int linesAdded) {
        tokens.changed(from.index());
        int last = linesAdded == 0 ? 0 : rows.row(from.index() + linesAdded).length();
        ((CodeTextModel) area.getModel()).fireChangeEvent(from, to, 0, linesAdded, last);
        updateGutter();
    }

    private void bringIntoSight(int from, int to) {
        for (int offset : new int[] {from, to}) {
            while (rows.isHidden(offset)) {
                unfold(rows.position(offset).row());
            }
        }
    }

    /// Nothing that is folded away next to the caret is to go without being seen.
    private void changeInSight(FunctionTag tag) {
        if (!area.hasNonEmptySelection() && area.isEditable()) {
            int row = area.getCaretPosition().index();
            for (int near = Math.max(0, row - 1); near <= Math.min(row + 1, rows.size() - 1); near++) {
                if (rows.isFolded(near)) {
                    unfold(near);
                    break;
                }
            }
        }
        area.executeDefault(tag);
    }

    private void page(int direction, boolean extend) {
        var caret = area.getCaretPosition();
        int row = Math.clamp(caret.index() + (long) direction * Math.max(1, bottom - top - 1), 0, rows.size() - 1);
        var to = TextPos.ofLeading(row, Math.min(caret.offset(), rows.row(row).length()));
        area.select(extend ? area.getAnchorPosition() : to, to);
    }

    private TextPos place(int offset) {
        var position = rows.position(offset);
        return TextPos.ofLeading(position.row(), position.column());
    }

    private int offset(@Nullable TextPos place) {
        if (place == null) {
            return 0;
        }
        int row = Math.min(place.index(), rows.size() - 1);
        return rows.offset(row, Math.min(place.offset(), rows.row(row).length()));
    }

    private void repaint() {
        placeholders.clear();
        area.getModel().fireStyleChangeEvent(TextPos.ZERO, area.getDocumentEnd());
        updateGutter();
    }

    /// After each layout: finds out which rows are in sight, and makes text of those that are not yet.
    private void lookAround() {
        if (area.getSkin() == null
                || area.getHeight() == 0
                || getScene().getWindow() == null
                || !getScene().getWindow().isShowing()) {
            return;
        }
        measured.map(Region::getHeight).filter(it -> it > 0).ifPresent(it -> rowHeight = it);
        var bounds = area.localToScreen(area.getLayoutBounds());
        int first = row(bounds.getMinY() + 2);
        int last = row(bounds.getMaxY() - 2);
        boolean moved = first != top || last != bottom;
        top = first;
        bottom = last;
        if (placeholders.stream().anyMatch(it -> it.getScene() != null)) {
            repaint();
            area.layout();
        } else if (moved) {
            updateGutter();
        }
        keepClearOfEdges();
        var due = List.copyOf(afterLayout);
        afterLayout.clear();
        due.forEach(Runnable::run);
    }

    /// After an edit or a jump: a caret in the first or last row in sight gets some rows beyond it. It reads better,
    /// and
    /// in the last row the code area lays everything out twice at each key.
    private void keepClearOfEdges() {
        if (!clearOfEdges) {
            return;
        }
        clearOfEdges = false;
        int row = area.getCaretPosition() == null ? 0 : area.getCaretPosition().index();
        if (row >= bottom - 1 && bottom < rows.size() - 1) {
            scroll(-1);
        } else if (row <= top && top > 0) {
            scroll(1);
        }
    }

    /// By a tenth of what is in sight: there is no other way to scroll than that of the wheel.
    private void scroll(double direction) {
        Optional.ofNullable(area.lookup(".content"))
                .ifPresent(it -> it.fireEvent(new ScrollEvent(
                        ScrollEvent.SCROLL,
                        0,
                        0,
                        0,
                        0,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        direction,
                        0,
                        direction,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null)));
    }

    private int row(double screenY) {
        var place = area.getTextPosition(area.localToScreen(GUTTER_WIDTH, 0).getX(), screenY);
        return place == null ? 0 : place.index();
    }

    private void updateGutter() {
        for (int row = Math.max(0, top - 1); row <= Math.min(bottom + 2, rows.size() - 1); row++) {
            var cell = gutter.get(row);
            if (cell != null) {
                cell.show(gutterContent(row));
            }
        }
    }

    private GutterCell.Content gutterContent(int row) {
        if (row >= rows.size()) {
            return new GutterCell.Content(row + 1, "", false, Fold.NONE);
        }
        var said = saidOf(row);
        var fold = rows.isFolded(row)
                ? Fold.FOLDED
                : Folds.isFoldable(rows::row, rows.size(), row) ? Fold.OPEN : Fold.NONE;
        return new GutterCell.Content(
                rows.line(row) + 1,
                String.join("\n", said.stream().map(Annotation::message).toList()),
                said.stream().anyMatch(it -> it.severity() == Annotation.Severity.PROBLEM),
                fold);
    }

    /// What is said of a row, and of what is folded away behind it.
    private List<Annotation> saidOf(int row) {
        if (annotations.isEmpty()) {
            return annotations;
        }
        int start = rows.offset(row, 0);
        int end = row + 1 < rows.size() ? rows.offset(row + 1, 0) : text.length() + 1;
        return annotations.stream()
                .filter(it -> it.start() >= start && it.start() < end)
                .toList();
    }

    /// The code area with styles by class alone: those that it writes into each node cost more than all else.
    private final class Area extends CodeArea {

        @Override
        protected RichTextAreaSkin createDefaultSkin() {
            return new CodeAreaSkin(this) {
                @Override
                public void applyStyles(CellContext context, StyleAttributeMap attributes, boolean forParagraph) {
                    String name = attributes.get(forParagraph ? ROW_CLASS : CLASS);
                    if (forParagraph && context.getNode() instanceof TextFlow row) {
                        measured = Optional.of(row);
                    }
                    if (name != null) {
                        context.getNode().getStyleClass().add(name);
                    }
                }
            };
        }
    }

    /// The text as the code area changes it.
    private final class Rows implements BasicTextModel.Content {

        @Override
        public int size() {
            return rows.size();
        }

        @Override
        public String getText(int index) {
            return index < rows.size() ? rows.row(index) : "";
        }

        @Override
        public int insertTextSegment(int index, int offset, String inserted, StyleAttributeMap attributes) {
            note(rows.offset(index, offset), "", inserted);
            rows.insert(index, offset, inserted);
            return inserted.length();
        }

        @Override
        public void insertLineBreak(int index, int offset) {
            note(rows.offset(index, offset), "", rows.lineEnd());
            rows.breakLine(index, offset);
        }

        @Override
        public void removeRange(TextPos start, TextPos end) {
            int from = rows.offset(start.index(), start.offset());
            note(from, text.substring(from, rows.offset(end.index(), end.offset())), "");
            rows.remove(new Position(start.index(), start.offset()), new Position(end.index(), end.offset()));
        }

        @Override
        public boolean isWritable() {
            return true;
        }

        /// One change of the code area comes as what goes and then what comes, piece by piece.
        private void note(int offset, String removed, String inserted) {
            pending = Optional.of(pending.map(it -> new TextEdit(it.offset(), it.removed(), it.inserted() + inserted))
                    .orElse(new TextEdit(offset, removed, inserted)));
        }
    }

    /// Makes rows of the code area from lines, tokens and what is said of them.
    private final class Painter implements SyntaxDecorator {

        @Override
        public void handleChange(CodeTextModel model, TextPos start, TextPos end, int before, int lines, int behind) {
            tokens.changed(start.index());
            placeholders.clear();
            pending.ifPresent(edit -> {
                pending = Optional.empty();
                text = edit.applyTo(text);
                if (!silent) {
                    clearOfEdges = true;
                    edited.accept(edit);
                }
                updateGutter();
            });
        }

        @Override
        public RichParagraph createRichParagraph(CodeTextModel model, int index) {
            if (index < top - AROUND || index > bottom + AROUND) {
                return RichParagraph.of(this::placeholder);
            }
            String line = rows.row(index);
            var builder = RichParagraph.builder();
            var found = tokens.of(index);
            int from = 0;
            for (int i = 0; i < found.size(); i++) {
                var kind = found.get(i).kind();
                boolean last = i + 1 == found.size();
                if (last || found.get(i + 1).kind() != kind) {
                    int to = last ? line.length() : found.get(i + 1).start();
                    builder.addSegment(line, from, to, StyleAttributeMap.of(CLASS, kind.styleClass()));
                    from = to;
                }
            }
            if (from < line.length()) {
                builder.addSegment(line.substring(from));
            }
            underline(builder, index, line.length());
            behind(builder, index);
            return builder.build();
        }

        private Region placeholder() {
            var region = new Region();
            region.setMinHeight(rowHeight);
            region.setPrefSize(1, rowHeight);
            placeholders.add(region);
            return region;
        }

        private void underline(RichParagraph.Builder builder, int index, int length) {
            if (annotations.isEmpty()) {
                return;
            }
            int start = rows.offset(index, 0);
            for (var it : annotations) {
                int from = Math.max(0, it.start() - start);
                int to = Math.min(length, Math.max(it.end() - start, from + 1));
                if (it.start() - start <= length && to > from && it.end() >= start) {
                    builder.addWavyUnderline(
                            from,
                            to - from,
                            it.severity() == Annotation.Severity.PROBLEM ? "squiggle-problem" : "squiggle-hint");
                }
            }
        }

        /// What stands behind the text of a row and is none of it. The code area lets no caret go there.
        private void behind(RichParagraph.Builder builder, int index) {
            if (rows.isFolded(index)) {
                builder.addSegment(
                        Messages.text("editor.folded", rows.hiddenLines(index)),
                        StyleAttributeMap.of(CLASS, "row-folded"));
            }
            var mark = marks.isEmpty() ? null : marks.get(rows.line(index) + 1);
            if (mark != null) {
                builder.addSegment("   " + mark, StyleAttributeMap.of(CLASS, "row-units"));
                builder.setParagraphAttributes(StyleAttributeMap.of(ROW_CLASS, "row-marked"));
            }
        }
    }

    /// What stands before the rows. The code area keeps the nodes by row.
    private final class Gutter implements SideDecorator {

        @Override
        public double getPrefWidth(double width) {
            return GUTTER_WIDTH;
        }

        @Override
        public Node getMeasurementNode(int index) {
            return cell(index);
        }

        @Override
        public Node getNode(int index) {
            var cell = cell(index);
            cell.show(gutterContent(index));
            return cell;
        }

        private GutterCell cell(int index) {
            return gutter.computeIfAbsent(
                    index,
                    row -> new GutterCell(() -> toggle(row), () -> {
                        select(rows.offset(row, 0), rows.offset(row, 0));
                        fixes.run();
                    }));
        }
    }
}
