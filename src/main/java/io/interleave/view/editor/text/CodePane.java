package io.interleave.view.editor.text;

import io.interleave.view.editor.text.FoldedText.Position;
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
import jfx.incubator.scene.control.richtext.model.StyledTextModel;
import jfx.incubator.scene.control.richtext.skin.CellContext;
import jfx.incubator.scene.control.richtext.skin.CodeAreaSkin;
import jfx.incubator.scene.control.richtext.skin.RichTextAreaSkin;
import org.jspecify.annotations.Nullable;

/// The area that a text is edited in: the one class that knows the code area of JavaFX. All its places are offsets
/// of the whole text, folded or not.
///
/// Of the code area's rows only those near the ones in sight are text. At each edit it lays out a hundred rows
/// above and below besides, only to know how high they are; those get an empty region of the same height, which
/// costs a fraction.
final class CodePane extends StackPane {

    /// Rows above and below those in sight that are text, for the caret to move on.
    private static final int AROUND = 6;

    /// Of this the code area makes a gap of [Gutter#WIDTH]: it adds up to one ten, and one more.
    private static final double GAP = 58;
    private static final StyleAttribute<String> CLASS = new StyleAttribute<>("CLASS", String.class, false);
    private static final StyleAttribute<String> ROW_CLASS = new StyleAttribute<>("ROW_CLASS", String.class, true);

    private final Consumer<TextEdit> edited;
    private final Runnable fixes;
    private final Area area = new Area();
    private final StyledTextModel.Listener layOut = _ -> area.layout();
    private final Gutter gutter = new Gutter(this::toggle, this::offerFixes);

    /// Rows that are text, of those that the code area has made since it last made all of its rows anew.
    private final Map<Integer, Region> flows = new HashMap<>();

    /// The others of those.
    private final Set<Region> placeholders = new HashSet<>();
    private Sheet sheet = new Sheet("");
    private final List<Runnable> afterLayout = new ArrayList<>();
    private boolean silent;
    private boolean clearOfEdges;
    private int top;
    private int bottom = 60;
    private int made;
    private boolean stale;
    private double firstY;
    private double rowHeight = 18;

    /// @param edited what to do with each change that the user makes
    /// @param fixes what a click on a mark beside the text does
    CodePane(Consumer<TextEdit> edited, Runnable fixes) {
        this.edited = edited;
        this.fixes = fixes;
        getStyleClass().add("code-pane");
        getChildren().addAll(area, gutter);
        gutter.addEventHandler(ScrollEvent.SCROLL, this::passOn);
        area.setHighlightCurrentParagraph(true);
        area.setUndoRedoEnabled(false);
        area.setAccessibleText(Messages.text("editor.text"));
        area.setLeftDecorator(new Gap());
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
        area.skinProperty().subscribe(_ -> layOutAfterTheSkin());
        Runnable laidOut = this::lookAround;
        sceneProperty().subscribe((before, now) -> {
            Optional.ofNullable(before).ifPresent(it -> it.removePostLayoutPulseListener(laidOut));
            Optional.<Scene>ofNullable(now).ifPresent(it -> it.addPostLayoutPulseListener(laidOut));
        });
        show("");
    }

    /// Shows another text, with the caret before it.
    void show(String shown) {
        sheet = new Sheet(shown);
        var model = new CodeTextModel(new Rows());
        model.setDecorator(new Painter());
        model.setUndoRedoEnabled(false);
        top = 0;
        area.setModel(model);
        layOutAfterTheSkin();
        area.select(TextPos.ZERO);
    }

    /// Lays out as soon as the skin has heard of a change. Left alone it would do so when the caret moves behind
    /// what was typed, and in the next frame once more.
    private void layOutAfterTheSkin() {
        area.getModel().removeListener(layOut);
        area.getModel().addListener(layOut);
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
        return sheet.rows().lineEnd();
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
        if (sheet.declare(names)) {
            repaint();
        }
    }

    /// @param again whether they are others than before, and not the same ones moved by an edit
    void annotate(List<Annotation> said, boolean again) {
        sheet.annotate(said);
        if (again) {
            repaint();
        }
    }

    /// @param lines from 1, with the words behind each
    void mark(Map<Integer, String> lines) {
        if (sheet.mark(lines)) {
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
                int length = sheet.foldLength(it);
                if (length > 0 && it + length >= row) {
                    toggle(it);
                    return;
                }
            }
        } else if (sheet.rows().isFolded(row)) {
            toggle(row);
        }
    }

    private void toggle(int row) {
        if (sheet.rows().isFolded(row)) {
            unfold(row);
            return;
        }
        int count = sheet.foldLength(row);
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
        sheet.rows().fold(row, count);
        changed(from, to, 0);
    }

    private void unfold(int row) {
        var at = end(row);
        changed(at, at, sheet.rows().unfold(row));
    }

    private TextPos end(int row) {
        return TextPos.ofLeading(row, sheet.rows().row(row).length());
    }

    /// Tells the code area that rows came or went, which is no change of the text.
    private void changed(TextPos from, TextPos to, int linesAdded) {
        sheet.settle(from.index());
        int last = linesAdded == 0
                ? 0
                : sheet.rows().row(from.index() + linesAdded).length();
        ((CodeTextModel) area.getModel()).fireChangeEvent(from, to, 0, linesAdded, last);
    }

    private void bringIntoSight(int from, int to) {
        for (int offset : new int[] {from, to}) {
            while (sheet.rows().isHidden(offset)) {
                unfold(sheet.rows().position(offset).row());
            }
        }
    }

    /// Nothing that is folded away next to the caret is to go without being seen.
    private void changeInSight(FunctionTag tag) {
        if (!area.hasNonEmptySelection() && area.isEditable()) {
            int row = area.getCaretPosition().index();
            for (int near = Math.max(0, row - 1);
                    near <= Math.min(row + 1, sheet.rows().size() - 1);
                    near++) {
                if (sheet.rows().isFolded(near)) {
                    unfold(near);
                    break;
                }
            }
        }
        area.executeDefault(tag);
    }

    private void page(int direction, boolean extend) {
        var caret = area.getCaretPosition();
        int row = Math.clamp(
                caret.index() + (long) direction * Math.max(1, bottom - top - 1),
                0,
                sheet.rows().size() - 1);
        var to = TextPos.ofLeading(
                row, Math.min(caret.offset(), sheet.rows().row(row).length()));
        area.select(extend ? area.getAnchorPosition() : to, to);
    }

    private TextPos place(int offset) {
        var position = sheet.rows().position(offset);
        return TextPos.ofLeading(position.row(), position.column());
    }

    private int offset(@Nullable TextPos place) {
        if (place == null) {
            return 0;
        }
        int row = Math.min(place.index(), sheet.rows().size() - 1);
        return sheet.rows()
                .offset(row, Math.min(place.offset(), sheet.rows().row(row).length()));
    }

    /// The code area is about to make all of its rows.
    private void startAnew() {
        placeholders.clear();
        flows.clear();
        stale = true;
    }

    private void repaint() {
        startAnew();
        area.getModel().fireStyleChangeEvent(TextPos.ZERO, area.getDocumentEnd());
    }

    /// After each layout: finds out which rows are in sight, and makes text of those that are not yet.
    private void lookAround() {
        if (area.getSkin() == null
                || area.getHeight() == 0
                || getScene().getWindow() == null
                || !getScene().getWindow().isShowing()) {
            return;
        }
        var bounds = area.localToScreen(area.getLayoutBounds());
        int first = row(bounds.getMinY() + 2);
        int last = row(bounds.getMaxY() - 2);
        boolean moved = first != top || last != bottom;
        top = first;
        bottom = last;
        if (placeholders.stream().anyMatch(it -> it.getScene() != null)) {
            repaint();
        }
        showGutter(moved);
        keepClearOfEdges();
        var due = List.copyOf(afterLayout);
        afterLayout.clear();
        due.forEach(Runnable::run);
    }

    /// After an edit or a jump: a caret in the first or last row in sight gets some rows beyond it. It reads
    /// better, and in the last row the code area lays everything out twice at each key.
    private void keepClearOfEdges() {
        if (!clearOfEdges) {
            return;
        }
        clearOfEdges = false;
        int row = area.getCaretPosition() == null ? 0 : area.getCaretPosition().index();
        if (row >= bottom - 1 && bottom < sheet.rows().size() - 1) {
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
        var place = area.getTextPosition(area.localToScreen(Gutter.WIDTH, 0).getX(), screenY);
        return place == null ? 0 : place.index();
    }

    /// Puts what stands before the rows where the rows are.
    private void showGutter(boolean moved) {
        var first = flows.get(top);
        if (first == null || first.getScene() == null) {
            return;
        }
        double y = gutter.sceneToLocal(first.localToScene(0, 0)).getY();
        if (moved || stale || y != firstY || rowHeight != first.getHeight()) {
            stale = false;
            firstY = y;
            rowHeight = first.getHeight();
            gutter.resize(Gutter.WIDTH, area.getHeight());
            gutter.show(top, Math.min(bottom + 1, sheet.rows().size()) - top, y, rowHeight, sheet::before);
            // this frame has been laid out already
            gutter.applyCss();
            gutter.layout();
        }
    }

    private void offerFixes(int row) {
        int start = sheet.rows().offset(row, 0);
        select(start, start);
        fixes.run();
    }

    /// The wheel turns the text also where it is over what stands before it.
    private void passOn(ScrollEvent event) {
        Optional.ofNullable(area.lookup(".content")).ifPresent(it -> it.fireEvent(event.copyFor(it, it)));
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
                        flows.put(made, row);
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
            return sheet.rows().size();
        }

        @Override
        public String getText(int index) {
            return index < sheet.rows().size() ? sheet.rows().row(index) : "";
        }

        @Override
        public int insertTextSegment(int index, int offset, String inserted, StyleAttributeMap attributes) {
            sheet.insert(index, offset, inserted);
            return inserted.length();
        }

        @Override
        public void insertLineBreak(int index, int offset) {
            sheet.breakLine(index, offset);
        }

        @Override
        public void removeRange(TextPos start, TextPos end) {
            sheet.remove(new Position(start.index(), start.offset()), new Position(end.index(), end.offset()));
        }

        @Override
        public boolean isWritable() {
            return true;
        }
    }

    /// Makes rows of the code area from those of the sheet.
    private final class Painter implements SyntaxDecorator {

        @Override
        public void handleChange(CodeTextModel model, TextPos start, TextPos end, int before, int lines, int behind) {
            startAnew();
            sheet.settle(start.index()).ifPresent(edit -> {
                if (!silent) {
                    clearOfEdges = true;
                    edited.accept(edit);
                }
            });
        }

        @Override
        public RichParagraph createRichParagraph(CodeTextModel model, int index) {
            if (index < top - AROUND || index > bottom + AROUND) {
                return RichParagraph.of(this::placeholder);
            }
            made = index;
            var builder = RichParagraph.builder();
            sheet.pieces(index).forEach(it -> add(builder, it));
            sheet.underlines(index).forEach(it -> builder.addWavyUnderline(it.start(), it.length(), it.styleClass()));
            // the code area lets no caret go behind the text of the row
            sheet.behind(index).forEach(it -> add(builder, it));
            if (sheet.marked(index).isPresent()) {
                builder.setParagraphAttributes(StyleAttributeMap.of(ROW_CLASS, "row-marked"));
            }
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
    }

    /// Room before the rows, with nothing in it.
    private static final class Gap implements SideDecorator {

        @Override
        public double getPrefWidth(double width) {
            return GAP;
        }

        @Override
        public Node getMeasurementNode(int index) {
            return new Region();
        }

        /// The code area wants one for each row.
        @Override
        public Node getNode(int index) {
            return new Region();
        }
    }
}
