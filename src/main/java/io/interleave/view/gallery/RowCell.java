package io.interleave.view.gallery;

import io.interleave.view.session.Library;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Shows a row; what it is about stands in its tooltip.
final class RowCell extends TreeCell<Row> {

    private static final PseudoClass CHAPTER = PseudoClass.getPseudoClass("chapter");
    private static final Duration SHOWN_FOR = Duration.seconds(60);

    private final Library library;
    private final Tooltip about = new Tooltip();

    RowCell(Library library) {
        this.library = library;
        // As wide as the pane and no wider: a title that is too long ends in an ellipsis, not under a scroll bar.
        setMinWidth(0);
        setPrefWidth(1);
        about.getStyleClass().add("about");
        about.setWrapText(true);
        about.setShowDuration(SHOWN_FOR);
        // Not before: it takes reading the scenario.
        about.setOnShowing(_ -> about.setText(words(getItem()).orElse("")));
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        setText(empty || row == null ? null : row.title());
        pseudoClassStateChanged(CHAPTER, row instanceof Row.Chapter || row instanceof Row.Files);
        setTooltip(empty || row == null || row instanceof Row.Files ? null : about);
    }

    private Optional<String> words(@Nullable Row row) {
        return switch (row) {
            case null -> Optional.empty();
            case Row.Chapter(var chapter) -> Optional.of(chapter.about());
            case Row.Scenario(var entry) ->
                library.document(entry).scenario().map(it -> entry.title() + "\n\n" + it.about());
            case Row.Files _ -> Optional.empty();
            case Row.File(var document) -> document.file().map(Object::toString);
        };
    }
}
