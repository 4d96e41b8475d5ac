package io.interleave.view.runs;

import io.interleave.view.compare.CompareModel;
import io.interleave.view.fx.Figures;
import io.interleave.view.fx.Messages;
import io.interleave.view.store.DiskLimit;
import java.util.Optional;
import java.util.TreeSet;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

/// What stands below the list of runs: how much they take on disk and may take, and what there is to say, with
/// the button that does something about it.
public final class ShelfController {

    private static final long MIB = 1L << 20;
    private static final long GIB = 1L << 30;

    private final RunShelf shelf;
    private final CompareModel comparing;

    @FXML
    private MenuButton used;

    @FXML
    private VBox notice;

    @FXML
    private Label words;

    @FXML
    private Button action;

    @FXML
    private Button away;

    public ShelfController(RunShelf shelf, CompareModel comparing) {
        this.shelf = shelf;
        this.comparing = comparing;
    }

    @FXML
    private void initialize() {
        shelf.usedProperty().subscribe(_ -> showUsed());
        shelf.limitProperty().subscribe(_ -> showUsed());
        shelf.noticeProperty().subscribe(_ -> showNotice());
        comparing.chosenProperty().subscribe(_ -> showNotice());
        notice.managedProperty().bind(notice.visibleProperty());
        notice.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                putAway();
                event.consume();
            }
        });
    }

    private void showUsed() {
        var is = Figures.bytes(shelf.usedProperty().get());
        var may = Figures.size(shelf.limitProperty().get());
        used.setText(Messages.text("runs.used", is, may));
        used.setAccessibleText(Messages.text("runs.used.name", is, may));
        var limits = new TreeSet<>(
                java.util.List.of(256 * MIB, 512 * MIB, GIB, DiskLimit.DEFAULT, 5 * GIB, 10 * GIB, 20 * GIB, 50 * GIB));
        limits.add(shelf.limitProperty().get());
        used.getItems().clear();
        for (long limit : limits) {
            var item = new RadioMenuItem(Messages.text("runs.limit", Figures.size(limit)));
            item.setId("limit-" + limit / MIB);
            item.setSelected(limit == shelf.limitProperty().get());
            item.setOnAction(_ -> {
                shelf.limit(limit);
                showUsed();
            });
            used.getItems().add(item);
        }
    }

    private void showNotice() {
        var news = shelf.noticeProperty().get();
        if (news.isPresent()) {
            show(news.get());
        } else {
            show(
                    comparing.chosenProperty().get().map(_ -> Messages.text("runs.notice.selected", 2)),
                    Messages.text("runs.notice.compare"));
        }
    }

    private void show(ShelfNotice news) {
        switch (news) {
            case ShelfNotice.Deleted(var runs) ->
                show(
                        Optional.of(Messages.text(
                                "runs.notice.deleted",
                                runs.size(),
                                runs.getFirst().name())),
                        Messages.text("runs.notice.undo"));
            case ShelfNotice.WouldDelete(var _, var runs) ->
                show(
                        Optional.of(
                                Messages.text("runs.notice.limit", runs.size(), Figures.bytes(DiskLimit.used(runs)))),
                        Messages.text("runs.notice.limit.do", runs.size()));
            case ShelfNotice.Comparing(var with) ->
                show(Optional.of(Messages.text("runs.notice.comparing", with.name())), "");
            case ShelfNotice.Failed(var message) -> show(Optional.of(message), "");
        }
    }

    private void show(Optional<String> text, String offer) {
        notice.setVisible(text.isPresent());
        boolean undecided =
                shelf.noticeProperty().get().map(ShelfController::isUndecided).orElse(true);
        away.setText(Messages.text(undecided ? "runs.notice.cancel" : "runs.notice.ok"));
        words.setText(text.orElse(""));
        action.setText(offer);
        action.setAccessibleText(offer);
        action.setVisible(!offer.isEmpty());
        action.setManaged(!offer.isEmpty());
    }

    private static boolean isUndecided(ShelfNotice news) {
        return switch (news) {
            case ShelfNotice.WouldDelete _, ShelfNotice.Comparing _ -> true;
            case ShelfNotice.Deleted _, ShelfNotice.Failed _ -> false;
        };
    }

    @FXML
    private void act() {
        if (shelf.noticeProperty().get().isPresent()) {
            shelf.accept();
        } else {
            comparing.chosenProperty().get().ifPresent(it -> comparing.compare(it.one(), it.other()));
        }
    }

    @FXML
    private void putAway() {
        shelf.putAway();
        comparing.choose(java.util.List.of());
    }
}
