package io.interleave.view.gallery;

import io.interleave.view.editor.files.WorkingCopies;
import io.interleave.view.editor.files.WorkingCopy;
import io.interleave.view.fx.Messages;
import io.interleave.view.session.Library;
import io.interleave.view.store.DraftOrigin;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Shows a row; what it is about stands in its tooltip. One that is not saved says when it was edited last.
final class RowCell extends TreeCell<Row> {

    private static final PseudoClass CHAPTER = PseudoClass.getPseudoClass("chapter");
    private static final Duration SHOWN_FOR = Duration.seconds(60);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private final Library library;
    private final WorkingCopies copies;
    private final Tooltip about = new Tooltip();
    private final Label at = new Label();

    RowCell(Library library, WorkingCopies copies) {
        this.library = library;
        this.copies = copies;
        // As wide as the pane and no wider: a title that is too long ends in an ellipsis, not under a scroll bar.
        setMinWidth(0);
        setPrefWidth(1);
        at.getStyleClass().add("unsaved-at");
        about.getStyleClass().add("about");
        about.setWrapText(true);
        about.setShowDuration(SHOWN_FOR);
        // Not before: it takes reading the scenario.
        about.setOnShowing(_ -> about.setText(words(getItem()).orElse("")));
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        textProperty().unbind();
        at.textProperty().unbind();
        var copy = !empty && row instanceof Row.Unsaved(var it) ? it : null;
        if (copy == null) {
            setText(empty || row == null ? null : title(row));
            setGraphic(null);
        } else {
            textProperty().bind(copy.titleProperty());
            at.textProperty().bind(copy.editedAtProperty().map(RowCell::time));
            setGraphic(at);
            setContentDisplay(ContentDisplay.RIGHT);
        }
        setContextMenu(copy == null ? null : menu(copy));
        pseudoClassStateChanged(CHAPTER, row instanceof Row.Chapter || row instanceof Row.Heading);
        setTooltip(empty || row == null || row instanceof Row.Heading ? null : about);
    }

    /// A file with edits has a dot here too.
    private String title(Row row) {
        return row instanceof Row.File(var listed)
                        && copies.unsaved().stream()
                                .anyMatch(it ->
                                        it.file().filter(listed.file()::equals).isPresent())
                ? Messages.text("files.dot", row.title())
                : row.title();
    }

    private ContextMenu menu(WorkingCopy copy) {
        var open = new MenuItem(Messages.text("files.row.open"));
        open.setOnAction(_ -> copies.open(copy));
        var discard = new MenuItem(Messages.text("files.row.discard"));
        discard.setId("row-discard");
        discard.setOnAction(_ -> copies.discard(copy));
        return new ContextMenu(open, discard);
    }

    private static String time(Instant at) {
        var zoned = at.atZone(ZoneId.systemDefault());
        return (zoned.toLocalDate().equals(LocalDate.now(ZoneId.systemDefault())) ? TIME : DAY).format(zoned);
    }

    private Optional<String> words(@Nullable Row row) {
        return switch (row) {
            case null -> Optional.empty();
            case Row.Chapter(var chapter) -> Optional.of(chapter.about());
            case Row.Scenario(var entry) ->
                library.document(entry).scenario().map(it -> entry.title() + "\n\n" + it.about());
            case Row.Heading _ -> Optional.empty();
            case Row.File(var listed) -> Optional.of(listed.file().toString());
            case Row.Unsaved(var copy) ->
                Optional.of(Messages.text(
                        "files.unsaved.tip",
                        from(copy),
                        DAY.format(copy.editedAtProperty().get().atZone(ZoneId.systemDefault()))));
        };
    }

    private String from(WorkingCopy copy) {
        return switch (copy.origin()) {
            case DraftOrigin.OfFile(var file) -> file.toString();
            case DraftOrigin.Gallery(var name) ->
                Messages.text(
                        "files.unsaved.gallery",
                        library.find(name).map(it -> it.title()).orElse(name));
            case DraftOrigin.Loose _ -> Messages.text("files.unsaved.loose");
        };
    }
}
