package io.interleave.view;

import io.interleave.view.compare.CompareModel;
import io.interleave.view.fx.Fxml;
import io.interleave.view.fx.Ui;
import io.interleave.view.session.Panes;
import io.interleave.view.session.Workbench;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;

/// Lays the window's parts out, folds its side panes, and takes files that are dropped onto it.
public final class MainController {

    private static final double LIBRARY_WIDTH = 224;
    private static final double DETAILS_SHARE = 0.25;
    private static final double DETAILS_LEAST = 180;
    private static final double DETAILS_MOST = 320;

    private final Workbench workbench;
    private final Panes panes;
    private final CompareModel comparing;
    private final Fxml views;
    private final Ui ui;

    /// Whether the user has said how much of the height the details should have.
    private boolean isDivided;

    @FXML
    private StackPane root;

    @FXML
    private SplitPane across;

    @FXML
    private SplitPane down;

    @FXML
    private SplitPane left;

    @FXML
    private Node detailsPane;

    @FXML
    private StackPane middle;

    public MainController(Workbench workbench, Panes panes, CompareModel comparing, Fxml views, Ui ui) {
        this.workbench = workbench;
        this.panes = panes;
        this.comparing = comparing;
        this.views = views;
        this.ui = ui;
    }

    @FXML
    private void initialize() {
        SplitPane.setResizableWithParent(left, false);
        SplitPane.setResizableWithParent(detailsPane, false);
        fold(across, left, 0, panes.libraryProperty());
        fold(down, detailsPane, 1, panes.detailsProperty());
        across.widthProperty().subscribe((before, width) -> {
            if (before.doubleValue() == 0) {
                across.setDividerPositions(LIBRARY_WIDTH / width.doubleValue());
            }
        });
        // In its own layout a split pane would put the divider back.
        down.heightProperty().subscribe(_ -> ui.later(this::divide));
        down.addEventFilter(
                MouseEvent.MOUSE_DRAGGED,
                event -> isDivided |= event.getTarget() instanceof Node node && isDivider(node));
        // Below the message, which may tell of what is compared.
        views.loadWhen(
                comparing.showingProperty(),
                "compare",
                it -> middle.getChildren().add(1, it));
        views.loadWhen(panes.keysProperty(), "keys", root.getChildren()::add);
        views.loadWhen(workbench.question().askedProperty().map(Optional::isPresent), "trust", root.getChildren()::add);
        root.setOnDragOver(this::dragged);
        root.setOnDragDropped(this::dropped);
    }

    /// Gives the details their share of the height.
    private void divide() {
        double height = down.getHeight();
        if (height > 0 && !isDivided && down.getItems().contains(detailsPane)) {
            down.setDividerPositions(1 - details(height) / height);
        }
    }

    /// Also what a divider is grabbed by.
    private static boolean isDivider(Node node) {
        return node.getStyleClass().contains("split-pane-divider")
                || node.getParent() != null && node.getParent().getStyleClass().contains("split-pane-divider");
    }

    private static double details(double height) {
        return Math.clamp(DETAILS_SHARE * height, DETAILS_LEAST, DETAILS_MOST);
    }

    /// Takes `pane` out of `split` and puts it back where the divider was.
    private static void fold(SplitPane split, Node pane, int place, BooleanProperty shown) {
        var divider = new double[] {split.getDividerPositions()[0]};
        shown.subscribe((_, wanted) -> {
            if (wanted) {
                split.getItems().add(place, pane);
                split.setDividerPositions(divider);
            } else {
                divider[0] = split.getDividerPositions()[0];
                split.getItems().remove(pane);
            }
        });
    }

    private void dragged(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        var files = event.getDragboard().getFiles();
        if (!files.isEmpty()) {
            open(files.getFirst().toPath());
        }
        event.setDropCompleted(!files.isEmpty());
        event.consume();
    }

    private void open(Path file) {
        workbench.open(file);
    }
}
