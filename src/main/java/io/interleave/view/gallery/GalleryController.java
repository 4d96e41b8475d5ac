package io.interleave.view.gallery;

import io.interleave.view.editor.files.WorkingCopies;
import io.interleave.view.editor.files.WorkingCopy;
import io.interleave.view.fx.Messages;
import io.interleave.view.session.Workbench;
import io.interleave.view.store.DraftOrigin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The scenarios that come with the program, by chapter, and the way to one's own. Of the chapters one is open,
/// that of the scenario that is; whoever selects a chapter is told what it is about.
public final class GalleryController {

    /// Of the chapter that are shown above a scenario that was opened elsewhere.
    private static final int ROWS_ABOVE = 2;

    private final Workbench workbench;
    private final WorkingCopies copies;
    private final TreeItem<Row> unsaved = new TreeItem<>(new Row.Heading(Messages.text("files.unsaved")));
    private final TreeItem<Row> files = new TreeItem<>(new Row.Heading(Messages.text("gallery.file")));
    private boolean following;

    @FXML
    private TreeView<Row> tree;

    @FXML
    private Label about;

    public GalleryController(Workbench workbench, WorkingCopies copies) {
        this.workbench = workbench;
        this.copies = copies;
    }

    @FXML
    private void initialize() {
        var root = new TreeItem<Row>();
        for (var chapter : workbench.library().chapters()) {
            var item = new TreeItem<Row>(new Row.Chapter(chapter));
            chapter.entries().forEach(it -> item.getChildren().add(new TreeItem<>(new Row.Scenario(it))));
            root.getChildren().add(item);
        }
        tree.setRoot(root);
        tree.setCellFactory(_ -> new RowCell(workbench.library(), copies));
        tree.setOnKeyPressed(this::pressed);
        about.managedProperty().bind(about.visibleProperty());
        about.visibleProperty().bind(about.textProperty().isNotEmpty());
        tree.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
        unsaved.setExpanded(true);
        copies.unsaved().subscribe(this::list);
        copies.files().list().subscribe(this::list);
        copies.currentProperty().subscribe(_ -> follow());
        list();
    }

    /// The rows of what is not saved, above the chapters, and of the files below them.
    private void list() {
        following = true;
        fill(unsaved, 0, copies.unsaved().stream().<Row>map(Row.Unsaved::new).toList());
        var root = tree.getRoot().getChildren();
        fill(
                files,
                root.contains(files) ? root.size() - 1 : root.size(),
                copies.files().list().stream().<Row>map(Row.File::new).toList());
        following = false;
        // Which files have a dot is not told by their rows.
        tree.refresh();
        follow();
    }

    /// The heading is there when there is something below it. Rows that stay are not touched.
    private void fill(TreeItem<Row> heading, int place, List<Row> rows) {
        var items = heading.getChildren();
        var before = Map.copyOf(items.stream().collect(Collectors.toMap(TreeItem::getValue, Function.identity())));
        var now = rows.stream()
                .map(row -> before.containsKey(row) ? before.get(row) : new TreeItem<>(row))
                .toList();
        if (!now.equals(items)) {
            items.setAll(now);
        }
        var root = tree.getRoot().getChildren();
        if (rows.isEmpty()) {
            root.remove(heading);
        } else if (!root.contains(heading)) {
            root.add(place, heading);
        }
    }

    private void pressed(KeyEvent event) {
        var item = tree.getSelectionModel().getSelectedItem();
        if (event.getCode() == KeyCode.DELETE && item != null && item.getValue() instanceof Row.Unsaved(var copy)) {
            copies.discard(copy);
            event.consume();
        }
    }

    private void chosen(@Nullable TreeItem<Row> before, @Nullable TreeItem<Row> item) {
        var row = item == null ? null : item.getValue();
        about.setText(row instanceof Row.Chapter(var chapter) ? chapter.about() : "");
        if (following || item == null || row == null) {
            return;
        }
        // Folding a chapter selects it in place of what was selected in it.
        boolean comesFromWithin = before != null && before.getParent() == item;
        switch (row) {
            case Row.Scenario(var entry) -> copies.open(workbench.library().document(entry));
            case Row.File(var listed) -> workbench.open(listed.file());
            case Row.Unsaved(var copy) -> copies.open(copy);
            case Row.Chapter _, Row.Heading _ -> item.setExpanded(item.isExpanded() || !comesFromWithin);
        }
    }

    /// Selects the row of what is open, wherever it was opened.
    private void follow() {
        following = true;
        item().ifPresentOrElse(this::select, tree.getSelectionModel()::clearSelection);
        following = false;
    }

    private void select(TreeItem<Row> item) {
        var selection = tree.getSelectionModel();
        if (selection.getSelectedItem() == item) {
            return;
        }
        item.getParent().setExpanded(true);
        selection.select(item);
        if (tree.getHeight() > 0) {
            tree.scrollTo(Math.max(0, tree.getRow(item) - ROWS_ABOVE));
        }
    }

    private Optional<TreeItem<Row>> item() {
        var copy = copies.current();
        return tree.getRoot().getChildren().stream()
                .flatMap(heading -> heading.getChildren().stream())
                .filter(item -> isOf(item.getValue(), copy))
                .reduce((_, last) -> last);
    }

    private static boolean isOf(Row row, WorkingCopy copy) {
        return switch (row) {
            case Row.File(var listed) ->
                copy.file().filter(listed.file()::equals).isPresent();
            case Row.Unsaved(var its) -> its == copy && copy.file().isEmpty();
            case Row.Scenario(var entry) ->
                !copy.isUnsaved() && copy.origin().equals(new DraftOrigin.Gallery(entry.name()));
            case Row.Chapter _, Row.Heading _ -> false;
        };
    }
}
