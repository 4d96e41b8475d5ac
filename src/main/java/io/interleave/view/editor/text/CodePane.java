package io.interleave.view.editor.text;

import io.interleave.view.editor.text.FoldedText.Position;
import io.interleave.view.fx.Messages;
import java.util.ArrayList;
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
import jfx.incubator.scene.control.input.FunctionTag;
import jfx.incubator.scene.control.richtext.CodeArea;
import jfx.incubator.scene.control.richtext.RichTextArea.Tag;
import jfx.incubator.scene.control.richtext.SideDecorator;
import jfx.incubator.scene.control.richtext.SyntaxDecorator;
import jfx.incubator.scene.control.richtext.TextPos;
import jfx.incubator.scene.control.richtext.model.BasicTextModel;
import jfx.incubator.scene.control.richtext.model.CodeTextModel;
import jfx.incubator.scene.control.richtext.model.RichParagraph;
import jfx.incubator.scene.control.richtext.model.StyleAttributeMap;
import jfx.incubator.scene.control.richtext.model.StyledTextModel;
import jfx.incubator.scene.control.richtext.skin.CellContext;
import jfx.incubator.scene.control.richtext.skin.CodeAreaSkin;
import jfx.incubator.scene.control.richtext.skin.RichTextAreaSkin;
import org.jspecify.annotations.Nullable;

/// The area that a text is edited in: the one class that knows the code area of JavaFX. All its places are offsets
/// of the whole text, folded or not.
final class CodePane extends StackPane {

    /// Of this the code area makes a gap of [Gutter#WIDTH]: it adds up to one ten, and one more.
    private static final double GAP = 58;

    private final Consumer<TextEdit> edited;
    private final Runnable fixes;
    private final Area area = new Area();
    private final StyledTextModel.Listener layOut = _ -> area.layout();
    private final Gutter gutter = new Gutter(this::toggle, this::offerFixes);
    private final CodePaneRows nodes = new CodePaneRows();
    private Sheet sheet = new Sheet("");
    private final List<Runnable> afterLayout = new ArrayList<>();
    private boolean silent;
    private boolean changing;
    private boolean clearOfEdges;
    private boolean stale;
    private double firstY;

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
        var model = new Model();
        model.setUndoRedoEnabled(false);
        nodes.see(0, nodes.bottom() - nodes.top());
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
                caret.index() + (long) direction * Math.max(1, nodes.bottom() - nodes.top() - 1),
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
        nodes.clear();
        stale = true;
    }

    /// Shows what rows look like now. While the text is being changed that is done behind the change.
    private void repaint() {
        if (!changing && !rewrite()) {
            remake();
        }
    }

    private boolean rewrite() {
        stale = true;
        return nodes.rewrite(sheet::look, sheet.rows().size(), area.getWidth() - 2 * Gutter.WIDTH);
    }

    private void remake() {
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
        boolean moved = nodes.see(row(bounds.getMinY() + 2), row(bounds.getMaxY() - 2));
        if (nodes.isMissingText()) {
            remake();
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
        if (row >= nodes.bottom() - 1 && nodes.bottom() < sheet.rows().size() - 1) {
            scroll(-1);
        } else if (row <= nodes.top() && nodes.top() > 0) {
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
        var first = nodes.flow(nodes.top());
        if (first == null) {
            return;
        }
        double y = gutter.sceneToLocal(first.localToScene(0, 0)).getY();
        if (moved || stale || y != firstY || nodes.rowHeight() != first.getHeight()) {
            stale = false;
            firstY = y;
            nodes.setRowHeight(first.getHeight());
            gutter.resize(Gutter.WIDTH, area.getHeight());
            int count = Math.min(nodes.bottom() + 1, sheet.rows().size()) - nodes.top();
            if (gutter.show(nodes.top(), count, y, nodes.rowHeight(), sheet::before)) {
                // this frame has been laid out already
                gutter.applyCss();
                gutter.layout();
            }
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

    private final class Area extends CodeArea {

        @Override
        protected RichTextAreaSkin createDefaultSkin() {
            return new CodeAreaSkin(this) {
                @Override
                public void applyStyles(CellContext context, StyleAttributeMap attributes, boolean forParagraph) {
                    nodes.dress(context, attributes, forParagraph);
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

    /// Tells of each change of the text, and spares the skin those that it would make all of its rows anew for while
    /// they only touch what is on them, or move it from one to the next.
    private final class Model extends CodeTextModel {

        private Model() {
            super(new Rows());
            setDecorator(new SyntaxDecorator() {
                @Override
                public void handleChange(
                        CodeTextModel model, TextPos start, TextPos end, int before, int lines, int behind) {}

                @Override
                public RichParagraph createRichParagraph(CodeTextModel model, int index) {
                    return nodes.paragraph(index, sheet::look);
                }
            });
        }

        @Override
        public void fireChangeEvent(TextPos start, TextPos end, int before, int lines, int behind) {
            boolean within = lines == 0 && start.index() == end.index();
            changing = true;
            sheet.settle(start.index(), within).ifPresent(edit -> {
                if (!silent) {
                    clearOfEdges = true;
                    edited.accept(edit);
                }
            });
            changing = false;
            int rowsAfter = sheet.rows().size();
            int rowsBefore = rowsAfter - lines + end.index() - start.index();
            boolean stays = within || nodes.stay(start.index(), Math.min(rowsBefore, rowsAfter));
            var skin = area.lookup(".vflow") instanceof Listener it ? it : null;
            if (stays && !silent && skin != null && rewrite()) {
                removeListener(layOut);
                removeListener(skin);
                super.fireChangeEvent(start, end, before, lines, behind);
                addListener(skin);
                addListener(layOut);
            } else {
                startAnew();
                super.fireChangeEvent(start, end, before, lines, behind);
            }
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
