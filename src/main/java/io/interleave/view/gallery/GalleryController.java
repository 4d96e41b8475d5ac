package io.interleave.view.gallery;

import io.interleave.view.fx.Messages;
import io.interleave.view.session.Document;
import io.interleave.view.session.Workbench;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// The scenarios that come with the program, by chapter, and the way to one's own.
public final class GalleryController {

    /// A row: a chapter, or a document in it.
    private sealed interface Row {
        record Chapter(String title) implements Row {}

        record Entry(Document document) implements Row {}
    }

    private final Workbench workbench;
    private final TreeItem<Row> files = chapter(Messages.text("gallery.file"));
    private boolean following;

    @FXML
    private TreeView<Row> tree;

    @FXML
    private Button open;

    public GalleryController(Workbench workbench) {
        this.workbench = workbench;
    }

    @FXML
    private void initialize() {
        var root = new TreeItem<Row>();
        workbench.library().chapters().forEach((title, documents) -> {
            var chapter = chapter(title);
            documents.forEach(it -> chapter.getChildren().add(new TreeItem<>(new Row.Entry(it))));
            root.getChildren().add(chapter);
        });
        tree.setRoot(root);
        tree.setCellFactory(_ -> new RowCell());
        tree.getSelectionModel().selectedItemProperty().subscribe((_, item) -> chosen(item));
        workbench.documentProperty().subscribe(this::follow);
    }

    @FXML
    private void open() {
        var chooser = new FileChooser();
        chooser.setTitle(Messages.text("gallery.chooser"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(
                        Messages.text("gallery.chooser.scenarios"), "*.interleave.yaml", "*.yaml", "*.yml"));
        var file = chooser.showOpenDialog(open.getScene().getWindow());
        if (file != null) {
            workbench.open(file.toPath());
        }
    }

    private void chosen(@Nullable TreeItem<Row> item) {
        if (!following && item != null && item.getValue() instanceof Row.Entry(Document document)) {
            workbench.open(document);
        }
    }

    /// Selects the row of the document that was opened, wherever that was done.
    private void follow(Optional<Document> opened) {
        following = true;
        opened.ifPresent(document -> tree.getSelectionModel().select(item(document)));
        following = false;
    }

    /// The row of that document, or null.
    private @Nullable TreeItem<Row> item(Document document) {
        if (document.file().isPresent()) {
            files.getChildren().removeIf(item -> isSameFile(item, document));
            files.getChildren().addFirst(new TreeItem<>(new Row.Entry(document)));
            if (!tree.getRoot().getChildren().contains(files)) {
                tree.getRoot().getChildren().add(files);
            }
            return files.getChildren().getFirst();
        }
        return tree.getRoot().getChildren().stream()
                .flatMap(chapter -> chapter.getChildren().stream())
                .filter(item -> item.getValue() instanceof Row.Entry(Document it) && it.equals(document))
                .findFirst()
                .orElse(null);
    }

    private static boolean isSameFile(TreeItem<Row> item, Document document) {
        return item.getValue() instanceof Row.Entry(Document it) && it.file().equals(document.file());
    }

    private static TreeItem<Row> chapter(String title) {
        var item = new TreeItem<Row>(new Row.Chapter(title));
        item.setExpanded(true);
        return item;
    }

    private static final class RowCell extends TreeCell<Row> {
        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().remove("chapter");
            if (empty || row == null) {
                setText(null);
                return;
            }
            switch (row) {
                case Row.Chapter(String title) -> {
                    setText(title);
                    getStyleClass().add("chapter");
                }
                case Row.Entry(Document document) -> setText(document.title());
            }
        }
    }
}
