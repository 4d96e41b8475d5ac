package io.interleave.view.editor.code;

import io.interleave.code.Language;
import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;

/// A line of the program, with its number.
final class CodeCell extends ListCell<String> {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Supplier<Language> language;
    private final Supplier<BitSet> chosen;
    private final Supplier<BitSet> comments;
    private final Label number = new Label();
    private final HBox words = new HBox();
    private final HBox row = new HBox(number, words);

    /// @param chosen the lines of what is selected, from 1
    /// @param comments the lines that are nothing else, from 0
    CodeCell(Supplier<Language> language, Supplier<BitSet> chosen, Supplier<BitSet> comments) {
        this.language = language;
        this.chosen = chosen;
        this.comments = comments;
        row.getStyleClass().add("code-row");
        number.getStyleClass().add("line-number");
    }

    @Override
    protected void updateItem(String line, boolean empty) {
        super.updateItem(line, empty);
        boolean blank = empty || line == null;
        pseudoClassStateChanged(CHOSEN, !blank && chosen.get().get(getIndex() + 1));
        if (blank) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        number.setText(number());
        var parts = comments.get().get(getIndex())
                ? List.of(new Highlighter.Part(line, Highlighter.Kind.COMMENT))
                : Highlighter.parts(language.get(), line);
        words.getChildren().setAll(parts.stream().map(CodeCell::word).toList());
        setAccessibleText(line);
        setGraphic(row);
    }

    /// As wide as that of the last line, or the lines below the ninth would seem to be indented.
    private String number() {
        int digits = Integer.toString(getListView().getItems().size()).length();
        return ("%" + digits + "d").formatted(getIndex() + 1);
    }

    private static Label word(Highlighter.Part part) {
        var label = new Label(part.text());
        label.getStyleClass().setAll("code-word", part.kind().styleClass());
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }
}
