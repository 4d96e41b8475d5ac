package io.interleave.view.tour;

import io.interleave.view.fx.Focus;
import io.interleave.view.fx.Messages;
import io.interleave.view.session.Panes;
import io.interleave.view.session.Workbench;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A card of the tour, at the place that it is about. All else of the window can be used beside it.
public final class TourController {

    private static final PseudoClass BESIDE = PseudoClass.getPseudoClass("beside");

    private final Tour tour;
    private final Workbench workbench;
    private final Panes panes;

    @FXML
    private Pane over;

    @FXML
    private VBox card;

    @FXML
    private Region arrow;

    @FXML
    private Label count;

    @FXML
    private Label title;

    @FXML
    private Label words;

    @FXML
    private Button skip;

    @FXML
    private Button back;

    @FXML
    private Button next;

    public TourController(Tour tour, Workbench workbench, Panes panes) {
        this.tour = tour;
        this.workbench = workbench;
        this.panes = panes;
    }

    @FXML
    private void initialize() {
        workbench.session().stateProperty().subscribe((_, now) -> {
            if (now.isActive()) {
                tour.ran();
            }
        });
        over.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
                scene.addPostLayoutPulseListener(() -> place(scene));
            }
        });
        tour.stopProperty().subscribe(this::show);
    }

    /// Of all keys only Esc is the tour's, and that not where something else lies above it. To whoever is in
    /// its card the arrows are what they are in a book.
    private void pressed(KeyEvent event) {
        if (!over.isVisible() || !isOnTop()) {
            return;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            skip();
            event.consume();
        } else if (event.getCode().isArrowKey() && isInCard()) {
            switch (event.getCode()) {
                case RIGHT, DOWN -> next();
                default -> back();
            }
            event.consume();
        }
    }

    private boolean isInCard() {
        return Stream.iterate(over.getScene().getFocusOwner(), Objects::nonNull, Node::getParent)
                .anyMatch(it -> it == card);
    }

    private boolean isOnTop() {
        var all = over.getParent().getChildrenUnmodifiable();
        return all.subList(all.indexOf(over) + 1, all.size()).stream().noneMatch(Node::isVisible);
    }

    private void show(Optional<Tour.Stop> stop) {
        boolean begins = !over.isVisible();
        over.setVisible(stop.isPresent());
        stop.ifPresent(it -> {
            unfold(it);
            String key = "tour." + it.name().toLowerCase(Locale.ROOT);
            count.setText(Messages.text("tour.count", it.ordinal() + 1, Tour.Stop.values().length));
            title.setText(Messages.text(key));
            words.setText(Messages.text(key + ".words"));
            skip.setVisible(!it.isLast());
            back.setDisable(it.isFirst());
            next.setText(Messages.text(it.isLast() ? "tour.done" : "tour.next"));
            arrow.pseudoClassStateChanged(BESIDE, it == Tour.Stop.GALLERY);
            over.requestLayout();
            if (begins && tour.isWanted()) {
                Focus.give(next);
            }
        });
    }

    private void unfold(Tour.Stop stop) {
        switch (stop) {
            case GALLERY -> panes.libraryProperty().set(true);
            case PICTURE -> panes.detailsProperty().set(true);
            case RUN, EDITOR -> {}
        }
    }

    /// After each layout, since what it points at may have moved.
    private void place(Scene scene) {
        tour.stopProperty().get().ifPresent(stop -> {
            var size = new Dimension2D(card.getWidth(), card.getHeight());
            var window = new Dimension2D(over.getWidth(), over.getHeight());
            var place = stop == Tour.Stop.GALLERY
                    ? Place.rightOf(target(scene, stop), size, window)
                    : Place.below(target(scene, stop), size, window);
            card.relocate(place.x(), place.y());
            arrow.relocate(place.arrowX() - Place.ARROW / 2, place.arrowY() - Place.ARROW / 2);
        });
    }

    private Bounds target(Scene scene, Tour.Stop stop) {
        return switch (stop) {
            case GALLERY -> bounds(scene.lookup("#gallery"));
            case RUN -> inBar(scene, "#run");
            case PICTURE -> endOf(bounds(scene.lookup("#picture")));
            // Its head says which views there are.
            case EDITOR ->
                panes.editorProperty().get() ? bounds(scene.lookup(".editor-head")) : inBar(scene, "#toggle-editor");
        };
    }

    /// So that what came of the run, which is below it, is not covered.
    private Bounds endOf(Bounds picture) {
        double width = Math.min(card.getWidth(), picture.getWidth());
        return new BoundingBox(picture.getMaxX() - width, picture.getMinY(), width, picture.getHeight());
    }

    /// As deep as the whole bar, so that no knob is covered.
    private Bounds inBar(Scene scene, String selector) {
        var button = bounds(scene.lookup(selector));
        var bar = bounds(scene.lookup(".run-bar"));
        return new BoundingBox(button.getMinX(), bar.getMinY(), button.getWidth(), bar.getHeight());
    }

    private Bounds bounds(Node node) {
        return over.sceneToLocal(node.localToScene(node.getLayoutBounds()));
    }

    @FXML
    private void next() {
        tour.next();
    }

    @FXML
    private void back() {
        tour.back();
    }

    @FXML
    private void skip() {
        tour.skip();
    }
}
