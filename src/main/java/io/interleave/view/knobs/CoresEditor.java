package io.interleave.view.knobs;

import io.interleave.view.fx.Messages;
import javafx.beans.property.IntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;

/// How many of the machine's cores the run may use.
final class CoresEditor extends KnobEditor {

    CoresEditor(IntegerProperty cores, int there, ObservableValue<Boolean> pending) {
        super(Messages.text("knob.cores"));
        var value = new Label();
        value.getStyleClass().add("knob-value");
        value.textProperty().bind(cores.map(it -> Messages.text("knob.cores.value", it, there)));
        var slider = new Slider(1, Math.max(there, 2), cores.get());
        slider.setId("cores");
        slider.setAccessibleText(Messages.text("knob.cores"));
        slider.setTooltip(new Tooltip(Messages.text("knob.cores.tip")));
        slider.getTooltip().setWrapText(true);
        slider.getTooltip().setMaxWidth(320);
        slider.setBlockIncrement(1);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(there <= 32);
        slider.setDisable(there < 2);
        slider.valueProperty().subscribe((_, now) -> cores.set((int) Math.round(now.doubleValue())));
        cores.subscribe(now -> {
            if (!slider.isValueChanging()) {
                slider.setValue(now.doubleValue());
            }
        });
        showValue(value);
        hold(slider);
        noteProperty().bind(pending.map(it -> it ? Messages.text("knob.next-run") : ""));
    }
}
