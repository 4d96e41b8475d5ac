package io.interleave.view.knobs;

import io.interleave.model.Knob;
import io.interleave.model.Value;
import io.interleave.view.fx.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.controlsfx.control.ToggleSwitch;

/// A switch with the word for what it is now.
final class SwitchEditor extends KnobEditor {

    SwitchEditor(KnobModel model, Knob.Toggle knob) {
        super(knob.label());
        var toggle = new ToggleSwitch();
        toggle.setId("knob-" + knob.name());
        toggle.setAccessibleText(knob.label());
        toggle.setTooltip(
                new Tooltip(Messages.text(knob.live() ? "knob.switch.tip.live" : "knob.switch.tip", knob.label())));
        var word = new Label();
        word.getStyleClass().add("knob-word");
        word.textProperty().bind(toggle.selectedProperty().map(on -> Messages.text(on ? "knob.on" : "knob.off")));
        word.setOnMouseClicked(_ -> toggle.setSelected(!toggle.isSelected()));
        model.valueProperty().subscribe(value -> toggle.setSelected(value.equals(new Value.Truth(true))));
        toggle.selectedProperty().subscribe((_, on) -> model.valueProperty().set(new Value.Truth(on)));
        var row = new HBox(toggle, word);
        row.getStyleClass().add("knob-row");
        row.setAlignment(Pos.CENTER_LEFT);
        hold(row);
        bindNote(model);
    }
}
