package io.interleave.view.knobs;

import io.interleave.model.Preset;
import io.interleave.model.Scenario;
import io.interleave.view.editor.Draft;
import io.interleave.view.fx.Themes;
import io.interleave.view.fx.TypeSize;
import io.interleave.view.session.Document;
import io.interleave.view.session.Panes;
import io.interleave.view.session.Workbench;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/// The bar on top: run, stop, freeze, and the knobs of the scenario that is open.
public final class RunBarController {

    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");

    /// Widths of the window below which the bar has no room to spare, and none for all its words.
    private static final double NARROW = 100 * TypeSize.em();

    private static final double VERY_NARROW = 85 * TypeSize.em();

    private final Workbench workbench;
    private final Draft draft;
    private final Themes themes;
    private final Panes panes;
    private Turned shown = new Turned(List.of(), List.of());

    /// What the bar has of a scenario.
    private record Turned(List<KnobModel> knobs, List<Preset> presets) {}

    @FXML
    private Button run;

    @FXML
    private Button stop;

    @FXML
    private ToggleButton freeze;

    @FXML
    private HBox bar;

    @FXML
    private FlowPane knobs;

    @FXML
    private HBox presets;

    @FXML
    private ToggleButton library;

    @FXML
    private ToggleButton details;

    @FXML
    private ToggleButton editor;

    @FXML
    private RadioMenuItem system;

    @FXML
    private RadioMenuItem light;

    @FXML
    private RadioMenuItem dark;

    /// @param draft to which presets are added
    public RunBarController(Workbench workbench, Draft draft, Themes themes, Panes panes) {
        this.workbench = workbench;
        this.draft = draft;
        this.themes = themes;
        this.panes = panes;
    }

    @FXML
    private void initialize() {
        run.disableProperty().bind(workbench.canRun().not());
        stop.disableProperty().bind(workbench.session().stateProperty().map(state -> !state.isActive()));
        freeze.disableProperty().bind(canFreeze().not());
        freeze.selectedProperty().bindBidirectional(workbench.frozenProperty());
        library.selectedProperty().bindBidirectional(panes.libraryProperty());
        details.selectedProperty().bindBidirectional(panes.detailsProperty());
        editor.selectedProperty().bindBidirectional(panes.editorProperty());
        // The window's width is known before anything is laid out.
        bar.sceneProperty().flatMap(Scene::widthProperty).subscribe(width -> {
            bar.pseudoClassStateChanged(COMPACT, width != null && width.doubleValue() < NARROW);
            bar.pseudoClassStateChanged(TIGHT, width != null && width.doubleValue() < VERY_NARROW);
        });
        // Another run of the same document has other knobs. Another document comes after its knobs, and again with
        // each edit.
        workbench.knobsProperty().subscribe(_ -> {
            if (areOfDocument()) {
                showTurned();
            }
        });
        workbench.documentProperty().subscribe(_ -> showTurned());
        var themeGroup = new ToggleGroup();
        theme(system, Themes.Choice.SYSTEM, themeGroup);
        theme(light, Themes.Choice.LIGHT, themeGroup);
        theme(dark, Themes.Choice.DARK, themeGroup);
    }

    /// What is over stands still by itself; what was frozen before it was can still be let go.
    private BooleanBinding canFreeze() {
        var session = workbench.session();
        return Bindings.createBooleanBinding(
                () -> session.feedProperty().get().isPresent()
                        && (session.state().isActive()
                                || workbench.frozenProperty().get()),
                session.feedProperty(),
                session.stateProperty(),
                workbench.frozenProperty());
    }

    @FXML
    private void run() {
        workbench.run();
    }

    @FXML
    private void stop() {
        workbench.stop();
    }

    @FXML
    private void showKeys() {
        panes.keysProperty().set(true);
    }

    private boolean areOfDocument() {
        var knobsOfDocument = workbench
                .documentProperty()
                .get()
                .flatMap(Document::scenario)
                .map(Scenario::knobs)
                .orElse(List.of());
        return knobsOfDocument.equals(
                workbench.knobsProperty().get().stream().map(KnobModel::knob).toList());
    }

    private void showTurned() {
        var turned = new Turned(
                workbench.knobsProperty().get(),
                presets(workbench.documentProperty().get()));
        if (!turned.equals(shown) || knobs.getChildren().isEmpty()) {
            shown = turned;
            showKnobs();
        }
    }

    private void showKnobs() {
        knobs.getChildren()
                .setAll(new CoresEditor(
                        workbench.coresProperty(), workbench.coresThere(), workbench.coresPendingProperty()));
        presets.getChildren().clear();
        shown.knobs().forEach(model -> knobs.getChildren().add(KnobEditor.of(model)));
        if (!shown.knobs().isEmpty()) {
            presets.getChildren().add(new PresetMenu(workbench, new PresetEdits(draft)));
        }
    }

    private static List<Preset> presets(Optional<Document> document) {
        return document.flatMap(Document::scenario).map(Scenario::presets).orElse(List.of());
    }

    private void theme(RadioMenuItem item, Themes.Choice choice, ToggleGroup group) {
        item.setToggleGroup(group);
        item.setOnAction(_ -> themes.choiceProperty().set(choice));
        themes.choiceProperty().subscribe(now -> item.setSelected(now == choice));
    }
}
