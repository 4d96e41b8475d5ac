package io.interleave.view.runs;

import io.interleave.view.fx.Messages;
import io.interleave.view.store.KeptRun;
import java.time.LocalDateTime;
import java.time.ZoneId;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// A run in the list: its picture, what it is called, what came of it, with which knobs; and while the user
/// types its name or a note, the field for that.
final class RunCell extends ListCell<KeptRun> {

    private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
    private static final double PICTURE_WIDTH = 60;
    private static final double PICTURE_HEIGHT = 36;
    private static final Duration SHOWN_FOR = Duration.seconds(60);

    private final RunsController list;
    private final RunPictures pictures;
    private final ImageView picture = new ImageView();
    private final FontIcon nothing = new FontIcon("fth-activity");
    private final Label title = label("run-title");
    private final FontIcon pin = new FontIcon("fth-bookmark");
    private final Label result = label("run-result");
    private final Label at = label("run-knobs");
    private final Label knobs = label("run-knobs");
    private final Label note = label("run-note");
    private final TextField field = new TextField();
    private final VBox words;
    private final HBox box;
    private @Nullable MarkEdit edit;

    RunCell(RunsController list, RunPictures pictures) {
        this.list = list;
        this.pictures = pictures;
        picture.getStyleClass().add("image-view");
        picture.setFitWidth(PICTURE_WIDTH);
        picture.setFitHeight(PICTURE_HEIGHT);
        nothing.getStyleClass().add("run-no-picture");
        var frame = new StackPane(nothing, picture);
        frame.getStyleClass().add("run-picture");
        pin.getStyleClass().add("run-pin");
        pin.managedProperty().bind(pin.visibleProperty());
        at.setMinWidth(Region.USE_PREF_SIZE);
        field.getStyleClass().add("run-field");
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused && edit != null) {
                list.endEdit(getItem(), edit, field.getText());
            }
        });
        words = new VBox(apart(title, pin), apart(result, at), knobs, note);
        words.getStyleClass().add("run-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        box = new HBox(frame, words);
        box.getStyleClass().add("run-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY
                    && !event.isShortcutDown()
                    && !event.isShiftDown()
                    && !isEmpty()
                    && edit == null) {
                list.choose(getItem());
            }
        });
    }

    private static Label label(String style) {
        var label = new Label();
        label.getStyleClass().add(style);
        return label;
    }

    private static HBox apart(Node left, Node right) {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var row = new HBox(left, space, right);
        row.getStyleClass().add("run-row");
        return row;
    }

    @Override
    protected void updateItem(@Nullable KeptRun run, boolean empty) {
        super.updateItem(run, empty);
        if (empty || run == null) {
            edit = null;
            setGraphic(null);
            setText(null);
            setTooltip(null);
            return;
        }
        var label = RunLabel.of(run, LocalDateTime.now(), ZoneId.systemDefault());
        picture.setImage(pictures.find(run).orElse(null));
        nothing.setVisible(picture.getImage() == null);
        title.setText(label.name());
        pin.setVisible(run.marks().pinned());
        result.setText(label.result());
        result.pseudoClassStateChanged(GOOD, label.tone() == KeptRun.Tone.GOOD);
        result.pseudoClassStateChanged(BAD, label.tone() == KeptRun.Tone.BAD);
        at.setText(label.at());
        knobs.setText(label.knobs());
        note.setText(label.note());
        setText(String.join(", ", RunLabel.lines(run, label)));
        setTooltip(tooltip(run, label));
        showEdit(run);
        setGraphic(box);
    }

    private Tooltip tooltip(KeptRun run, RunLabel label) {
        var text = new Label(String.join("\n", RunLabel.lines(run, label)));
        text.setWrapText(true);
        // Without it the lines would be reckoned to be broken at every word.
        text.setMinWidth(Thumbnail.WIDTH);
        text.setMaxWidth(Thumbnail.WIDTH);
        var tooltip = new Tooltip();
        tooltip.getStyleClass().add("about");
        tooltip.setShowDuration(SHOWN_FOR);
        tooltip.setOnShowing(_ -> {
            var content = new VBox(text);
            content.getStyleClass().add("run-tip");
            pictures.find(run).ifPresent(it -> content.getChildren().addFirst(new ImageView(it)));
            tooltip.setGraphic(content);
        });
        return tooltip;
    }

    private void showEdit(KeptRun run) {
        var wanted = list.edit().filter(it -> it.isOf(run)).orElse(null);
        if (wanted != null && wanted.equals(edit)) {
            return;
        }
        edit = wanted;
        var field0 = wanted == null ? null : wanted.field();
        title.setVisible(true);
        words.getChildren().setAll(apart(title, pin), apart(result, at), knobs);
        if (!note.getText().isEmpty()) {
            words.getChildren().add(note);
        }
        if (wanted == null) {
            return;
        }
        field.setText(wanted.before(run));
        if (field0 == MarkEdit.Field.NAME) {
            words.getChildren().set(0, field);
        } else {
            words.getChildren().remove(note);
            words.getChildren().add(field);
        }
        var name = field0 == MarkEdit.Field.NAME ? "name" : "note";
        field.setPromptText(Messages.text("runs." + name + ".prompt"));
        field.setAccessibleText(Messages.text("runs." + name + ".field"));
        setGraphic(box);
        field.requestFocus();
        field.selectAll();
    }

    private void typed(KeyEvent event) {
        var typing = edit;
        if (typing == null) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER) {
            list.endEdit(getItem(), typing, field.getText());
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            list.endEdit(getItem(), typing, typing.before(getItem()));
            event.consume();
        }
    }
}
