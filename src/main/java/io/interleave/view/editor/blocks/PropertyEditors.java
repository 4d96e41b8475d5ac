package io.interleave.view.editor.blocks;

import io.interleave.edit.Slot;
import io.interleave.model.Form;
import io.interleave.view.fx.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.controlsfx.property.editor.PropertyEditor;
import org.jspecify.annotations.Nullable;

/// The right editor for each value: a choice where there is one, a unit beside what is measured, else a text.
final class PropertyEditors {

    private static final Pattern MEASURED = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([a-zµ]*)");
    private static final Pattern IN_FORCE = Pattern.compile("(\\w+) where it says nothing");
    private static final List<String> TIMES = List.of("ns", "us", "ms", "s", "min");
    private static final List<String> SIZES = List.of("B", "KiB", "MiB");
    private static final long KIBI = 1024;

    private PropertyEditors() {}

    static PropertyEditor<?> of(PropertyForm.Item item) {
        var choices = item.choices();
        boolean isChosen = item.slot()
                .filter(it -> it.form().kind() != Form.Kind.NAMES && it.form().kind() != Form.Kind.EXPRESSION)
                .isPresent();
        if (isChosen && !choices.isEmpty()) {
            return choice(item, choices);
        }
        if (item.slot().filter(it -> it.form().equals(Form.DURATION)).isPresent()) {
            return duration(item);
        }
        return item.slot().filter(PropertyEditors::isSize).isPresent() ? size(item) : text(item);
    }

    private static boolean isSize(Slot slot) {
        return slot.form().equals(Form.WHOLE) && slot.meaning().startsWith("bytes");
    }

    /// An editor whose value is handed on when it is done with.
    private record Editor(Node node, Supplier<String> get, Consumer<String> set) implements PropertyEditor<String> {
        @Override
        public Node getEditor() {
            return node;
        }

        @Override
        public String getValue() {
            return get.get();
        }

        @Override
        public void setValue(String value) {
            set.accept(value);
        }
    }

    private static PropertyEditor<?> choice(PropertyForm.Item item, List<String> choices) {
        var all = new ArrayList<>(choices);
        if (item.slot().filter(Slot::required).isEmpty()) {
            all.addFirst("");
        }
        var box = new ComboBox<String>();
        box.getItems().setAll(all);
        box.setValue(item.getValue());
        box.setConverter(new Said(item));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText(item.getName());
        box.valueProperty().subscribe((_, now) -> {
            if (now != null) {
                item.setValue(now);
            }
        });
        return new Editor(box, () -> String.valueOf(box.getValue()), box::setValue);
    }

    /// Shows of a value that is not said what counts then, as the vocabulary has it.
    private static final class Said extends StringConverter<String> {
        private final String nothing;

        private Said(PropertyForm.Item item) {
            nothing = item.slot()
                    .flatMap(PropertyEditors::inForce)
                    .map(it -> Messages.text("blocks.properties.default.is", it))
                    .orElse(Messages.text("blocks.properties.default"));
        }

        @Override
        public String toString(@Nullable String value) {
            return value == null || value.isEmpty() ? nothing : value;
        }

        @Override
        public String fromString(String shown) {
            return shown.equals(nothing) ? "" : shown;
        }
    }

    private static Optional<String> inForce(Slot slot) {
        var said = IN_FORCE.matcher(slot.meaning());
        return said.find()
                ? Optional.of(said.group(1))
                : Optional.of("off").filter(_ -> slot.form().kind() == Form.Kind.SWITCH);
    }

    private static TextField field(PropertyForm.Item item, Runnable take) {
        var field = new TextField();
        field.setAccessibleText(item.getName());
        field.setPromptText(
                item.slot().filter(it -> !it.required()).isPresent() ? Messages.text("blocks.properties.default") : "");
        field.setOnAction(_ -> take.run());
        field.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                take.run();
            }
        });
        return field;
    }

    private static PropertyEditor<?> text(PropertyForm.Item item) {
        var holder = new TextField[1];
        var field = field(item, () -> item.setValue(holder[0].getText()));
        holder[0] = field;
        field.setText(item.getValue());
        return new Editor(field, field::getText, field::setText);
    }

    /// A number with its unit, or any expression.
    private static PropertyEditor<?> duration(PropertyForm.Item item) {
        var units = units(TIMES, item);
        var holder = new TextField[1];
        Runnable take = () -> {
            String typed = holder[0].getText().strip();
            boolean isBare = typed.matches("\\d+(\\.\\d+)?");
            item.setValue(isBare ? typed + (units.getValue() == null ? "ms" : units.getValue()) : typed);
        };
        var field = field(item, take);
        holder[0] = field;
        var measured = MEASURED.matcher(item.getValue());
        boolean isMeasured = measured.matches() && TIMES.contains(measured.group(2));
        field.setText(isMeasured ? measured.group(1) : item.getValue());
        units.setValue(isMeasured ? measured.group(2) : null);
        units.setOnAction(_ -> take.run());
        return new Editor(beside(field, units), field::getText, field::setText);
    }

    /// A number of bytes in the largest unit that it is a whole number of, or any expression.
    private static PropertyEditor<?> size(PropertyForm.Item item) {
        var units = units(SIZES, item);
        var holder = new TextField[1];
        Runnable take = () -> {
            String typed = holder[0].getText().strip();
            boolean isWhole = typed.matches("\\d{1,9}") && units.getValue() != null;
            item.setValue(isWhole ? String.valueOf(Long.parseLong(typed) * factor(units.getValue())) : typed);
        };
        var field = field(item, take);
        holder[0] = field;
        boolean isWhole = item.getValue().matches("\\d{1,15}");
        String unit = isWhole ? largest(Long.parseLong(item.getValue())) : "B";
        field.setText(isWhole ? String.valueOf(Long.parseLong(item.getValue()) / factor(unit)) : item.getValue());
        units.setValue(unit);
        units.setOnAction(_ -> take.run());
        return new Editor(beside(field, units), field::getText, field::setText);
    }

    private static long factor(String unit) {
        return switch (unit) {
            case "KiB" -> KIBI;
            case "MiB" -> KIBI * KIBI;
            default -> 1;
        };
    }

    private static String largest(long bytes) {
        if (bytes == 0 || bytes % KIBI != 0) {
            return "B";
        }
        return bytes % (KIBI * KIBI) == 0 ? "MiB" : "KiB";
    }

    private static ComboBox<String> units(List<String> units, PropertyForm.Item item) {
        var box = new ComboBox<String>();
        box.getItems().setAll(units);
        box.setMinWidth(78);
        box.setAccessibleText(Messages.text("blocks.unit", item.getName()));
        return box;
    }

    private static Node beside(TextField field, ComboBox<String> units) {
        HBox.setHgrow(field, Priority.ALWAYS);
        var both = new HBox(4, field, units);
        both.getStyleClass().add("measured");
        return both;
    }
}
