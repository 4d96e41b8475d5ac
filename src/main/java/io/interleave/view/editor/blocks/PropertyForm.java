package io.interleave.view.editor.blocks;

import io.interleave.edit.Block;
import io.interleave.edit.Slot;
import io.interleave.view.fx.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PropertySheet;

/// All values of a block, also those that it may have and has not, each with what it means and the editor that suits
/// it.
final class PropertyForm extends VBox {

    private final BlocksModel model;
    private final Deeds deeds;
    private final PropertySheet sheet = new PropertySheet();
    private final Label title = new Label();
    private final Label meaning = new Label();
    private Optional<Integer> block = Optional.empty();
    private List<Slot> shown = List.of();

    PropertyForm(BlocksModel model, Deeds deeds) {
        this.model = model;
        this.deeds = deeds;
        getStyleClass().add("properties");
        title.getStyleClass().add("properties-title");
        meaning.getStyleClass().add("palette-meaning");
        meaning.setWrapText(true);
        meaning.setMinHeight(USE_PREF_SIZE);
        sheet.setAccessibleText(Messages.text("blocks.properties"));
        sheet.setModeSwitcherVisible(false);
        sheet.setSearchBoxVisible(false);
        sheet.setPropertyEditorFactory(item -> PropertyEditors.of((Item) item));
        VBox.setVgrow(sheet, Priority.ALWAYS);
        getChildren().setAll(title, meaning, sheet);
    }

    /// Shows this block, as it is now. Values that are just what they were keep their editors, and the focus.
    void show(Optional<Block> wanted) {
        var slots = wanted.map(Block::slots).orElse(List.of());
        var values = slots.stream().map(Face::unplaced).toList();
        boolean isSame = wanted.map(Block::id).equals(block) && values.equals(shown);
        title.setText(wanted.map(PropertyForm::title).orElse(""));
        if (isSame) {
            return;
        }
        block = wanted.map(Block::id);
        shown = values;
        meaning.setText(wanted.map(PropertyForm::meaning).orElse(""));
        var items = new ArrayList<PropertySheet.Item>();
        wanted.filter(it -> it.kind().isNamed())
                .ifPresent(it -> items.add(new Item(it, Optional.empty(), Messages.text("blocks.name"), "")));
        wanted.ifPresent(it -> it.slots()
                .forEach(slot -> items.add(
                        new Item(it, Optional.of(slot), slot.key().isEmpty() ? it.word() : slot.key(), help(slot)))));
        sheet.getItems().setAll(items);
    }

    private static String title(Block block) {
        return block.kind() == Block.Kind.SCENARIO
                ? Messages.text("blocks.properties.scenario")
                : (block.name() + " " + block.word()).strip();
    }

    private static String meaning(Block block) {
        return block.kind() == Block.Kind.SCENARIO
                ? Messages.text("blocks.properties.scenario.meaning")
                : block.vocabulary().map(it -> it.meaning().replace("`", "")).orElse("");
    }

    private static String help(Slot slot) {
        return slot.meaning().isEmpty() ? slot.form().words() : slot.form().words() + ": " + slot.meaning();
    }

    /// One value, or the name where there is no slot.
    final class Item implements PropertySheet.Item {
        private final Block of;
        private final Optional<Slot> slot;
        private final String name;
        private final String description;

        private Item(Block of, Optional<Slot> slot, String name, String description) {
            this.of = of;
            this.slot = slot;
            this.name = name;
            this.description = description;
        }

        Optional<Slot> slot() {
            return slot;
        }

        List<String> choices() {
            return slot.map(it -> new Names(model.outline()).choices(it)).orElse(List.of());
        }

        @Override
        public Class<?> getType() {
            return String.class;
        }

        @Override
        public String getCategory() {
            return "";
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public String getDescription() {
            return description;
        }

        @Override
        public String getValue() {
            return slot.map(it -> Texts.of(it.form(), it.content())).orElseGet(of::name);
        }

        @Override
        public void setValue(Object value) {
            String typed = String.valueOf(value);
            if (!typed.equals(getValue())) {
                deeds.type(of, slot.map(Slot::key).orElse(Chip.NAME), typed);
            }
        }

        @Override
        public Optional<ObservableValue<?>> getObservableValue() {
            return Optional.empty();
        }
    }
}
