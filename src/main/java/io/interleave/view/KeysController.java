package io.interleave.view;

import io.interleave.view.fx.Focus;
import io.interleave.view.fx.Messages;
import io.interleave.view.session.Panes;
import io.interleave.view.tour.Tour;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/// All keys, over the window.
public final class KeysController {

    private static final List<String> GENERAL = List.of(
            "run",
            "stop",
            "new",
            "open",
            "save",
            "save-as",
            "open-trace",
            "undo",
            "redo",
            "editor",
            "library",
            "details",
            "words",
            "panes",
            "keys",
            "dismiss");
    private static final List<String> RUNS = List.of("run-open", "run-compare", "run-name", "run-pin", "run-delete");
    private static final List<String> BLOCKS = List.of(
            "block-go",
            "block-extend",
            "block-value",
            "block-add",
            "block-fold",
            "block-move",
            "block-twice",
            "block-clip",
            "block-name",
            "block-delete",
            "block-menu");
    private static final List<String> TEXT = List.of(
            "text-complete",
            "text-fix",
            "text-problem",
            "text-comment",
            "text-indent",
            "text-leave",
            "text-find",
            "text-fold");
    private static final List<String> PICTURE = List.of(
            "zoom",
            "pan",
            "fit",
            "freeze",
            "wheel",
            "drag",
            "scroll",
            "pages",
            "ends",
            "times",
            "find",
            "step",
            "climb",
            "conflict",
            "enter",
            "let-go",
            "range",
            "route",
            "arrows",
            "mark",
            "play",
            "lane",
            "order",
            "height",
            "menu");

    /// So wide is what a key does before it goes on in another line.
    private static final double WORDS = 300;

    private static final double ROW = 26;

    private final Panes panes;
    private final Tour tour;

    @FXML
    private BorderPane keys;

    @FXML
    private ScrollPane scroll;

    @FXML
    private GridPane general;

    @FXML
    private GridPane runs;

    @FXML
    private GridPane blockKeys;

    @FXML
    private GridPane textKeys;

    @FXML
    private GridPane picture;

    @FXML
    private Button close;

    public KeysController(Panes panes, Tour tour) {
        this.panes = panes;
        this.tour = tour;
    }

    @FXML
    private void initialize() {
        fill(general, GENERAL);
        fill(runs, RUNS);
        fill(blockKeys, BLOCKS);
        fill(textKeys, TEXT);
        fill(picture, PICTURE);
        keys.setOnMousePressed(event -> {
            if (event.getTarget() == keys) {
                close();
            }
        });
        keys.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        keys.visibleProperty().bind(panes.keysProperty());
        panes.keysProperty().subscribe(shown -> {
            if (shown) {
                Focus.give(close);
            }
        });
    }

    /// Its buttons have no use for the keys that scroll.
    private void pressed(KeyEvent event) {
        double page = scroll.getViewportBounds().getHeight();
        switch (event.getCode()) {
            case ESCAPE -> close();
            case DOWN -> scroll(ROW);
            case UP -> scroll(-ROW);
            case PAGE_DOWN -> scroll(page);
            case PAGE_UP -> scroll(-page);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void scroll(double pixels) {
        double hidden = scroll.getContent().getLayoutBounds().getHeight()
                - scroll.getViewportBounds().getHeight();
        if (hidden > 0) {
            scroll.setVvalue(Math.clamp(scroll.getVvalue() + pixels / hidden, 0, 1));
        }
    }

    @FXML
    private void close() {
        panes.keysProperty().set(false);
    }

    @FXML
    private void showTour() {
        close();
        tour.show();
    }

    private static void fill(GridPane grid, List<String> names) {
        for (var name : names) {
            var key = new Label(Messages.text("keys." + name + ".key"));
            key.getStyleClass().add("key");
            key.setMinWidth(Region.USE_PREF_SIZE);
            var words = new Label(Messages.text("keys." + name));
            words.setWrapText(true);
            words.setMaxWidth(WORDS);
            words.setMinHeight(Region.USE_PREF_SIZE);
            grid.addRow(grid.getRowCount(), key, words);
        }
    }
}
