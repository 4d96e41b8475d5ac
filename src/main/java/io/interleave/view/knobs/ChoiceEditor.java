package io.interleave.view.knobs;

import io.interleave.model.Knob;
import io.interleave.model.Value;
import io.interleave.view.fx.Messages;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import org.controlsfx.control.SegmentedButton;

/// One of several words: side by side where there are few, else in a list that opens.
final class ChoiceEditor extends KnobEditor {

    private static final int SIDE_BY_SIDE = 3;

    ChoiceEditor(KnobModel model, Knob.Choice knob) {
        super(knob.label());
        hold(knob.options().size() <= SIDE_BY_SIDE ? segments(model, knob) : list(model, knob));
        bindNote(model);
    }

    private static Node segments(KnobModel model, Knob.Choice knob) {
        var group = new ToggleGroup();
        var segments = new SegmentedButton();
        segments.setToggleGroup(group);
        segments.setId("knob-" + knob.name());
        for (var option : knob.options()) {
            var button = new ToggleButton(option);
            // An underscore is one.
            button.setMnemonicParsing(false);
            button.setUserData(option);
            button.setAccessibleText(Messages.text("knob.choice", knob.label(), option));
            segments.getButtons().add(button);
        }
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                before.setSelected(true);
            } else {
                model.valueProperty().set(new Value.Text((String) now.getUserData()));
            }
        });
        model.valueProperty()
                .subscribe(value -> segments.getButtons().stream()
                        .filter(button -> value.equals(new Value.Text((String) button.getUserData())))
                        .forEach(button -> button.setSelected(true)));
        return segments;
    }

    private static Node list(KnobModel model, Knob.Choice knob) {
        var list = new ComboBox<String>();
        list.setId("knob-" + knob.name());
        list.setAccessibleText(knob.label());
        list.getItems().setAll(knob.options());
        list.valueProperty().subscribe((_, now) -> {
            if (now != null) {
                model.valueProperty().set(new Value.Text(now));
            }
        });
        model.valueProperty().subscribe(value -> {
            if (value instanceof Value.Text(String text)) {
                list.setValue(text);
            }
        });
        return list;
    }
}
