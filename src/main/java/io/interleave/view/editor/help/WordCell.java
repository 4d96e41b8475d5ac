package io.interleave.view.editor.help;

import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/// A word, or the heading of a chapter, which cannot be chosen.
final class WordCell extends ListCell<WordRow> {

    private static final PseudoClass CHAPTER = PseudoClass.getPseudoClass("chapter");

    @Override
    protected void updateItem(@Nullable WordRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(
                switch (empty ? null : row) {
                    case null -> null;
                    case WordRow.Heading(String title) -> title;
                    case WordRow.Entry(var word) -> word.word();
                });
        boolean heading = !empty && row instanceof WordRow.Heading;
        pseudoClassStateChanged(CHAPTER, heading);
        setMouseTransparent(heading);
    }
}
