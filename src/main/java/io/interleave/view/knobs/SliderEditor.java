package io.interleave.view.knobs;

import io.interleave.model.Knob;
import io.interleave.view.fx.Messages;
import java.util.List;
import javafx.scene.control.Tooltip;

/// A slider, and its value to read or to type.
final class SliderEditor extends KnobEditor {

    private final KnobModel model;
    private final KnobScale scale;
    private final StepSlider slider;
    private final ValueField field;
    private boolean updating;

    SliderEditor(KnobModel model, Knob.Slider knob) {
        super(knob.label());
        this.model = model;
        scale = KnobScale.of(knob);
        slider = new StepSlider(direction -> model.valueProperty().set(scale.step(model.value(), direction)));
        slider.setId("knob-" + knob.name());
        slider.setAccessibleText(knob.label());
        slider.setTooltip(new Tooltip(Messages.text(
                knob.live() ? "knob.tip.live" : "knob.tip",
                knob.label(),
                KnobModel.text(knob.min()),
                KnobModel.text(knob.max()))));
        field = new ValueField(
                knob.label(), List.of(KnobModel.text(knob.max()), KnobModel.text(knob.initial())), model::type);
        field.setId("knob-" + knob.name() + "-value");
        slider.valueProperty().subscribe((_, position) -> dragged(position.doubleValue()));
        model.valueProperty().subscribe(_ -> show());
        showValue(field);
        hold(slider);
        bindNote(model);
    }

    private void dragged(double position) {
        if (!updating) {
            model.valueProperty().set(scale.value(position));
        }
    }

    private void show() {
        field.show(model.text());
        if (!slider.isValueChanging()) {
            updating = true;
            slider.setValue(scale.position(model.value()));
            updating = false;
        }
    }
}
