package io.interleave.view.session;

import io.interleave.analysis.Finding;
import io.interleave.lint.Fix;
import io.interleave.model.Knob;
import io.interleave.model.KnobText;
import io.interleave.model.Reading;
import io.interleave.model.Settings;
import io.interleave.model.Value;
import io.interleave.run.Engines;
import io.interleave.run.Trust;
import io.interleave.view.fx.Latest;
import io.interleave.view.knobs.KnobModel;
import io.interleave.view.runs.RunShelf;
import io.interleave.view.store.KeptRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.util.Subscription;

/// The whole of the window's state: the open document, its knobs, the run that is shown, and the runs before
/// it.
public final class Workbench {

    private final Library library;
    private final Archive archive;
    private final int coresThere;
    private final RunSession session;
    private final ReadOnlyObjectWrapper<Optional<Document>> document = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<KnobModel>> knobs = new ReadOnlyObjectWrapper<>(List.of());
    private final IntegerProperty cores = new SimpleIntegerProperty();
    private final BooleanProperty coresPending = new SimpleBooleanProperty();
    private final BooleanProperty frozen = new SimpleBooleanProperty();
    private final BooleanBinding canRun;
    private final TrustQuestion question;
    private final Executor ui;
    private OrderCures orders;
    private Runnable settle = () -> {};
    private Consumer<Fix> edit = _ -> {};

    public Workbench(Library library, Engines engines, RunFeed.Source feeds, RunShelf shelf, Trust trust, Executor ui) {
        this.library = library;
        archive = new Archive(shelf, new RunOpener(feeds, library, ui));
        question = new TrustQuestion(trust);
        this.ui = ui;
        orders = new OrderCures(new Latest(Runnable::run, ui));
        coresThere = engines.cores();
        cores.set(coresThere);
        session = new RunSession(engines, feeds, ui, archive::remember);
        canRun = Bindings.createBooleanBinding(
                () -> document.get().filter(Document::isSound).isPresent()
                        && !session.state().isActive(),
                document,
                session.stateProperty());
        shelf.keepThose(this::shownRun);
        session.stateProperty().subscribe(_ -> updateNotes());
        session.feedProperty().subscribe(this::begun);
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
    public Archive archive() {
        return archive;
    }

    public BooleanBinding canRun() {
        return canRun;
    }

    /// Opens a document with the values that it says itself. A run that goes on is stopped.
    public void open(Document opened) {
        leave();
        show(opened, opened.scenario().map(Settings::of));
    }

    /// The open document was edited: its knobs stay as they are turned, as far as there are such, and so does the run
    /// that is shown.
    ///
    /// @param reading of `text`
    public void revise(String text, Reading reading) {
        document.get()
                .map(it -> it.revised(text, reading))
                .filter(it -> !document.get().filter(it::equals).isPresent())
                .ifPresent(revised -> {
                    question.withdraw();
                    var before = knobs.get();
                    knobs.set(revised.scenario().stream()
                            .flatMap(scenario -> scenario.knobs().stream())
                            .map(knob -> after(before, knob))
                            .toList());
                    document.set(Optional.of(revised));
                    updateNotes();
                });
    }

    /// The open document was saved to that file; the run that is shown stays.
    public void saved(Path file) {
        document.set(document.get().map(it -> it.in(file)));
    }

    /// A knob after an edit. One of which the start was edited starts there.
    private KnobModel after(List<KnobModel> before, Knob knob) {
        var same = before.stream()
                .filter(it -> it.knob().name().equals(knob.name()))
                .filter(it -> it.knob().initial().equals(knob.initial()))
                .findFirst();
        if (same.filter(it -> it.knob().equals(knob)).isPresent()) {
            return same.get();
        }
        var kept = same.map(KnobModel::value)
                .map(value -> KnobText.parse(knob, KnobText.format(value)))
                .filter(KnobText.Accepted.class::isInstance)
                .map(it -> ((KnobText.Accepted) it).value());
        return model(knob, kept.orElse(knob.initial()));
    }

    /// Opens a scenario file, a trace, or the directory of a run. Where a run cannot be opened, that is told,
    /// and all else stays as it is.
    public void open(Path path) {
        switch (OpenedFile.of(path)) {
            case SCENARIO -> open(library.open(path));
            case RUN, TRACE -> archive.read(path.toAbsolutePath().normalize(), this::show);
            case PACKED -> archive.unpack(path, this::show);
            case FOLDER -> archive.tellNoRun(path);
        }
    }

    /// What is asked before commands are started that nobody has agreed to.
    public TrustQuestion question() {
        return question;
    }

    /// @param settled sees to it that the open document is what is seen of it, before it is run
    public void settleBy(Runnable settled) {
        settle = settled;
    }

    /// @param background finds out what takes longer than a frame; to be said before anything is opened
    public void lookBy(Executor background) {
        orders = new OrderCures(new Latest(background, ui));
    }

    /// @param edits applies a change that was made for the open document's text
    public void editBy(Consumer<Fix> edits) {
        edit = edits;
    }

    /// Starts a run with the knobs as they are, where that is possible; asks first where the scenario has
    /// commands that nobody has agreed to.
    public void run() {
        settle.run();
        if (canRun.get()) {
            var opened = document.get().orElseThrow();
            question.ask(opened, () -> start(opened));
        }
    }

    private void start(Document opened) {
        if (canRun.get() && document.get().filter(opened::equals).isPresent()) {
            frozen.set(false);
            session.start(
                    new RunPlan(opened, settings(), cores.get(), archive.shelf().next(opened.name()), true));
        }
    }

    private void begun(Optional<RunFeed> feed) {
        if (feed.isPresent() && session.state().isActive()) {
            session.state().shown().ifPresent(archive.shelf()::begun);
        }
    }

    public void stop() {
        session.stop();
    }

    /// Shows an earlier run again, with its document and its knobs as they were.
    public void show(KeptRun run) {
        var known = archive.remembered(run);
        if (known.isPresent()) {
            showKnobs(known.get());
            session.show(known.get());
        } else {
            archive.read(run, this::show);
        }
    }

    private void show(RunReading.Read read) {
        showKnobs(read.past());
        session.show(read.past(), read.feed());
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
        archive.delete(runs);
    }

    /// The directory of the run that is shown or goes on, if there is one.
    private Set<Path> shownRun() {
        return session.state().shown().map(RunPlan::directory).stream().collect(Collectors.toSet());
    }

    /// Nothing of what was before stays.
    private void leave() {
        question.withdraw();
        archive.opener().cancel();
        archive.putMessageAway();
        session.leave();
    }

    /// What would do away with what the run that is shown has found, and is not turned so by now. Of a run that
    /// goes on only with what will never change any more: a deadlock.
    public Optional<Cure> cure() {
        var findings = session.reportProperty().get().findings();
        return switch (session.state()) {
            case RunState.Ended ended -> cure(findings, ended.plan());
            case RunState.Running running
            when !running.stopAsked() ->
                cure(
                        findings.stream()
                                .filter(Finding.Deadlock.class::isInstance)
                                .toList(),
                        running.plan());
            case RunState.Idle _, RunState.Starting _, RunState.Running _ -> Optional.empty();
        };
    }

    /// Changes when a cure has been found that had to be looked for.
    public ReadOnlyObjectProperty<Optional<OrderCure>> orderProperty() {
        return orders.foundProperty();
    }

    private Optional<Cure> cure(List<Finding> findings, RunPlan plan) {
        return plan.document()
                .scenario()
                .flatMap(scenario -> SwitchCure.of(findings, scenario, settings()))
                .<Cure>map(it -> it)
                .or(() -> document.get().flatMap(it -> orders.of(findings, it, settings())));
    }

    /// Does what the cure says and runs again, once what still runs has been stopped.
    public void apply(Cure cure) {
        if (!session.state().isActive()) {
            switch (cure) {
                case SwitchCure(var knob, boolean on) ->
                    knob(knob.name()).valueProperty().set(new Value.Truth(on));
                case OrderCure(var fix) -> edit.accept(fix);
            }
            run();
            return;
        }
        var plan = session.state().shown();
        var waiting = new Subscription[1];
        waiting[0] = session.stateProperty().subscribe((_, state) -> {
            if (!state.isActive()) {
                waiting[0].unsubscribe();
                if (state.shown().equals(plan)) {
                    apply(cure);
                }
            }
        });
        stop();
    }

    /// The knobs' values as they stand.
    public Settings settings() {
        var settings = Settings.of(document.get().flatMap(Document::scenario).orElseThrow());
        for (var knob : knobs.get()) {
            settings = settings.with(knob.knob().name(), knob.value());
        }
        return settings;
    }

    /// Turns all knobs.
    ///
    /// @param wanted of the open scenario
    public void turn(Settings wanted) {
        knobs.get().forEach(it -> it.valueProperty().set(wanted.get(it.knob().name())));
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
}
