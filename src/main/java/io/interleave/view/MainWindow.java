package io.interleave.view;

import io.interleave.view.compare.CompareController;
import io.interleave.view.compare.CompareModel;
import io.interleave.view.details.DetailsController;
import io.interleave.view.details.OutputController;
import io.interleave.view.details.ProblemsController;
import io.interleave.view.editor.Draft;
import io.interleave.view.editor.EditorController;
import io.interleave.view.editor.blocks.BlocksController;
import io.interleave.view.editor.code.CodeController;
import io.interleave.view.editor.files.Desk;
import io.interleave.view.editor.files.FileActions;
import io.interleave.view.editor.files.FileMenuController;
import io.interleave.view.editor.files.FileNoticeController;
import io.interleave.view.editor.files.FileStateController;
import io.interleave.view.editor.files.FileWatch;
import io.interleave.view.editor.files.FilesHome;
import io.interleave.view.editor.files.OutsideChanges;
import io.interleave.view.editor.files.Saver;
import io.interleave.view.editor.files.TemplatesController;
import io.interleave.view.editor.files.WorkingCopies;
import io.interleave.view.editor.help.WordsController;
import io.interleave.view.editor.help.WordsModel;
import io.interleave.view.editor.text.TextController;
import io.interleave.view.editor.text.TextEditor;
import io.interleave.view.fx.Background;
import io.interleave.view.fx.ControllerFactory;
import io.interleave.view.fx.FileDialogs;
import io.interleave.view.fx.Fxml;
import io.interleave.view.fx.Messages;
import io.interleave.view.fx.Themes;
import io.interleave.view.fx.TypeSize;
import io.interleave.view.fx.Ui;
import io.interleave.view.gallery.GalleryController;
import io.interleave.view.knobs.RunBarController;
import io.interleave.view.outcome.OutcomeController;
import io.interleave.view.picture.PictureController;
import io.interleave.view.reading.ExportController;
import io.interleave.view.reading.Playback;
import io.interleave.view.reading.ReadingController;
import io.interleave.view.reading.SelectionController;
import io.interleave.view.reading.StepsNow;
import io.interleave.view.runs.RunsController;
import io.interleave.view.runs.ShelfController;
import io.interleave.view.session.Panes;
import io.interleave.view.session.Workbench;
import io.interleave.view.status.StatusController;
import io.interleave.view.timeline.TimelineView;
import io.interleave.view.tour.Tour;
import io.interleave.view.tour.TourController;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/// The one window: its views, its theme, and the keys that act wherever the focus is.
public final class MainWindow {

    private static final double MIN_WIDTH = 800;
    private static final double MIN_HEIGHT = 560;

    private final Workbench workbench;
    private final Themes themes;
    private final FileDialogs dialogs;
    private final CompareModel comparing;
    private final Panes panes = new Panes();
    private final TimelineView timeline = new TimelineView();
    private final Playback playback = new Playback();
    private final Ui ui = new Ui();
    private final Executor background = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("timeline-reader").daemon().factory());
    private final Executor reader = Background.behindWindow("scenario-reader");
    private final Draft draft = new Draft(reader, ui);
    private final WorkingCopies copies;
    private final OutsideChanges outside;
    private final FileActions files;
    private final Tour tour = new Tour();
    private final WordsModel words;
    private final Fxml views;
    private final Scene scene;

    public MainWindow(Workbench workbench, Themes themes, FilesHome home, double width, double height) {
        this(workbench, themes, FileDialogs.OF_SYSTEM, home, width, height);
    }

    public MainWindow(
            Workbench workbench, Themes themes, FileDialogs dialogs, FilesHome home, double width, double height) {
        this.workbench = workbench;
        this.themes = themes;
        this.dialogs = dialogs;
        workbench.lookBy(reader);
        comparing = new CompareModel(workbench);
        copies = new WorkingCopies(draft, workbench, home, ui);
        outside = new OutsideChanges(copies, home, ui);
        files = new FileActions(copies, new Saver(copies, home, ui), outside, dialogs);
        words = new WordsModel(draft, workbench, reader, ui);
        var desk = new Desk(draft, workbench, copies);
        desk.keep();
        draft.selectionProperty().subscribe(_ -> timeline.linesProperty().set(desk.linesOfRun()));
        workbench
                .session()
                .feedProperty()
                .subscribe(_ -> timeline.linesProperty().set(desk.linesOfRun()));
        views = new Fxml(controllers());
        scene = new Scene(views.load("main"), width, height);
        scene.getStylesheets()
                .addAll(
                        Objects.requireNonNull(MainWindow.class.getResource("/io/interleave/view/interleave.css"))
                                .toExternalForm(),
                        TypeSize.sheet());
        addKeys();
    }

    /// Puts the window on the screen.
    public void show(Stage stage) {
        stage.titleProperty().bind(copies.nameProperty().map(it -> Messages.text("window.title.document", it)));
        var watch = new FileWatch(outside, ui);
        stage.focusedProperty().subscribe(outside::look);
        stage.setOnHidden(_ -> watch.close());
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        stage.setScene(scene);
        stage.show();
        focus("#run");
    }

    /// Lists what was edited and not saved when the program ended before, and opens what was open of it, unless
    /// something else is asked for.
    ///
    /// @return whether something was opened
    public boolean recover(boolean open) {
        var left = copies.recover().filter(_ -> open);
        left.ifPresent(copy -> {
            copies.open(copy);
            panes.editorProperty().set(true);
        });
        return left.isPresent();
    }

    /// Begins the tour beside whatever is done, without taking the keys.
    public void offerTour() {
        tour.offer();
    }

    /// Each shows something that is made when it is first wanted.
    public List<Runnable> views() {
        var all = new ArrayList<Runnable>();
        all.add(files::offerTemplates);
        all.add(() -> files.choosingProperty().set(false));
        all.add(() -> panes.editorProperty().set(true));
        for (var view : Panes.View.values()) {
            all.add(() -> panes.viewProperty().set(view));
        }
        all.add(this::offerTour);
        all.add(() -> panes.keysProperty().set(true));
        return List.copyOf(all);
    }

    public Scene scene() {
        return scene;
    }

    private ControllerFactory controllers() {
        return new ControllerFactory()
                .with(
                        MainController.class,
                        () -> new MainController(workbench, panes, copies, files, comparing, tour, views, ui))
                .with(TrustController.class, () -> new TrustController(workbench.question()))
                .with(KeysController.class, () -> new KeysController(panes, tour))
                .with(RunBarController.class, () -> new RunBarController(workbench, draft, themes, panes))
                .with(GalleryController.class, () -> new GalleryController(workbench, copies))
                .with(RunsController.class, () -> new RunsController(workbench, comparing, dialogs))
                .with(
                        ShelfController.class,
                        () -> new ShelfController(workbench.archive().shelf(), comparing))
                .with(CompareController.class, () -> new CompareController(comparing, themes, ui))
                .with(MessageController.class, () -> new MessageController(workbench))
                .with(PictureController.class, () -> new PictureController(workbench, themes, timeline))
                .with(
                        ReadingController.class,
                        () -> new ReadingController(workbench, timeline, playback, panes, background, ui))
                .with(
                        ExportController.class,
                        () -> new ExportController(workbench, timeline, themes, dialogs, background, ui))
                .with(SelectionController.class, () -> new SelectionController(workbench, timeline, background, ui))
                .with(DetailsController.class, () -> new DetailsController(workbench, panes, timeline, draft))
                .with(OutcomeController.class, () -> new OutcomeController(workbench))
                .with(OutputController.class, () -> new OutputController(workbench))
                .with(FileMenuController.class, () -> new FileMenuController(copies, files))
                .with(FileStateController.class, () -> new FileStateController(copies, files))
                .with(FileNoticeController.class, () -> new FileNoticeController(copies, outside))
                .with(TemplatesController.class, () -> new TemplatesController(files, panes, themes))
                .with(
                        BlocksController.class,
                        () -> new BlocksController(
                                draft, reader, ui, () -> panes.viewProperty().set(Panes.View.TEXT)))
                .with(EditorController.class, () -> new EditorController(draft, panes, views))
                .with(
                        TextController.class,
                        () -> new TextController(
                                draft, new StepsNow(workbench, timeline, playback), themes, reader, ui))
                .with(CodeController.class, () -> new CodeController(draft, workbench, panes, dialogs, reader, ui))
                .with(WordsController.class, () -> new WordsController(words))
                .with(TourController.class, () -> new TourController(tour, workbench, panes))
                .with(ProblemsController.class, () -> new ProblemsController(workbench, draft, panes))
                .with(StatusController.class, () -> new StatusController(workbench));
    }

    private void addKeys() {
        key("Shortcut+R", workbench::run);
        key("Shortcut+Period", workbench::stop);
        key(
                "Shortcut+B",
                () -> panes.libraryProperty().set(!panes.libraryProperty().get()));
        key(
                "Shortcut+Shift+O",
                () -> ((MenuButton) scene.lookup("#open-run"))
                        .getItems()
                        .getFirst()
                        .fire());
        key("Shortcut+N", files::offerTemplates);
        key("Shortcut+O", () -> files.open(scene.getWindow()));
        key("Shortcut+S", () -> files.save(scene.getWindow()));
        key("Shortcut+Shift+S", () -> files.saveAs(scene.getWindow()));
        key(
                "Shortcut+E",
                () -> panes.editorProperty().set(!panes.editorProperty().get()));
        key("F1", this::showWord);
        var paneKeys = new PaneKeys(scene);
        key("F6", () -> paneKeys.go(1));
        key("Shift+F6", () -> paneKeys.go(-1));
        key("Shortcut+Z", draft::undo);
        key("Shortcut+Shift+Z", draft::redo);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.Q && isPlain(event)) {
                panes.detailsProperty().set(!panes.detailsProperty().get());
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE && panes.keysProperty().get()) {
                panes.keysProperty().set(false);
                event.consume();
            }
        });
        scene.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            if (event.getCharacter().equals("?") && !isTyping()) {
                panes.keysProperty().set(true);
                event.consume();
            }
        });
    }

    private void showWord() {
        words.chooseSelected();
        panes.viewProperty().set(Panes.View.WORDS);
        panes.editorProperty().set(true);
    }

    private void key(String combination, Runnable action) {
        scene.getAccelerators().put(KeyCombination.valueOf(combination), action);
    }

    private boolean isPlain(KeyEvent event) {
        return !event.isShortcutDown() && !event.isAltDown() && !isTyping();
    }

    private boolean isTyping() {
        return scene.getFocusOwner() instanceof TextInputControl || TextEditor.isEdited(scene.getFocusOwner());
    }

    private void focus(String selector) {
        Node node = scene.lookup(selector);
        if (node != null) {
            node.requestFocus();
        }
    }
}
