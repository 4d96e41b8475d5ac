package io.interleave.view.runs;

import io.interleave.view.compare.CompareModel;
import io.interleave.view.fx.FileDialogs;
import io.interleave.view.fx.Messages;
import io.interleave.view.session.OpenKinds;
import io.interleave.view.session.RunState;
import io.interleave.view.session.Workbench;
import io.interleave.view.store.KeptRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The list of runs: a click shows one again; two are compared; they are named, noted, pinned and deleted.
public final class RunsController {

    private final Workbench workbench;
    private final CompareModel comparing;
    private final FileDialogs dialogs;
    private Optional<MarkEdit> edit = Optional.empty();
    private ContextMenu menu = new ContextMenu();

    @FXML
    private ListView<KeptRun> list;

    public RunsController(Workbench workbench, CompareModel comparing, FileDialogs dialogs) {
        this.workbench = workbench;
        this.comparing = comparing;
        this.dialogs = dialogs;
    }

    @FXML
    private void initialize() {
        var pictures = new RunPictures();
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setItems(workbench.archive().shelf().runs());
        list.setCellFactory(_ -> new RunCell(this, pictures));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.setOnContextMenuRequested(event -> {
            // Not as the list's own menu: its keys would then act all over the window.
            menu.hide();
            menu = RunMenu.of(this, chosen());
            menu.show(list, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        list.getSelectionModel().getSelectedItems().addListener((ListChangeListener<KeptRun>)
                _ -> comparing.choose(chosen()));
        workbench.session().stateProperty().subscribe(_ -> follow());
        workbench.archive().shelf().runs().addListener((ListChangeListener<KeptRun>) _ -> follow());
    }

    /// Selects the run that is shown, unless several are selected.
    private void follow() {
        if (list.getSelectionModel().getSelectedIndices().size() > 1) {
            return;
        }
        if (workbench.session().state() instanceof RunState.Ended(var plan, var _, var _)) {
            workbench.archive().shelf().runs().stream()
                    .filter(it -> it.directory().equals(plan.directory()))
                    .findFirst()
                    .ifPresent(this::select);
        } else {
            list.getSelectionModel().clearSelection();
        }
    }

    private void select(KeptRun run) {
        int index = list.getItems().indexOf(run);
        if (list.getSelectionModel().getSelectedIndex() != index) {
            list.getSelectionModel().clearAndSelect(index);
            list.scrollTo(index);
        }
    }

    private List<KeptRun> chosen() {
        return list.getSelectionModel().getSelectedItems().stream()
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    private void pressed(KeyEvent event) {
        if (edit.isPresent() || event.isShortcutDown() || event.isAltDown() || chosen().isEmpty()) {
            return;
        }
        Runnable action = switch (event.getCode()) {
            case ENTER, SPACE -> () -> choose(chosen().getFirst());
            case F2 -> () -> edit(MarkEdit.Field.NAME);
            case N -> () -> edit(MarkEdit.Field.NOTE);
            case P -> this::pin;
            case C -> this::compare;
            case DELETE, BACK_SPACE -> this::delete;
            default -> null;
        };
        if (action != null) {
            action.run();
            event.consume();
        }
    }

    /// Opens the run; or compares it, if that was asked for.
    void choose(KeptRun run) {
        if (workbench.archive().shelf().noticeProperty().get().orElse(null)
                instanceof ShelfNotice.Comparing(var with)) {
            workbench.archive().shelf().putAway();
            if (!with.directory().equals(run.directory())) {
                comparing.compare(with, run);
            }
        } else {
            workbench.show(run);
        }
    }

    /// Compares two runs; where one is chosen, asks for the other.
    void compare() {
        var chosen = chosen();
        if (chosen.size() == 2) {
            comparing.compare(chosen.getFirst(), chosen.getLast());
        } else if (chosen.size() == 1) {
            workbench.archive().shelf().askForOther(chosen.getFirst());
        }
    }

    void pin() {
        workbench.archive().shelf().pin(chosen());
    }

    void delete() {
        workbench.delete(chosen());
    }

    Optional<MarkEdit> edit() {
        return edit;
    }

    void edit(MarkEdit.Field field) {
        edit = chosen().stream().findFirst().map(it -> new MarkEdit(it.directory(), field));
        list.refresh();
    }

    /// Takes what was typed; the same text as before changes nothing.
    void endEdit(@Nullable KeptRun run, MarkEdit ended, String text) {
        if (run == null || !edit.equals(Optional.of(ended))) {
            return;
        }
        edit = Optional.empty();
        switch (ended.field()) {
            case NAME -> workbench.archive().shelf().rename(run, text);
            case NOTE -> workbench.archive().shelf().note(run, text);
        }
        list.refresh();
        list.requestFocus();
    }

    @FXML
    private void openTrace() {
        dialogs.file(list.getScene().getWindow(), Messages.text("runs.chooser.trace"), OpenKinds.runsFirst())
                .ifPresent(this::open);
    }

    @FXML
    private void openFolder() {
        dialogs.folder(list.getScene().getWindow(), Messages.text("runs.chooser.folder"))
                .ifPresent(this::open);
    }

    private void open(Path path) {
        workbench.open(path);
    }
}
