package io.interleave.view.timeline;

import static java.util.Objects.requireNonNull;

import io.interleave.analysis.CriticalPath;
import io.interleave.analysis.Lane;
import io.interleave.analysis.Timeline;
import io.interleave.trace.Clock;
import io.interleave.view.fx.Figures;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The swimlanes of a run: cores, units, locks and variables over time, live and afterwards, with their time
/// axis, legend and a minimap. Once shown, it looks at the timeline at every pulse of the screen, and paints
/// when something has changed.
///
/// To be used on the thread of the JavaFX application only.
public final class TimelineView extends Region {

    private final Screen screen = new Screen();
    private final Navigation navigation = new Navigation();
    private final FramePlanner planner = new FramePlanner(screen.ruler());
    private final LaneScroll scroll = new LaneScroll(this::stale);
    private final Button back = new Button(Words.text("back"));
    private final BooleanProperty following = new SimpleBooleanProperty(this, "following", true);
    private final BooleanProperty frozen = new SimpleBooleanProperty(this, "frozen", false);
    private final BooleanProperty arrows = new SimpleBooleanProperty(this, "arrows", false);
    private final ObjectProperty<Arrangement> arrangement =
            new SimpleObjectProperty<>(this, "arrangement", Arrangement.PLAIN);
    private final ObjectProperty<Optional<CriticalPath>> route =
            new SimpleObjectProperty<>(this, "route", Optional.empty());
    private final ObjectProperty<BitSet> lines = new SimpleObjectProperty<>(this, "lines", new BitSet());
    private final LongProperty moment = new SimpleLongProperty(this, "moment", Long.MAX_VALUE);
    private final ReadOnlyObjectWrapper<Window> window = new ReadOnlyObjectWrapper<>(this, "window", Window.NOTHING);
    private final ObservableList<Note> notes = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper hoverText = new ReadOnlyStringWrapper(this, "hoverText", "");
    private final PulseTimer timer = new PulseTimer(this::pulse);

    private final Pacing pacing = new Pacing();
    private final Detail detail = new Detail();
    private final Attention attention = new Attention();
    private final LaneArranger arranger = new LaneArranger(this);
    private final Walker walker = new Walker(this);
    private @Nullable Watch watch;
    private @Nullable FramePlan plan;
    private Consumer<TimelineCommand> commands = _ -> {};
    private Consumer<Note> noteListener = _ -> {};
    private Hover hover = Hover.NOTHING;
    private Theme theme = Theme.LIGHT;
    private Surroundings surroundings = Surroundings.ALL;
    private long frozenAt = Long.MAX_VALUE;
    private double pointerX = -1;
    private double pointerY = -1;
    private boolean pointing;
    private boolean planStale = true;
    private boolean paintStale = true;
    private boolean wordsStale;

    public TimelineView() {
        getStyleClass().add("timeline-view");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleRoleDescription(Words.text("view.name"));
        setAccessibleHelp(Words.text("view.help"));
        setAccessibleText(Words.text("empty.text"));
        setMinSize(200, 120);
        setPrefSize(900, 500);
        back.getStyleClass().add("accent");
        back.setOnAction(_ -> following.set(true));
        getChildren().addAll(screen.nodes());
        getChildren().addAll(scroll.bar(), back);
        following.addListener((_, _, follows) -> changeFollowing(follows));
        frozen.addListener((_, _, freezes) -> changeFrozen(freezes));
        arrangement.addListener(_ -> stale());
        arrows.addListener(_ -> stale());
        route.addListener(_ -> stale());
        lines.addListener(_ -> stale());
        moment.addListener(_ -> stale());
        notes.addListener((ListChangeListener<Note>) _ -> stale());
        attention.selectionProperty().addListener(_ -> stale());
        focusedProperty().addListener(_ -> paintStale = true);
        sceneProperty().addListener((_, _, scene) -> {
            if (scene == null) {
                timer.stop();
            } else {
                timer.start();
            }
        });
        new TimelineInput(this).listen();
        clear();
    }

    /// Shows a run from now on; if it grows, as it grows.
    public void show(Timeline timeline) {
        show(new TimelineSource(timeline));
    }

    void show(Source shown) {
        clear();
        watch = new Watch(shown, navigation);
    }

    /// Shows no run, but what to do to get one.
    public void clear() {
        watch = null;
        plan = null;
        planner.forget();
        scroll.begin();
        attention.clear();
        route.set(Optional.empty());
        notes.clear();
        hover(Hover.NOTHING);
        frozen.set(false);
        following.set(true);
        back.setVisible(false);
        stale();
    }

    /// Whether the right edge is the present. Scrolling or zooming ends it; setting it brings the present back.
    public BooleanProperty followingProperty() {
        return following;
    }

    /// Whether the picture stands still while the run goes on.
    public BooleanProperty frozenProperty() {
        return frozen;
    }

    /// How the lanes are arranged; stays from run to run.
    public ObjectProperty<Arrangement> arrangementProperty() {
        return arrangement;
    }

    /// What is selected.
    public ReadOnlyObjectProperty<Selection> selectionProperty() {
        return attention.selectionProperty();
    }

    /// Whether what led to what is shown of all that is in sight.
    public BooleanProperty arrowsProperty() {
        return arrows;
    }

    /// The way through the lanes that is highlighted.
    public ObjectProperty<Optional<CriticalPath>> routeProperty() {
        return route;
    }

    /// The lines of the scenario, from 1, at whose steps the units' lanes are underlined.
    public ObjectProperty<BitSet> linesProperty() {
        return lines;
    }

    /// The moment, on the run's clock, from which on nothing is shown; `Long.MAX_VALUE` for all there is.
    public LongProperty momentProperty() {
        return moment;
    }

    /// The stretch of time that is shown; {@link #show(Window)} moves it.
    public ReadOnlyObjectProperty<Window> windowProperty() {
        return window.getReadOnlyProperty();
    }

    /// The places that are marked.
    public ObservableList<Note> notes() {
        return notes;
    }

    /// Leaves legend and minimap away, where another timeline beside it has them.
    public void setCompact(boolean compact) {
        surroundings = compact ? Surroundings.NONE : Surroundings.ALL;
        stale();
    }

    /// Lets the window go as far as for a run that is so long, in nanoseconds; 0 for as far as its own.
    public void setExtent(long nanos) {
        navigation.extent(nanos);
    }

    public void setDark(boolean dark) {
        theme = Theme.of(dark);
        paintStale = true;
    }

    /// What the pointer points at, in words; empty if nothing.
    public ReadOnlyStringProperty hoverTextProperty() {
        return hoverText.getReadOnlyProperty();
    }

    /// Shows the run from its beginning to its end, or to the present.
    public void fitAll() {
        navigation.fitAll();
        moved();
    }

    /// Shows a stretch of time, in nanoseconds of the run's clock.
    public void zoomTo(long startNanos, long endNanos) {
        navigation.zoomTo(startNanos, endNanos);
        moved();
    }

    /// Follows a moment that moves: where it leaves what is in sight, the window goes on with it.
    public void keepInSight(long time) {
        double x = navigation.scale().x(time);
        if (time != Long.MAX_VALUE && (x < 0 || x > plotWidth() * 0.95)) {
            navigation.show(navigation.scale().panned(Math.rint(x - plotWidth() * 0.1)));
            moved();
        }
    }

    /// Shows a stretch of time.
    public void show(Window wanted) {
        if (!wanted.equals(window.get())) {
            long start = navigation.start();
            zoomTo(start + wanted.from(), start + wanted.to());
        }
    }

    /// Selects it.
    public void select(Selection chosen) {
        attention.select(chosen);
    }

    /// Selects it and brings it into sight, unfolding what it is folded into.
    public void reveal(Selection chosen) {
        attention.select(chosen);
        LaneKey lane = chosen.lane();
        if (lane != null) {
            arranger.unfold(lane);
            makePlan();
            bringIntoSight(lane);
        }
        if (chosen.hasTime()) {
            pointing = false;
            navigation.bringIntoSight(chosen.from(), chosen.to());
            moved();
        }
    }

    private void bringIntoSight(LaneKey lane) {
        var shown = plan;
        if (shown != null) {
            scroll.bringIntoSight(shown, lane.kind(), lane.subject());
        }
    }

    Selection selection() {
        return attention.selection();
    }

    /// The lane that is selected, or of which a span is; null if none.
    @Nullable
    LaneKey selectedLane() {
        return selection().lane();
    }

    /// What the picture is made from, or null before there is a run.
    @Nullable
    Source source() {
        var run = watch;
        return run == null ? null : run.source();
    }

    LaneArranger arranger() {
        return arranger;
    }

    Walker walker() {
        return walker;
    }

    /// Sorts the units by what is known of them now.
    public void sort(Arrangement.Order order) {
        arranger.sort(order);
    }

    /// What writes a picture of what is shown now, on any thread; empty where nothing is shown.
    public Optional<ShownPicture> picture() {
        var shown = plan;
        var run = watch;
        return shown == null || run == null
                ? Optional.empty()
                : Optional.of((kind, title, file) ->
                        TimelinePicture.write(run.source(), shown.look().fine(), theme.dark(), kind, title, file));
    }

    /// Who does what is asked for by keys, but lies beside the timeline.
    public void setOnCommand(Consumer<TimelineCommand> listener) {
        commands = listener;
    }

    /// Who is told of a click on a mark.
    public void setOnNote(Consumer<Note> listener) {
        noteListener = listener;
    }

    /// A click on a mark's flag.
    ///
    /// @return whether there is one at that place
    boolean clickedNote(double x, double y) {
        var shown = plan;
        var note = shown == null
                ? Optional.<Note>empty()
                : Flags.at(shown, List.copyOf(notes), navigation.start(), screen.ruler(), x, y);
        note.ifPresent(noteListener);
        return note.isPresent();
    }

    void command(TimelineCommand command) {
        commands.accept(command);
    }

    /// Marks the moment at the pointer, or the beginning of what is selected.
    ///
    /// @return the mark
    public Note mark() {
        long time = selection().hasTime()
                ? selection().from()
                : navigation.scale().timeAt(pointerX >= plotX() ? pointerX - plotX() : plotWidth() / 2.0);
        Note note = new Note(Math.max(0, time - navigation.start()), "");
        notes.add(note);
        return note;
    }

    /// Looks at the next lost update: from the one looked at, or from the left edge.
    public void nextConflict() {
        walk(1);
    }

    public void previousConflict() {
        walk(-1);
    }

    private void walk(int direction) {
        var shown = watch;
        if (shown == null) {
            return;
        }
        int next = attention.next(shown.source(), navigation, direction);
        if (next >= 0) {
            focusConflict(next);
        }
    }

    void focusConflict(int conflict) {
        var source = requireNonNull(watch).source();
        attention.lookAt(conflict);
        pointing = false;
        navigation.show(attention.around(source, plotWidth()));
        bringIntoSight(source);
        moved();
    }

    private void bringIntoSight(Source source) {
        var shown = plan;
        if (shown == null) {
            return;
        }
        for (int unit : attention.units(source)) {
            scroll.bringIntoSight(shown, Lane.Kind.UNIT, unit);
        }
    }

    /// Lets go, one after the other, of the lost update looked at and of the selection.
    void letGo() {
        attention.letGo();
        stale();
    }

    /// Zooms to the selection; to the whole run where there is none or it is in sight already.
    void focusSelection() {
        var window = attention.window(plotWidth(), navigation.scale());
        if (window == null) {
            fitAll();
        } else {
            navigation.show(window);
            moved();
        }
    }

    void zoomAt(double factor, double x) {
        navigation.zoom(factor, Math.clamp(x - plotX(), 0, plotWidth()));
        moved();
    }

    void pan(double pixels) {
        navigation.pan(pixels);
        moved();
    }

    void panTo(long time) {
        navigation.centre(time);
        moved();
    }

    void scrollBy(double pixels) {
        scroll.by(pixels);
    }

    void pointAt(double x, double y) {
        pointerX = x;
        pointerY = y;
        pointing = true;
        updateHover();
        paintStale = true;
    }

    /// Until the pointer moves, what is said of what is under it is not in the way: it was clicked, and is told of
    /// elsewhere.
    void pointNoMore() {
        pointing = false;
        paintStale = true;
    }

    Hover hover() {
        return hover;
    }

    /// What is shown, or null before there is something.
    @Nullable
    FramePlan plan() {
        return plan;
    }

    int focused() {
        return attention.conflict();
    }

    Navigation navigation() {
        return navigation;
    }

    double pointerX() {
        return pointerX;
    }

    int plotX() {
        return Areas.names((int) getWidth(), screen.metrics());
    }

    int plotWidth() {
        return Areas.plotWidth((int) getWidth(), screen.metrics());
    }

    private void changeFollowing(boolean follows) {
        if (follows != navigation.following()) {
            navigation.following(follows);
        }
        if (follows) {
            attention.leaveConflict();
            frozen.set(false);
        }
        stale();
    }

    private void changeFrozen(boolean freezes) {
        navigation.frozen(freezes);
        frozenAt = freezes ? navigation.now() : Long.MAX_VALUE;
        stale();
    }

    /// After the window was moved by hand.
    private void moved() {
        following.set(navigation.following());
        detail.move();
        stale();
    }

    private void stale() {
        planStale = true;
        paintStale = true;
    }

    @Override
    protected void layoutChildren() {
        int width = Math.max(1, (int) getWidth());
        navigation.resize(Areas.plotWidth(width, screen.metrics()));
        back.autosize();
        back.relocate(Math.rint(getWidth() - back.getWidth() - 4), 2);
        stale();
    }

    /// One pulse of the screen; `now` is the screen's clock.
    void pulse(long now) {
        if (getWidth() < 1 || getHeight() < 1) {
            return;
        }
        var shown = watch;
        // A plan is of the run as it is now: it must not be of an older window.
        if (shown != null && (planStale || pacing.isDue(now))) {
            readNews(shown, now);
        }
        planStale |= detail.refines(now);
        if (planStale || paintStale) {
            draw(now);
        }
        if (wordsStale && !detail.moves(now)) {
            speak();
        }
    }

    private void draw(long now) {
        long begin = Clock.now();
        if (planStale) {
            makePlan();
        }
        if (paintStale) {
            paint();
        }
        long took = Clock.now() - begin;
        pacing.painted(now, took);
        detail.made(now, took);
    }

    private void readNews(Watch shown, long pulse) {
        TimeScale before = navigation.scale();
        planStale |= shown.look(navigation, pulse) && !frozen.get();
        planStale |= !before.equals(navigation.scale());
        boolean offers = !shown.ended() && !navigation.following();
        if (back.isVisible() != offers) {
            back.setVisible(offers);
        }
    }

    private void makePlan() {
        planStale = false;
        paintStale = true;
        var shown = watch;
        if (shown == null) {
            return;
        }
        Look look = new Look(
                (int) getWidth(),
                (int) getHeight(),
                screen.metrics(),
                navigation.scale(),
                arrangement.get(),
                new Highlights(selection(), arrows.get(), route.get(), List.copyOf(notes), lines.get()),
                scroll.pixels(),
                Math.min(frozenAt, moment.get()),
                attention.conflict(),
                detail.grain(),
                frozen.get(),
                surroundings);
        var made = shown.source().look(still -> planner.plan(still, shown.summarized(), look));
        plan = made;
        scroll.fit(made, getWidth());
        long start = navigation.start();
        TimeScale scale = navigation.scale();
        window.set(new Window(scale.timeAt(0) - start, scale.timeAt(plotWidth()) - start));
        updateHover();
    }

    private void updateHover() {
        var shown = plan;
        hover(
                watch == null || shown == null || pointerX < 0
                        ? Hover.NOTHING
                        : watch.source().look(still -> new HoverWords(still, shown).at(pointerX, pointerY)));
    }

    private void hover(Hover words) {
        hover = words;
        hoverText.set(words.words());
    }

    private void paint() {
        paintStale = false;
        int width = (int) getWidth();
        int height = (int) getHeight();
        var run = watch;
        var shown = plan;
        if (run == null || shown == null || isBare(shown)) {
            String key = run == null ? "empty.text" : "empty.waiting";
            screen.paintEmpty(width, height, Words.text("empty.title"), Words.text(key), theme);
            setAccessibleText(Words.text(key));
            return;
        }
        Hover card = attention.card(run);
        Selection selection = attention.selection();
        TimeScale scale = shown.look().scale();
        boolean range = selection instanceof Selection.Range;
        Overlay overlay = new Overlay(
                pointing ? hover : Hover.NOTHING,
                pointerX,
                pointerY,
                plotX() + scale.x(selection.from()),
                range ? plotX() + scale.x(selection.to()) : Double.NEGATIVE_INFINITY,
                range ? Words.text("selection", Figures.duration(selection.to() - selection.from())) : "",
                card);
        screen.paint(shown, overlay, theme, isFocusVisible());
        wordsStale = true;
    }

    /// Whether no unit is known yet: what is there before will be laid out anew with the first.
    private static boolean isBare(FramePlan shown) {
        return shown.live() && shown.inventory().units() == 0
                || shown.lanes().isEmpty() && shown.layout().rows().isEmpty();
    }

    /// What a screen reader says, once the picture does not move: the lost update looked at, what is selected, what
    /// is pointed at, or all in short.
    private void speak() {
        wordsStale = false;
        var run = watch;
        var shown = plan;
        if (run == null || shown == null) {
            return;
        }
        Hover card = attention.card(run);
        String selected = selection() instanceof Selection.Nothing
                ? ""
                : run.source()
                        .look(still -> SelectionWords.of(still, selection()).words());
        String words = !card.title().isEmpty() ? card.words() : !selected.isEmpty() ? selected : hover.words();
        setAccessibleText(words.isEmpty() ? shown.summary() : words);
    }
}
