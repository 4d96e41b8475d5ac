package io.interleave.view.session;

import io.interleave.model.Knob;
import io.interleave.model.Settings;
import io.interleave.model.Value;
import io.interleave.run.Engines;
import io.interleave.run.Trust;
import io.interleave.view.fx.Messages;
import io.interleave.view.knobs.KnobModel;
import io.interleave.view.runs.RunShelf;
import io.interleave.view.store.KeptRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;

/// The whole of the window's state: the open document, its knobs, the run that is shown, and the runs before
/// it.
public final class Workbench {

    /// Of so many runs of this session the window still knows all it has told, without reading them again.
    private static final int REMEMBERED = 20;

    private final Library library;
    private final RunShelf shelf;
    private final RunOpener opener;
    private final int coresThere;
    private final RunSession session;
    private final ReadOnlyObjectWrapper<Optional<Document>> document = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<KnobModel>> knobs = new ReadOnlyObjectWrapper<>(List.of());
    private final IntegerProperty cores = new SimpleIntegerProperty();
    private final BooleanProperty coresPending = new SimpleBooleanProperty();
    private final BooleanProperty frozen = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Optional<String>> message = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Map<Path, PastRun> remembered = new LinkedHashMap<>();
    private final BooleanBinding canRun;
    private final TrustQuestion question;

    public Workbench(Library library, Engines engines, RunFeed.Source feeds, RunShelf shelf, Trust trust, Executor ui) {
        this.library = library;
        this.shelf = shelf;
        opener = new RunOpener(feeds, library, ui);
        question = new TrustQuestion(trust);
        coresThere = engines.cores();
        cores.set(coresThere);
        session = new RunSession(engines, feeds, ui, this::remember);
        canRun = Bindings.createBooleanBinding(
                () -> document.get().filter(Document::isSound).isPresent()
                        && !session.state().isActive(),
                document,
                session.stateProperty());
        shelf.keepThose(this::shownRun);
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

    /// The runs of now and earlier.
    public RunShelf shelf() {
        return shelf;
    }

    /// Reads what is opened.
    public RunOpener opener() {
        return opener;
    }

    /// Why something could not be opened, in whole sentences; empty once that was seen.
    public ReadOnlyObjectProperty<Optional<String>> messageProperty() {
        return message.getReadOnlyProperty();
    }

    public void tell(String problem) {
        message.set(Optional.of(problem));
    }

    /// The message has been seen.
    public void putMessageAway() {
        message.set(Optional.empty());
    }

    public BooleanBinding canRun() {
        return canRun;
    }

    /// Opens a document with the values that it says itself. A run that goes on is stopped.
    public void open(Document opened) {
        leave();
        show(opened, opened.scenario().map(Settings::of));
    }

    /// Opens a scenario file, a trace, or the directory of a run. Where a run cannot be opened, that is told,
    /// and all else stays as it is.
    public void open(Path path) {
        switch (OpenedFile.of(path)) {
            case SCENARIO -> open(library.open(path));
            case RUN, TRACE -> openRun(path.toAbsolutePath().normalize());
            case PACKED -> openPacked(path);
            case FOLDER -> tell(Messages.text("open.folder", path.getFileName().toString()));
        }
    }

    private void openRun(Path path) {
        var listed = shelf.runs().stream()
                .filter(it -> it.directory().equals(path) || it.trace().equals(path))
                .findFirst();
        if (listed.isPresent()) {
            show(listed.get());
            return;
        }
        opener.read(path, reading -> {
            if (reading instanceof RunReading.Read read) {
                shelf.addOpened(read.past());
            }
            show(reading);
        });
    }

    /// A run that comes as a single file has to be unpacked before it can be shown.
    private void openPacked(Path file) {
        tell(Messages.text("open.packed", file.getFileName().toString()));
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
            session.start(new RunPlan(opened, settings(), cores.get(), shelf.next(opened.name()), true));
        }
    }

    public void stop() {
        session.stop();
    }

    /// Shows an earlier run again, with its document and its knobs as they were.
    public void show(KeptRun run) {
        var known = remembered.get(run.directory());
        if (known != null && (run.place() == KeptRun.Place.NOWHERE || Files.exists(run.trace()))) {
            showKnobs(known);
            session.show(known);
            return;
        }
        opener.read(run, reading -> {
            if (reading instanceof RunReading.Read read) {
                learn(run, read);
            }
            show(reading);
        });
    }

    /// Keeps what reading a run has told of it, where that was not known.
    ///
    /// @return the run as it is known now
    public KeptRun learn(KeptRun run, RunReading.Read read) {
        boolean known = run.result().isPresent() && Files.exists(run.picture());
        return run.place() == KeptRun.Place.STORE && !known
                ? shelf.add(read.past(), Optional.of(read.feed().timeline()))
                : run;
    }

    private void show(RunReading reading) {
        switch (reading) {
            case RunReading.Read(var past, var feed) -> {
                showKnobs(past);
                session.show(past, feed);
            }
            case RunReading.Unreadable(var why) -> tell(why);
        }
    }

    private void showKnobs(PastRun past) {
        leave();
        cores.set(past.plan().cores());
        show(past.plan().document(), Optional.of(past.plan().settings()));
    }

    /// Takes runs off the list, and off the window if one of them is shown.
    public void delete(List<KeptRun> runs) {
        if (runs.stream().anyMatch(it -> shownRun().contains(it.directory()))) {
            session.leave();
        }
        runs.forEach(it -> remembered.remove(it.directory()));
        shelf.delete(runs);
    }

    /// The directory of the run that is shown or goes on, if there is one.
    private Set<Path> shownRun() {
        return switch (session.state()) {
            case RunState.Idle _ -> Set.of();
            case RunState.Starting(var plan, var _) -> Set.of(plan.directory());
            case RunState.Running(var plan, var _, var _, var _) -> Set.of(plan.directory());
            case RunState.Ended(var plan, var _, var _) -> Set.of(plan.directory());
        };
    }

    /// Nothing of what was before stays.
    private void leave() {
        question.withdraw();
        opener.cancel();
        putMessageAway();
        session.leave();
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

    private void remember(PastRun past, Optional<RunFeed> read) {
        remembered.put(past.plan().directory(), past);
        if (remembered.size() > REMEMBERED) {
            remembered.remove(remembered.keySet().iterator().next());
        }
        shelf.add(past, read.map(RunFeed::timeline));
    }
}
