package io.interleave.view.session;

import io.interleave.model.Knob;
import io.interleave.model.Settings;
import io.interleave.model.Value;
import io.interleave.run.Engines;
import io.interleave.run.Trust;
import io.interleave.view.fx.Messages;
import io.interleave.view.knobs.KnobModel;
import io.interleave.view.runs.RunDirectories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The whole of the window's state: the open document, its knobs, the run that is shown, and the runs before
/// it.
public final class Workbench {

    private static final int RUNS = 20;

    private final Library library;
    private final RunFeed.Source feeds;
    private final RunDirectories directories;
    private final Executor ui;
    private final int coresThere;
    private final RunSession session;
    private final ReadOnlyObjectWrapper<Optional<Document>> document = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<KnobModel>> knobs = new ReadOnlyObjectWrapper<>(List.of());
    private final IntegerProperty cores = new SimpleIntegerProperty();
    private final BooleanProperty coresPending = new SimpleBooleanProperty();
    private final BooleanProperty frozen = new SimpleBooleanProperty();
    private final ObservableList<PastRun> runs = FXCollections.observableArrayList();
    private final BooleanBinding canRun;
    private final TrustQuestion question;

    public Workbench(
            Library library,
            Engines engines,
            RunFeed.Source feeds,
            RunDirectories directories,
            Trust trust,
            Executor ui) {
        this.library = library;
        this.feeds = feeds;
        this.directories = directories;
        this.ui = ui;
        question = new TrustQuestion(trust);
        coresThere = engines.cores();
        cores.set(coresThere);
        session = new RunSession(engines, feeds, ui, this::remember);
        canRun = Bindings.createBooleanBinding(
                () -> document.get().filter(Document::isSound).isPresent()
                        && !session.state().isActive(),
                document,
                session.stateProperty());
        session.stateProperty().subscribe(_ -> updateNotes());
        cores.subscribe(_ -> updateNotes());
    }

    public Library library() {
        return library;
    }

    public RunSession session() {
        return session;
    }

    public ReadOnlyObjectProperty<Optional<Document>> documentProperty() {
        return document.getReadOnlyProperty();
    }

    /// The open scenario's knobs, in its order.
    public ReadOnlyObjectProperty<List<KnobModel>> knobsProperty() {
        return knobs.getReadOnlyProperty();
    }

    /// How many cores the next run may use.
    public IntegerProperty coresProperty() {
        return cores;
    }

    /// Whether a run is under way with another number of cores.
    public BooleanProperty coresPendingProperty() {
        return coresPending;
    }

    /// How many there are.
    public int coresThere() {
        return coresThere;
    }

    /// Whether the picture stands still. Recording goes on.
    public BooleanProperty frozenProperty() {
        return frozen;
    }

    /// The runs of this session, newest first.
    public ObservableList<PastRun> runs() {
        return runs;
    }

    public BooleanBinding canRun() {
        return canRun;
    }

    /// Opens a document with the values that it says itself. A run that goes on is stopped.
    public void open(Document opened) {
        question.withdraw();
        session.leave();
        show(opened, opened.scenario().map(Settings::of));
    }

    /// Opens a scenario file, or the directory of a run.
    public void open(Path path) {
        if (Files.isDirectory(path)) {
            Thread.ofPlatform().name("trace-reader").daemon().start(() -> {
                var read = readRun(path);
                ui.execute(read);
            });
        } else {
            open(library.open(path));
        }
    }

    /// Reads a run, and gives what then shows it.
    private Runnable readRun(Path directory) {
        try {
            return StoredRun.read(directory, feeds.open(directory), library)
                    .<Runnable>map(it -> () -> show(it))
                    .orElse(() -> open(Library.unreadable(directory, Messages.text("problem.folder"))));
        } catch (IOException failed) {
            return () -> open(
                    Library.unreadable(directory, Messages.text("problem.run", String.valueOf(failed.getMessage()))));
        }
    }

    /// What is asked before commands are started that nobody has agreed to.
    public TrustQuestion question() {
        return question;
    }

    /// Starts a run with the knobs as they are, where that is possible; asks first where the scenario has
    /// commands that nobody has agreed to.
    public void run() {
        if (canRun.get()) {
            var opened = document.get().orElseThrow();
            question.ask(opened, () -> start(opened));
        }
    }

    private void start(Document opened) {
        if (canRun.get() && document.get().filter(opened::equals).isPresent()) {
            frozen.set(false);
            session.start(new RunPlan(opened, settings(), cores.get(), directories.next(opened.name()), true));
        }
    }

    public void stop() {
        session.stop();
    }

    /// Shows an earlier run again, with its document and its knobs as they were.
    public void show(PastRun past) {
        question.withdraw();
        session.leave();
        cores.set(past.plan().cores());
        show(past.plan().document(), Optional.of(past.plan().settings()));
        session.show(past);
    }

    /// What would do away with what the run that is shown has found, and is not turned so by now.
    public Optional<Cure> cure() {
        return session.state() instanceof RunState.Ended ended
                ? ended.plan()
                        .document()
                        .scenario()
                        .flatMap(scenario ->
                                Cure.of(session.reportProperty().get().findings(), scenario, settings()))
                : Optional.empty();
    }

    /// Turns the cure's switch and runs again.
    public void apply(Cure cure) {
        knob(cure.knob().name()).valueProperty().set(new Value.Truth(cure.on()));
        run();
    }

    /// The knobs' values as they stand.
    public Settings settings() {
        var settings = Settings.of(document.get().flatMap(Document::scenario).orElseThrow());
        for (var knob : knobs.get()) {
            settings = settings.with(knob.knob().name(), knob.value());
        }
        return settings;
    }

    private KnobModel knob(String name) {
        return knobs.get().stream()
                .filter(it -> it.knob().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void show(Document opened, Optional<Settings> settings) {
        frozen.set(false);
        knobs.set(opened.scenario().stream()
                .flatMap(scenario -> scenario.knobs().stream())
                .map(knob -> model(knob, settings.orElseThrow().get(knob.name())))
                .toList());
        document.set(Optional.of(opened));
    }

    private KnobModel model(Knob knob, Value value) {
        var model = new KnobModel(knob, value);
        model.valueProperty().subscribe((_, now) -> turned(model, now));
        return model;
    }

    private void turned(KnobModel model, Value now) {
        if (model.knob().live()) {
            session.turn(model.knob().name(), now);
        }
        updateNotes();
    }

    private void updateNotes() {
        for (var model : knobs.get()) {
            model.noteProperty().set(note(model));
        }
        coresPending.set(session.state() instanceof RunState.Running running
                && running.plan().cores() != cores.get());
    }

    private KnobModel.Note note(KnobModel model) {
        return switch (session.state()) {
            case RunState.Running _ when model.knob().live() -> KnobModel.Note.LIVE;
            case RunState.Running running
            when !model.value()
                    .equals(running.plan().settings().get(model.knob().name())) -> KnobModel.Note.NEXT_RUN;
            case RunState.Running _, RunState.Idle _, RunState.Starting _, RunState.Ended _ -> KnobModel.Note.NONE;
        };
    }

    private void remember(PastRun past) {
        runs.addFirst(past);
        if (runs.size() > RUNS) {
            runs.removeLast();
        }
        directories.prune();
    }
}
