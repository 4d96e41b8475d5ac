package io.interleave.view;

import io.interleave.view.compare.CompareModel;
import io.interleave.view.editor.files.FileActions;
import io.interleave.view.editor.files.WorkingCopies;
import io.interleave.view.fx.Fxml;
import io.interleave.view.fx.TypeSize;
import io.interleave.view.fx.Ui;
import io.interleave.view.session.Panes;
import io.interleave.view.session.Workbench;
import io.interleave.view.tour.Tour;
import java.io.File;
import java.util.Optional;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/// Lays the window's parts out, folds its side panes, and takes files that are dropped onto it.
public final class MainController {

    private static final double LIBRARY_WIDTH = 17.2 * TypeSize.em();
    /// Of the window's width: titles are long.
    private static final double LIBRARY_LEAST = 0.15;

    private static final double LIBRARY_MOST = 0.26;
    private static final double EDITOR_WIDTH = 31 * TypeSize.em();
    private static final double DETAILS_SHARE = 0.25;
    /// Where the type is large and the window is not.
    private static final double DETAILS_LARGEST_SHARE = 0.34;

    private static final double DETAILS_LEAST = 15 * TypeSize.em();
    private static final double DETAILS_MOST = 24 * TypeSize.em();

    private final Workbench workbench;
    private final Panes panes;
    private final WorkingCopies copies;
    private final FileActions files;
    private final CompareModel comparing;
    private final Tour tour;
    private final Fxml views;
    private final Ui ui;

    // Kept, since a binding that nobody holds is collected.
    private final BooleanBinding editorWanted;

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

    /// The picture, and beside it the editor.
    @FXML
    private SplitPane beside;

    public MainController(
            Workbench workbench,
            Panes panes,
            WorkingCopies copies,
            FileActions files,
            CompareModel comparing,
            Tour tour,
            Fxml views,
            Ui ui) {
        this.workbench = workbench;
        this.panes = panes;
        this.copies = copies;
        this.files = files;
        this.comparing = comparing;
        this.tour = tour;
        this.views = views;
        this.ui = ui;
        editorWanted = panes.editorProperty().or(panes.editorAwaitedProperty());
    }

    @FXML
    private void initialize() {
        SplitPane.setResizableWithParent(left, false);
        SplitPane.setResizableWithParent(detailsPane, false);
        fold(across, left, 0, panes.libraryProperty());
        fold(down, detailsPane, 1, panes.detailsProperty());
        across.widthProperty().subscribe((before, width) -> {
            if (before.doubleValue() == 0) {
                across.setDividerPositions(
                        Math.clamp(LIBRARY_WIDTH / width.doubleValue(), LIBRARY_LEAST, LIBRARY_MOST));
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
        views.loadWhen(editorWanted, "editor", this::placeWhenWanted);
        views.loadWhen(files.choosingProperty(), "templates", root.getChildren()::add);
        // Below the list of keys, which is as large as the window.
        views.loadWhen(
                tour.stopProperty().map(Optional::isPresent),
                "tour",
                it -> root.getChildren().add(1, it));
        views.loadWhen(panes.keysProperty(), "keys", root.getChildren()::add);
        views.loadWhen(workbench.question().askedProperty().map(Optional::isPresent), "trust", root.getChildren()::add);
        root.setOnDragOver(this::dragged);
        root.setOnDragDropped(this::dropped);
    }

    /// The editor takes long to be made and styled. One that is only awaited does so out of sight, below all else.
    private void placeWhenWanted(Node editor) {
        if (panes.editorProperty().get()) {
            place(editor);
            return;
        }
        editor.setManaged(false);
        editor.resize(EDITOR_WIDTH, beside.getHeight());
        root.getChildren().addFirst(editor);
        panes.editorAwaitedProperty().subscribe((_, _) -> root.getChildren().remove(editor));
        Subscription[] waiting = new Subscription[1];
        waiting[0] = panes.editorProperty().subscribe((_, _) -> {
            waiting[0].unsubscribe();
            root.getChildren().remove(editor);
            editor.setManaged(true);
            place(editor);
        });
    }

    private void place(Node editor) {
        SplitPane.setResizableWithParent(editor, false);
        beside.getItems().add(editor);
        // What was being edited is shown before the window is.
        beside.widthProperty().subscribe((before, width) -> {
            if (before.doubleValue() == 0) {
                beside.setDividerPositions(divider(width.doubleValue()));
            }
        });
        beside.setDividerPositions(divider(beside.getWidth()));
        fold(beside, editor, 1, panes.editorProperty());
    }

    /// The editor has what it needs, and at most half of the width.
    private static double divider(double width) {
        return 1 - EDITOR_WIDTH / Math.max(2 * EDITOR_WIDTH, width);
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
        double least = Math.min(DETAILS_LEAST, DETAILS_LARGEST_SHARE * height);
        return Math.clamp(DETAILS_SHARE * height, least, DETAILS_MOST);
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
        var dropped = event.getDragboard().getFiles().stream().map(File::toPath).toList();
        copies.openAll(dropped);
        event.setDropCompleted(!dropped.isEmpty());
        event.consume();
    }
}
