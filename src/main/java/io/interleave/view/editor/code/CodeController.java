package io.interleave.view.editor.code;

import io.interleave.code.Language;
import io.interleave.code.Listing;
import io.interleave.export.Export;
import io.interleave.view.editor.Draft;
import io.interleave.view.fx.Clip;
import io.interleave.view.fx.FileDialogs;
import io.interleave.view.fx.Messages;
import io.interleave.view.session.Panes;
import io.interleave.view.session.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.VBox;

/// The scenario as a program in Java or in Python, to read, to copy and to save.
public final class CodeController {

    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");

    private final CodeModel model;
    private final Panes panes;
    private final FileDialogs dialogs;

    private BitSet comments = new BitSet();

    @FXML
    private Label about;

    @FXML
    private Button copy;

    @FXML
    private Button save;

    @FXML
    private ListView<String> lines;

    @FXML
    private VBox gaps;

    public CodeController(
            Draft draft, Workbench workbench, Panes panes, FileDialogs dialogs, Executor background, Executor ui) {
        model = new CodeModel(draft, workbench, background, ui);
        this.panes = panes;
        this.dialogs = dialogs;
    }

    @FXML
    private void initialize() {
        lines.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        lines.setCellFactory(
                _ -> new CodeCell(model.languageProperty()::get, model.chosenProperty()::get, () -> comments));
        lines.setOnKeyPressed(event -> {
            if (COPY.match(event)) {
                Clip.put(text(lines.getSelectionModel().getSelectedItems()));
                event.consume();
            }
        });
        lines.getSelectionModel().selectedIndexProperty().subscribe(index -> {
            if (index.intValue() >= 0) {
                model.select(index.intValue() + 1);
            }
        });
        panes.viewProperty().subscribe(view -> {
            switch (view) {
                case JAVA -> model.languageProperty().set(Language.JAVA);
                case PYTHON -> model.languageProperty().set(Language.PYTHON);
                case BLOCKS, TEXT, WORDS -> {}
            }
        });
        model.listingProperty().subscribe(this::show);
        model.soundProperty().subscribe(_ -> say());
        model.chosenProperty().subscribe(chosen -> {
            lines.refresh();
            int first = chosen.nextSetBit(0);
            if (first > 0 && !chosen.get(lines.getSelectionModel().getSelectedIndex() + 1)) {
                lines.scrollTo(Math.max(0, first - 3));
            }
        });
    }

    private void show(Optional<Listing> listing) {
        var now = listing.map(it -> it.text().lines().toList()).orElse(List.of());
        comments = listing.map(it -> Highlighter.comments(it.language(), now)).orElseGet(BitSet::new);
        lines.getItems().setAll(now);
        copy.setDisable(listing.isEmpty());
        save.setDisable(listing.isEmpty());
        say();
        var sentences = listing.map(Listing::gaps).orElse(List.of());
        gaps.getChildren().setAll(sentences.stream().map(CodeController::gap).toList());
        gaps.setVisible(!sentences.isEmpty());
        gaps.setManaged(!sentences.isEmpty());
    }

    private void say() {
        about.setText(model.listingProperty()
                .get()
                .map(it -> Messages.text("code.run." + it.language().ending(), it.fileName()))
                .orElse(Messages.text(model.soundProperty().get() ? "code.making" : "code.none")));
    }

    private static Label gap(Listing.Gap gap) {
        var label = new Label(Messages.text("code.gap", gap.place().line(), gap.words()));
        label.setWrapText(true);
        label.getStyleClass().add("code-gap");
        return label;
    }

    private static String text(List<String> some) {
        return some.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    @FXML
    private void copy() {
        model.take(it -> Clip.put(it.text()));
    }

    @FXML
    private void save() {
        model.take(listing -> dialogs.save(
                        save.getScene().getWindow(), Messages.text("code.save"), listing.fileName(), kind(listing))
                .ifPresent(file -> save(listing, file)));
    }

    private static FileDialogs.Kind kind(Listing listing) {
        String ending = listing.language().ending();
        return new FileDialogs.Kind(Messages.text("code.kind." + ending), List.of("*." + ending));
    }

    private void save(Listing listing, Path file) {
        try {
            Export.whole(file, true, part -> Files.writeString(part, listing.text()));
            about.setText(Messages.text("code.saved", file));
        } catch (IOException failed) {
            about.setText(Messages.text("code.save.failed", file, String.valueOf(failed.getMessage())));
        }
    }
}
