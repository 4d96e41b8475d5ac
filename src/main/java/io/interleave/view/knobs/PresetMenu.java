package io.interleave.view.knobs;

import io.interleave.model.Preset;
import io.interleave.model.Scenario;
import io.interleave.view.fx.Messages;
import io.interleave.view.session.Document;
import io.interleave.view.session.Workbench;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The scenario's presets, each with what it would turn. Says which of them the knobs stand at.
final class PresetMenu extends MenuButton {

    private final Workbench workbench;

    PresetMenu(Workbench workbench) {
        this.workbench = workbench;
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
