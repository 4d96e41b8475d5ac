package io.interleave.view.editor.files;

import io.interleave.view.fx.Messages;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.fxml.FXML;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/// The menu of files. What has no point at the moment is grey.
public final class FileMenuController {

    private final WorkingCopies copies;
    private final FileActions actions;

    @FXML
    private MenuButton menu;

    @FXML
    private Menu recent;

    @FXML
    private MenuItem revert;

    @FXML
    private MenuItem discard;

    @FXML
    private MenuItem restore;

    public FileMenuController(WorkingCopies copies, FileActions actions) {
        this.copies = copies;
        this.actions = actions;
    }

    @FXML
    private void initialize() {
        menu.setOnShowing(_ -> update());
    }

    private void update() {
        var files = copies.files().recent();
        recent.getItems().setAll(files.stream().map(this::item).toList());
        recent.setDisable(files.isEmpty());
        var copy = copies.current();
        revert.setDisable(
                !copy.isUnsaved() || copy.file().isEmpty() && copy.base().isEmpty());
        discard.setDisable(!copy.isUnsaved());
        restore.setVisible(!copies.discarded().isEmpty());
        restore.setText(copies.discarded().stream()
                .findFirst()
                .map(it -> Messages.text("files.restore", it.titleProperty().get()))
                .orElse(""));
    }

    private MenuItem item(Path file) {
        var item = new MenuItem(file.toString());
        item.setMnemonicParsing(false);
        item.setDisable(!Files.exists(file));
        item.setOnAction(_ -> actions.open(file));
        return item;
    }

    @FXML
    private void create() {
        actions.offerTemplates();
    }

    @FXML
    private void open() {
        actions.open(menu.getScene().getWindow());
    }

    @FXML
    private void save() {
        actions.save(menu.getScene().getWindow());
    }

    @FXML
    private void saveAs() {
        actions.saveAs(menu.getScene().getWindow());
    }

    @FXML
    private void revert() {
        actions.revert();
    }

    @FXML
    private void discard() {
        copies.discard(copies.current());
    }

    @FXML
    private void restore() {
        copies.discarded().stream().findFirst().ifPresent(copies::restore);
    }
}
