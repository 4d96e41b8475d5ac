package io.interleave.view.knobs;

import io.interleave.model.Knob;
import io.interleave.view.fx.Messages;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The frame that every knob of the run bar has: its name and value above, the control, and a note below.
abstract class KnobEditor extends VBox {

    private static final PseudoClass EMPTY = PseudoClass.getPseudoClass("empty");

    private final HBox top = new HBox();
    private final Label note = new Label();

    KnobEditor(String label) {
        getStyleClass().add("knob");
        var name = new Label(label);
        name.getStyleClass().add("knob-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        top.getStyleClass().add("knob-top");
        top.setAlignment(Pos.CENTER_LEFT);
        top.getChildren().addAll(name, space);
        note.getStyleClass().add("knob-note");
        note.textProperty().subscribe(text -> note.pseudoClassStateChanged(EMPTY, text.isEmpty()));
        getChildren().addAll(top, note);
    }

    /// Puts the control in its place.
    final void hold(Node control) {
        getChildren().add(1, control);
    }

    /// Puts the value at the end of the first line.
    final void showValue(Node value) {
        top.getChildren().add(value);
    }

    final void bindNote(KnobModel model) {
        note.textProperty().bind(model.noteProperty().map(it -> switch (it) {
            case NONE -> "";
            case LIVE -> Messages.text("knob.live");
            case NEXT_RUN -> Messages.text("knob.next-run");
        }));
    }

    final StringProperty noteProperty() {
        return note.textProperty();
    }

    static KnobEditor of(KnobModel model) {
        return switch (model.knob()) {
            case Knob.Slider slider -> new SliderEditor(model, slider);
            case Knob.Toggle toggle -> new SwitchEditor(model, toggle);
            case Knob.Choice choice -> new ChoiceEditor(model, choice);
        };
    }
}
