package io.interleave.view.timeline;

import io.interleave.analysis.CriticalPath;
import io.interleave.analysis.Timeline;
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

    private final Navigation navigation = new Navigation();
    private final LaneScroll scroll = new LaneScroll(this::stale);
    private final Attention attention = new Attention();
    private final Pointer pointer = new Pointer();
    private final Projector projector = new Projector(this, navigation, scroll, attention, pointer);
    private final Steering steering = new Steering(this, navigation, scroll, attention);
    private final LaneArranger arranger = new LaneArranger(this);
    private final Walker walker = new Walker(this);
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
    private Consumer<TimelineCommand> commands = _ -> {};
    private Consumer<Note> noteListener = _ -> {};
    private long frozenAt = Long.MAX_VALUE;

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
        getChildren().addAll(projector.nodes());
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
        focusedProperty().addListener(_ -> projector.repaint());
        sceneProperty().addListener((_, _, scene) -> projector.run(scene != null));
        new TimelineInput(this).listen();
        clear();
    }

    /// Shows a run from now on; if it grows, as it grows.
    public void show(Timeline timeline) {
        show(new TimelineSource(timeline));
    }

    void show(Source shown) {
        clear();
        projector.show(shown);
    }

    /// Shows no run, but what to do to get one.
    public void clear() {
        projector.clear();
        scroll.begin();
        attention.clear();
        route.set(Optional.empty());
        notes.clear();
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

    /// Holds the picture still, or no more. A run that is over stands still by itself.
    void toggleFrozen() {
        frozen.set(!frozen.get() && projector.isLive());
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
        projector.setSurroundings(compact ? Surroundings.NONE : Surroundings.ALL);
    }

    /// Lets the window go as far as for a run that is so long, in nanoseconds; 0 for as far as its own.
    public void setExtent(long nanos) {
        navigation.extent(nanos);
    }

    public void setDark(boolean dark) {
        projector.setTheme(Theme.of(dark));
    }

    /// What the pointer points at, in words; empty if nothing.
    public ReadOnlyStringProperty hoverTextProperty() {
        return pointer.wordsProperty();
    }

    /// Shows the run from its beginning to its end, or to the present.
    public void fitAll() {
        steering.fitAll();
    }

    /// Shows a stretch of time, in nanoseconds of the run's clock.
    public void zoomTo(long startNanos, long endNanos) {
        steering.zoomTo(startNanos, endNanos);
    }

    /// Follows a moment that moves: where it leaves what is in sight, the window goes on with it.
    public void keepInSight(long time) {
        steering.keepInSight(time);
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
        steering.reveal(chosen);
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
        return projector.source();
    }

    Projector projector() {
        return projector;
    }

    Steering steering() {
        return steering;
    }

    Pointer pointer() {
        return pointer;
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
        var shown = plan();
        var run = source();
        return shown == null || run == null
                ? Optional.empty()
                : Optional.of((kind, title, file) -> TimelinePicture.write(
                        run, shown.look().fine(), projector.theme().dark(), kind, title, file));
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
        var shown = plan();
        var note = shown == null
                ? Optional.<Note>empty()
                : Flags.at(shown, List.copyOf(notes), navigation.start(), projector.ruler(), x, y);
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
                : navigation.scale().timeAt(pointer.x() >= plotX() ? pointer.x() - plotX() : plotWidth() / 2.0);
        Note note = new Note(Math.max(0, time - navigation.start()), "");
        notes.add(note);
        return note;
    }

    /// Looks at the next lost update: from the one looked at, or from the left edge.
    public void nextConflict() {
        steering.walk(1);
    }

    public void previousConflict() {
        steering.walk(-1);
    }

    /// Lets go, one after the other, of the lost update looked at and of the selection.
    void letGo() {
        attention.letGo();
        stale();
    }

    void pointAt(double x, double y) {
        pointer.move(x, y);
        projector.point();
    }

    void pointNoMore() {
        pointer.askNoMore();
        projector.repaint();
    }

    /// What is shown, or null before there is something.
    @Nullable
    FramePlan plan() {
        return projector.plan();
    }

    int focused() {
        return attention.conflict();
    }

    Navigation navigation() {
        return navigation;
    }

    int plotX() {
        return Areas.names((int) getWidth(), projector.metrics());
    }

    int plotWidth() {
        return Areas.plotWidth((int) getWidth(), projector.metrics());
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
    void moved() {
        following.set(navigation.following());
        projector.move();
    }

    private void stale() {
        projector.stale();
    }

    @Override
    protected void layoutChildren() {
        int width = Math.max(1, (int) getWidth());
        navigation.resize(Areas.plotWidth(width, projector.metrics()));
        back.autosize();
        back.relocate(Math.rint(getWidth() - back.getWidth() - 4), 2);
        stale();
    }

    /// One pulse of the screen; `now` is the screen's clock.
    void pulse(long now) {
        projector.pulse(now);
    }

    /// Whether a button brings the present back.
    void offerPresent(boolean offers) {
        if (back.isVisible() != offers) {
            back.setVisible(offers);
        }
    }

    Highlights highlights() {
        return new Highlights(selection(), arrows.get(), route.get(), List.copyOf(notes), lines.get());
    }

    /// From when on nothing is shown.
    long until() {
        return Math.min(frozenAt, moment.get());
    }

    /// What is shown has been planned.
    void planned() {
        long start = navigation.start();
        TimeScale scale = navigation.scale();
        window.set(new Window(scale.timeAt(0) - start, scale.timeAt(plotWidth()) - start));
    }
}
