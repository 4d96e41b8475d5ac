package io.interleave.view.editor.code;

import io.interleave.code.Language;
import java.util.BitSet;
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
    private final Label number = new Label();
    private final HBox words = new HBox();
    private final HBox row = new HBox(number, words);

    CodeCell(Supplier<Language> language, Supplier<BitSet> chosen) {
        this.language = language;
        this.chosen = chosen;
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
        number.setText(Integer.toString(getIndex() + 1));
        words.getChildren()
                .setAll(Highlighter.parts(language.get(), line).stream()
                        .map(CodeCell::word)
                        .toList());
        setAccessibleText(line);
        setGraphic(row);
    }

    private static Label word(Highlighter.Part part) {
        var label = new Label(part.text());
        label.getStyleClass().setAll("code-word", part.kind().styleClass());
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }
}
