package io.interleave.view.editor.text;

import io.interleave.view.fx.Messages;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A scenario's text with all that helps to write it: completions below the caret, problems underlined and said in
/// a line below, their fixes, finding.
public final class TextEditor extends BorderPane {

    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");

    private static final KeyCombination FIX = KeyCombination.valueOf("Shortcut+Period");

    private final EditorModel model;
    private final CodePane pane = new CodePane(this::edited, this::offerFixes);
    private final CompletionPopup completions;
    private final FindBar find;
    private final EditorKeys keys = new EditorKeys();
    private final ContextMenu fixes = new ContextMenu();
    private final Button bulb = new Button("", new FontIcon(Feather.ZAP));
    private final Label said = new Label();
    private final HBox below = new HBox(bulb, said);
    private final Tooltip hover = new Tooltip();
    private final PauseTransition resting = new PauseTransition(Duration.millis(300));
    private boolean moved;

    public TextEditor(EditorModel model) {
        this.model = model;
        completions = new CompletionPopup(model.completions(), this::accept);
        find = new FindBar(model, pane::select, pane::requestFocus);
        getStyleClass().add("text-editor");
        below.getStyleClass().add("editor-below");
        bulb.getStyleClass().addAll("bulb", "quiet");
        bulb.setFocusTraversable(false);
        bulb.setTooltip(new Tooltip(Messages.text("editor.fixes")));
        bulb.setAccessibleText(Messages.text("editor.fixes"));
        bulb.setOnAction(_ -> offerFixes());
        said.getStyleClass().add("editor-said");
        said.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(said, Priority.ALWAYS);
        setTop(find);
        setCenter(pane);
        setBottom(below);
        addKeys();
        pane.onKeys(this::key);
        pane.onMouse(this::hover);
        pane.onCaretMoved(this::caretMoved);
        resting.setOnFinished(_ -> lookAtAll());
        model.follow(this::follow);
        follow(new EditorModel.Change.Whole(model.text()));
        model.annotationsProperty().subscribe(annotations -> {
            pane.annotate(annotations, !moved);
            say();
        });
        model.marksProperty().subscribe(pane::mark);
        model.readOnlyProperty().subscribe(it -> pane.setEditable(!it));
        model.completions().itemsProperty().subscribe(_ -> showCompletions());
    }

    /// Whether what has the focus is the text of an editor, which takes all keys that write.
    public static boolean isEdited(@Nullable Node focused) {
        for (var node = focused; node != null; node = node.getParent()) {
            if (node instanceof TextEditor) {
                return true;
            }
        }
        return false;
    }

    /// Follows the theme.
    public void setDark(boolean dark) {
        pseudoClassStateChanged(DARK, dark);
        completions.setDark(dark);
    }

    /// Puts the caret into the text.
    @Override
    public void requestFocus() {
        pane.requestFocus();
    }

    private void addKeys() {
        keys.with("F2", () -> go(true))
                .with("Shift+F2", () -> go(false))
                .with("Shortcut+F", find::open)
                .with("Shortcut+Shift+Open Bracket", () -> pane.fold(true))
                .with("Shortcut+Shift+Close Bracket", () -> pane.fold(false))
                .editing("Shortcut+Z", model::undo)
                .editing("Shortcut+Shift+Z", model::redo)
                .editing("Shortcut+Y", model::redo)
                .editing("Ctrl+SPACE", () -> model.completions().open(model.text(), pane.caret()))
                .editing("Alt+ENTER", this::offerFixes)
                .editing("Shortcut+SLASH", () -> type(Typing.comment(model.text(), start(), end())))
                .editing("TAB", () -> type(Typing.indent(model.text(), start(), end())))
                .editing("Shift+TAB", () -> type(Typing.outdent(model.text(), start(), end())))
                .editing("ENTER", () -> type(Typing.enter(model.text(), start(), end(), pane.lineEnd())));
    }

    private int start() {
        return Math.min(pane.anchor(), pane.caret());
    }

    private int end() {
        return Math.max(pane.anchor(), pane.caret());
    }

    private void key(KeyEvent event) {
        boolean readOnly = model.readOnlyProperty().get();
        if (event.getEventType() == KeyEvent.KEY_PRESSED) {
            if (!inCompletions(event) && !keys.press(event, readOnly) && FIX.match(event) && canFix()) {
                // where there is nothing to mend, the key goes on and stops the run
                event.consume();
                offerFixes();
            }
        } else if (event.getEventType() == KeyEvent.KEY_TYPED && !readOnly && !event.isShortcutDown()) {
            Typing.pair(model.text(), start(), end(), event.getCharacter()).stream()
                    .findFirst()
                    .ifPresent(it -> {
                        event.consume();
                        type(it);
                    });
        }
    }

    /// The keys that move within the list of completions while it is open.
    private boolean inCompletions(KeyEvent event) {
        var list = model.completions();
        if (!list.isOpen()) {
            return false;
        }
        switch (event.getCode()) {
            case DOWN -> list.move(1);
            case UP -> list.move(-1);
            case ENTER, TAB -> accept();
            case ESCAPE -> list.close();
            default -> {
                return false;
            }
        }
        event.consume();
        return true;
    }

    private void accept() {
        model.completions().accept(model.text(), pane.caret()).ifPresent(this::type);
    }

    private void type(Typing typing) {
        pane.type(typing);
    }

    /// The user has changed the text in the pane.
    private void edited(TextEdit edit) {
        moved = true;
        model.typed(edit);
        moved = false;
        resting.playFromStart();
        if (edit.inserted().length() <= 1 && pane.isAreaFocused()) {
            model.completions()
                    .typed(model.text(), edit.offset() + edit.inserted().length(), model.outline());
        } else {
            model.completions().close();
        }
    }

    private void follow(EditorModel.Change change) {
        switch (change) {
            case EditorModel.Change.Whole(String text) -> {
                pane.show(text);
                lookAtAll();
            }
            case EditorModel.Change.Part(TextEdit edit) -> {
                pane.replace(edit);
                model.moveCaret(pane.caret());
                resting.playFromStart();
            }
            case EditorModel.Change.Place(int start, int end) -> pane.select(end, start);
        }
        say();
    }

    private void lookAtAll() {
        model.lookAtAll();
        pane.declare(model.outline().names());
    }

    private void caretMoved() {
        model.moveCaret(pane.caret());
        if (model.completions().isOpen() && !stillInWord()) {
            model.completions().close();
        }
        say();
    }

    /// Whether the caret is still where the completions that are shown belong.
    private boolean stillInWord() {
        var first = model.completions().itemsProperty().get().getFirst();
        int caret = pane.caret();
        return pane.anchor() == caret
                && caret >= first.from()
                && caret <= model.text().length()
                && model.text().substring(first.from(), caret).chars().allMatch(TextEditor::isPartOfWord);
    }

    private static boolean isPartOfWord(int c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }

    /// Says what is wrong at the caret, or how much there is.
    private void say() {
        var here = model.atCaret();
        int count = model.annotationsProperty().get().size();
        bulb.setVisible(canFix());
        bulb.setManaged(canFix());
        said.setText(
                here.isEmpty()
                        ? Messages.text("editor.problems", count)
                        : Messages.text(
                                "editor.problem",
                                word(here.getFirst()),
                                model.line(here.getFirst().start()),
                                here.getFirst().message()));
        said.pseudoClassStateChanged(
                PROBLEM, !here.isEmpty() && here.getFirst().severity() == Annotation.Severity.PROBLEM);
        below.setVisible(count > 0);
        below.setManaged(count > 0);
    }

    private static String word(Annotation annotation) {
        return switch (annotation.severity()) {
            case PROBLEM -> Messages.text("editor.problem.error");
            case HINT -> Messages.text("editor.problem.hint");
        };
    }

    private void go(boolean forward) {
        model.next(forward).ifPresent(it -> pane.select(it.start(), it.start()));
    }

    private boolean canFix() {
        return !model.readOnlyProperty().get() && !model.fixes().isEmpty();
    }

    private void offerFixes() {
        if (!canFix()) {
            return;
        }
        fixes.getItems().setAll(model.fixes().stream().map(this::item).toList());
        pane.caretBounds()
                .ifPresentOrElse(
                        it -> fixes.show(pane, it.getMinX(), it.getMaxY() + 2),
                        () -> fixes.show(below, Side.TOP, 0, 0));
    }

    private MenuItem item(Annotation.Fix fix) {
        var item = new MenuItem(fix.title());
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> {
            int caret = pane.caret();
            var edit = fix.edit();
            int after = caret < edit.offset()
                    ? caret
                    : caret + edit.inserted().length() - edit.removed().length();
            type(new Typing(edit, Math.max(after, 0), Math.max(after, 0)));
        });
        return item;
    }

    private void showCompletions() {
        if (!model.completions().isOpen() || getScene() == null) {
            completions.hide();
            return;
        }
        // the caret is where the typed character will have put it only after the layout that is due
        pane.afterLayout(() ->
                pane.caretBounds().filter(_ -> model.completions().isOpen()).ifPresent(this::showAt));
    }

    private void showAt(Bounds caret) {
        completions.setStylesheets(getScene().getStylesheets());
        completions.show(pane, caret);
    }

    private void hover(MouseEvent event) {
        if (event.getEventType() == MouseEvent.MOUSE_EXITED) {
            hover.hide();
            return;
        }
        int offset = pane.offsetAt(event.getScreenX(), event.getScreenY());
        var under = model.annotationsProperty().get().stream()
                .filter(it -> it.start() <= offset && offset < Math.max(it.end(), it.start() + 1))
                .findFirst();
        if (under.isEmpty()) {
            hover.hide();
        } else if (!hover.isShowing() || !hover.getText().equals(under.get().message())) {
            hover.setText(under.get().message());
            hover.show(pane, event.getScreenX() + 8, event.getScreenY() + 16);
        }
    }
}
