package io.interleave.view.knobs;

import io.interleave.model.Preset;
import io.interleave.model.Scenario;
import io.interleave.view.fx.Messages;
import io.interleave.view.session.Document;
import io.interleave.view.session.Workbench;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextInputDialog;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The scenario's presets, each with what it would turn. Says which of them the knobs stand at, and makes a new one of
/// that.
final class PresetMenu extends MenuButton {

    private final Workbench workbench;
    private final PresetEdits edits;

    PresetMenu(Workbench workbench, PresetEdits edits) {
        this.workbench = workbench;
        this.edits = edits;
        setId("presets");
        getStyleClass().add("presets");
        setGraphic(new FontIcon(Feather.BOOKMARK));
        setAccessibleText(Messages.text("presets.name"));
        setOnShowing(_ -> fill());
        var values = workbench.knobsProperty().get().stream()
                .map(KnobModel::valueProperty)
                .toArray(Observable[]::new);
        textProperty().bind(Bindings.createStringBinding(this::now, values));
        fill();
    }

    private Optional<Scenario> scenario() {
        return workbench.documentProperty().get().flatMap(Document::scenario);
    }

    private String now() {
        return scenario()
                .flatMap(scenario -> scenario.presets().stream()
                        .filter(it -> it.settings(scenario).equals(workbench.settings()))
                        .findFirst())
                .map(Preset::label)
                .orElse(Messages.text("presets.none"));
    }

    private void fill() {
        getItems().clear();
        scenario()
                .ifPresent(scenario ->
                        scenario.presets().forEach(it -> getItems().add(item(scenario, it))));
        if (!getItems().isEmpty()) {
            getItems().add(new SeparatorMenuItem());
        }
        var save = new MenuItem(Messages.text("presets.save"));
        save.setId("save-preset");
        save.setDisable(!edits.canEdit());
        save.setOnAction(_ -> ask());
        getItems().add(save);
    }

    private void ask() {
        var dialog = new TextInputDialog();
        dialog.initOwner(getScene().getWindow());
        dialog.setTitle(Messages.text("presets.save.title"));
        dialog.setHeaderText(Messages.text("presets.save.header"));
        dialog.setGraphic(null);
        var typed = dialog.getEditor().textProperty();
        dialog.getEditor().setPromptText(Messages.text("presets.save.prompt"));
        dialog.getDialogPane()
                .lookupButton(ButtonType.OK)
                .disableProperty()
                .bind(typed.map(it -> PresetEdits.name(it).isEmpty()));
        dialog.setOnHidden(_ -> Optional.ofNullable(dialog.getResult())
                .flatMap(PresetEdits::name)
                .ifPresent(this::save));
        dialog.show();
    }

    private void save(String name) {
        edits.save(
                name,
                workbench.knobsProperty().get().stream()
                        .map(it -> it.knob().name())
                        .toList(),
                workbench.settings());
    }

    private MenuItem item(Scenario scenario, Preset preset) {
        var name = new Label(preset.label());
        name.getStyleClass().add("preset-name");
        var difference = new Label(PresetWords.difference(scenario, workbench.settings(), preset.settings(scenario)));
        difference.getStyleClass().add("preset-difference");
        var item = new CustomMenuItem(new VBox(name, difference));
        item.setOnAction(_ -> workbench.turn(preset.settings(scenario)));
        return item;
    }
}
