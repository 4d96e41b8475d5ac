package io.interleave.view.gallery;

import io.interleave.view.fx.FileDialogs;
import io.interleave.view.fx.Messages;
import io.interleave.view.session.Document;
import io.interleave.view.session.OpenKinds;
import io.interleave.view.session.Workbench;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import org.jspecify.annotations.Nullable;

/// The scenarios that come with the program, by chapter, and the way to one's own. Of the chapters one is open,
/// that of the scenario that is; whoever selects a chapter is told what it is about.
public final class GalleryController {

    /// Of the chapter that are shown above a scenario that was opened elsewhere.
    private static final int ROWS_ABOVE = 2;

    private final Workbench workbench;
    private final FileDialogs dialogs;
    private final TreeItem<Row> files = new TreeItem<>(new Row.Files(Messages.text("gallery.file")));
    private boolean following;

    @FXML
    private TreeView<Row> tree;

    @FXML
    private Label about;

    @FXML
    private Button open;

    public GalleryController(Workbench workbench, FileDialogs dialogs) {
        this.workbench = workbench;
        this.dialogs = dialogs;
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
        tree.setCellFactory(_ -> new RowCell(workbench.library()));
        about.managedProperty().bind(about.visibleProperty());
        about.visibleProperty().bind(about.textProperty().isNotEmpty());
        tree.getSelectionModel().selectedItemProperty().subscribe((_, item) -> chosen(item));
        workbench.documentProperty().subscribe(this::follow);
    }

    @FXML
    private void open() {
        dialogs.file(open.getScene().getWindow(), Messages.text("gallery.chooser"), OpenKinds.scenariosFirst())
                .ifPresent(workbench::open);
    }

    private void chosen(@Nullable TreeItem<Row> item) {
        var row = item == null ? null : item.getValue();
        about.setText(row instanceof Row.Chapter(var chapter) ? chapter.about() : "");
        if (following || item == null || row == null) {
            return;
        }
        switch (row) {
            case Row.Scenario(var entry) -> workbench.open(workbench.library().document(entry));
            case Row.File(var document) -> workbench.open(document);
            case Row.Chapter _, Row.Files _ -> item.setExpanded(true);
        }
    }

    /// Selects the row of the document that was opened, wherever that was done.
    private void follow(Optional<Document> opened) {
        following = true;
        opened.flatMap(this::item).ifPresentOrElse(this::select, tree.getSelectionModel()::clearSelection);
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

    private Optional<TreeItem<Row>> item(Document document) {
        if (document.file().isPresent()) {
            files.getChildren().removeIf(item -> isSameFile(item, document));
            files.getChildren().addFirst(new TreeItem<>(new Row.File(document)));
            if (!tree.getRoot().getChildren().contains(files)) {
                tree.getRoot().getChildren().add(files);
            }
            return Optional.of(files.getChildren().getFirst());
        }
        return scenarios().filter(item -> isOf(item, document)).findFirst();
    }

    private Stream<TreeItem<Row>> scenarios() {
        return tree.getRoot().getChildren().stream().flatMap(chapter -> chapter.getChildren().stream());
    }

    private static boolean isSameFile(TreeItem<Row> item, Document document) {
        return item.getValue() instanceof Row.File(var it) && it.file().equals(document.file());
    }

    /// A run of long ago may have had another text under the same name: it is not what the gallery has.
    private static boolean isOf(TreeItem<Row> item, Document document) {
        return item.getValue() instanceof Row.Scenario(var entry)
                && entry.name().equals(document.name())
                && entry.text().equals(document.text());
    }
}
