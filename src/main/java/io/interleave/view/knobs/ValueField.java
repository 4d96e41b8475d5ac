package io.interleave.view.knobs;

import io.interleave.view.fx.Messages;
import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;

/// A value that reads as text until it is clicked, and then can be typed. Enter or leaving takes what was typed,
/// Escape takes it back; what is wrong is marked and told.
final class ValueField extends TextField {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private static final double PADDING = 12;
    private static final double PER_CHARACTER = 7.5;

    private final Function<String, Optional<String>> take;
    private String shown = "";

    /// @param take takes what was typed, or says what is wrong with it
    ValueField(String label, int characters, Function<String, Optional<String>> take) {
        this.take = take;
        getStyleClass().add("value-field");
        double width = PADDING + PER_CHARACTER * Math.max(2, characters);
        setPrefWidth(width);
        setMaxWidth(width);
        setAccessibleText(Messages.text("knob.value", label));
        setOnAction(_ -> commit());
        focusedProperty().subscribe(focused -> {
            if (!focused && !getText().equals(shown)) {
                commit();
            }
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE && !getText().equals(shown)) {
                show(shown);
                event.consume();
            }
        });
    }

    void show(String value) {
        shown = value;
        setText(value);
        settle(Optional.empty());
    }

    private void commit() {
        var wrong = take.apply(getText());
        if (wrong.isEmpty()) {
            setText(shown);
        }
        settle(wrong);
    }

    private void settle(Optional<String> wrong) {
        pseudoClassStateChanged(WRONG, wrong.isPresent());
        setTooltip(wrong.map(Tooltip::new).orElse(null));
        setAccessibleHelp(wrong.orElse(null));
    }
}
