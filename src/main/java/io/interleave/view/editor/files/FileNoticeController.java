package io.interleave.view.editor.files;

import io.interleave.view.fx.Messages;
import java.util.Arrays;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Says, over the picture, what there is to say about files, with the buttons that do something about it.
public final class FileNoticeController {

    private record Offer(String word, Runnable action) {}

    private final WorkingCopies copies;
    private final OutsideChanges outside;

    @FXML
    private HBox bar;

    @FXML
    private Label words;

    @FXML
    private HBox offers;

    public FileNoticeController(WorkingCopies copies, OutsideChanges outside) {
        this.copies = copies;
        this.outside = outside;
    }

    @FXML
    private void initialize() {
        bar.managedProperty().bind(bar.visibleProperty());
        copies.noticeProperty().subscribe(news -> {
            bar.setVisible(news.isPresent());
            news.ifPresent(this::show);
        });
    }

    private void show(FileNotice news) {
        switch (news) {
            case FileNotice.Conflict conflict ->
                show(
                        Messages.text("files.conflict", Sources.name(conflict.copy())) + " " + where(conflict),
                        new Offer("mine", () -> outside.keepMine(conflict)),
                        new Offer("theirs", () -> outside.takeTheirs(conflict)),
                        new Offer("both", () -> outside.keepBoth(conflict)));
            case FileNotice.ReadAgain(var copy) ->
                show(Messages.text("files.changed", Sources.name(copy)), new Offer("undo", () -> outside.undo(copy)));
            case FileNotice.Missing(var copy) -> show(Messages.text("files.missing", Sources.name(copy)));
            case FileNotice.Garbled(var file) ->
                show(Messages.text("files.garbled", file.getFileName().toString()));
            case FileNotice.Discarded(var copy) ->
                show(
                        Messages.text("files.discarded", copy.titleProperty().get()),
                        new Offer("undo", () -> copies.restore(copy)));
            case FileNotice.Failed(var message) -> show(message);
        }
    }

    private static String where(FileNotice.Conflict conflict) {
        var it = Differing.between(conflict.copy().text(), conflict.theirs());
        var there = it.lines().isBlank()
                ? Messages.text("files.conflict.nothing")
                : Messages.text("files.conflict.there", it.glimpse());
        var place = it.last() < it.first()
                ? Messages.text("files.conflict.before", it.first())
                : it.first() == it.last()
                        ? Messages.text("files.conflict.line", it.first())
                        : Messages.text("files.conflict.lines", it.first(), it.last());
        return place + " " + there;
    }

    private void show(String text, Offer... what) {
        words.setText(text);
        offers.getChildren()
                .setAll(Arrays.stream(what).map(FileNoticeController::button).toList());
    }

    private static Button button(Offer offer) {
        var button = new Button(Messages.text("files.offer." + offer.word()));
        button.setId("file-" + offer.word());
        button.getStyleClass().add("small");
        button.setMinWidth(HBox.USE_PREF_SIZE);
        button.setOnAction(_ -> offer.action().run());
        return button;
    }

    @FXML
    private void close() {
        copies.putNoticeAway();
    }
}
