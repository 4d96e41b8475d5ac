package io.interleave.view.knobs;

import io.interleave.view.fx.Messages;
import io.interleave.view.fx.TypeSize;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/// A value that reads as text until it is clicked, and then can be typed. Enter or leaving takes what was typed,
/// Escape takes it back; what is wrong is marked and told.
final class ValueField extends TextField {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private static final double PADDING = 12;

    /// As the style sheet has it.
    private static final Font FONT = Font.font(null, FontWeight.BOLD, TypeSize.em() * 0.923);

    private final Function<String, Optional<String>> take;
    private String shown = "";

    /// @param longest values that must be seen in full
    /// @param take takes what was typed, or says what is wrong with it
    ValueField(String label, List<String> longest, Function<String, Optional<String>> take) {
        this.take = take;
        getStyleClass().add("value-field");
        double width = PADDING
                + longest.stream().mapToDouble(ValueField::widthOf).max().orElse(0);
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

    private static double widthOf(String value) {
        var text = new Text(value);
        text.setFont(FONT);
        return Math.ceil(text.getLayoutBounds().getWidth());
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
