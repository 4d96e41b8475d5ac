package io.interleave.view.timeline;

import io.interleave.analysis.Lane;
import io.interleave.analysis.LostUpdates;
import io.interleave.analysis.Timeline;
import javafx.animation.AnimationTimer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;

/// The swimlanes of a run: cores, units, locks and variables over time, live and afterwards, with their time axis, legend and a
/// minimap. Once shown, it looks at the timeline at every pulse of the screen, and paints when something has changed.
///
/// To be used on the thread of the JavaFX application only.
public final class TimelineView extends Region {

    private static final long SUMMARY_EVERY = 200_000_000;

    private final Screen screen = new Screen();
    private final Navigation navigation = new Navigation();
    private final FramePlanner planner = new FramePlanner(screen.pen());
    private final ScrollBar scrollBar = new ScrollBar();
    private final Button back = new Button(Words.text("back"));
    private final BooleanProperty following = new SimpleBooleanProperty(this, "following", true);
    private final BooleanProperty frozen = new SimpleBooleanProperty(this, "frozen", false);
    private final ReadOnlyStringWrapper hoverText = new ReadOnlyStringWrapper(this, "hoverText", "");
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long pulse) {
            pulse(pulse);
        }
    };

    private Source source;
    private RunSummary summary;
    private RunSummary.Result summarized = RunSummary.Result.NONE;
    private long summarizedAt;
    private Known known = Known.NOTHING;
    private FramePlan plan;
    private Hover hover = Hover.NOTHING;
    private Theme theme = Theme.LIGHT;
    private int scroll;
    private int focused = -1;
    private long frozenAt = Long.MAX_VALUE;
    private boolean selected;
    private long selectedFrom;
    private long selectedTo;
    private double pointerX = -1;
    private double pointerY = -1;
    private boolean pointing;
    private boolean planStale = true;
    private boolean paintStale = true;

    /// By what it is noticed that there is something new.
    private record Known(long now, long events, int lanes, int conflicts, int findings, boolean ended) {

        static final Known NOTHING = new Known(Long.MIN_VALUE, 0, 0, 0, 0, false);

        static Known of(Source source) {
            return new Known(
                    source.now(),
                    source.eventsKept(),
                    source.lanes().size(),
                    source.lostUpdates().size(),
                    source.findings().size(),
                    source.ended());
        }
    }

    public TimelineView() {
        getStyleClass().add("timeline-view");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleRoleDescription(Words.text("view.name"));
        setAccessibleHelp(Words.text("view.help"));
        setAccessibleText(Words.text("empty.text"));
        setMinSize(200, 120);
        setPrefSize(900, 500);
        scrollBar.setOrientation(Orientation.VERTICAL);
        scrollBar.setVisible(false);
        scrollBar.setFocusTraversable(false);
        scrollBar.valueProperty().addListener((_, _, value) -> scrollTo(value.intValue()));
        back.setVisible(false);
        back.getStyleClass().add("accent");
        back.setOnAction(_ -> following.set(true));
        getChildren().addAll(screen.canvas(), scrollBar, back);
        following.addListener((_, _, follows) -> changeFollowing(follows));
        frozen.addListener((_, _, freezes) -> changeFrozen(freezes));
        focusedProperty().addListener(_ -> paintStale = true);
        sceneProperty().addListener((_, _, scene) -> {
            if (scene == null) {
                timer.stop();
            } else {
                timer.start();
            }
        });
        new TimelineInput(this).listen();
    }

    /// Shows a run from now on; if it grows, as it grows.
    public void show(Timeline timeline) {
        show(new TimelineSource(timeline));
    }

    void show(Source shown) {
        clear();
        source = shown;
        source.look(still -> {
            begin(still);
            return null;
        });
    }

    private void begin(Source still) {
        navigation.begin(still.start(), still.now(), still.ended());
        summary = new RunSummary(still.start());
        summarizedAt = 0;
    }

    /// Shows no run, but what to do to get one.
    public void clear() {
        source = null;
        summary = null;
        summarized = RunSummary.Result.NONE;
        summarizedAt = 0;
        known = Known.NOTHING;
        plan = null;
        scroll = 0;
        focused = -1;
        selected = false;
        hover(Hover.NOTHING);
        frozen.set(false);
        following.set(true);
        scrollBar.setVisible(false);
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

    /// Looks at the next lost update: from the one looked at, or from the left edge.
    public void nextConflict() {
        walk(1);
    }

    public void previousConflict() {
        walk(-1);
    }

    private void walk(int direction) {
        if (source == null) {
            return;
        }
        int next = source.look(still -> {
            LostUpdates lost = still.lostUpdates();
            int at = focused;
            if (at < 0 || at >= lost.size()) {
                at = lost.firstAtOrAfter(navigation.scale().timeAt(0)) - (direction > 0 ? 1 : 0);
            }
            return lost.size() == 0 ? -1 : Math.clamp(at + direction, 0, lost.size() - 1);
        });
        if (next >= 0) {
            focusConflict(next);
        }
    }

    void focusConflict(int conflict) {
        focused = conflict;
        selected = false;
        pointing = false;
        source.look(still -> {
            navigation.show(Navigation.around(still.lostUpdates(), conflict, plotWidth()));
            return null;
        });
        bringIntoSight(conflict);
        moved();
    }

    private void bringIntoSight(int conflict) {
        if (plan == null) {
            return;
        }
        int[] units = source.look(still ->
                new int[] {still.lostUpdates().lostUnit(conflict), still.lostUpdates().overwriter(conflict)});
        for (int unit : units) {
            LaneLayout.Row row = plan.layout().of(Lane.Kind.UNIT, unit);
            int room = plan.areas().plot().height();
            if (row != null && (row.y() < scroll || row.bottom() > scroll + room)) {
                scroll = Math.clamp(row.y() - room / 3, 0, Math.max(0, plan.layout().height() - room));
            }
        }
    }

    /// Lets go, one after the other, of the lost update looked at and of the selection.
    void letGo() {
        if (focused >= 0) {
            focused = -1;
        } else {
            selected = false;
        }
        stale();
    }

    /// Zooms to the selection; to the whole run where there is none or it is in sight already.
    void focusSelection() {
        TimeScale target = TimeScale.fitting(selectedFrom, Math.max(selectedTo, selectedFrom + 1), plotWidth());
        if (selected && !target.equals(navigation.scale())) {
            navigation.show(target);
            moved();
        } else {
            fitAll();
        }
    }

    void select(long from, long to) {
        selected = to > from;
        selectedFrom = from;
        selectedTo = to;
        paintStale = true;
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
        if (plan != null) {
            scrollTo((int) Math.round(scroll + pixels));
        }
    }

    private void scrollTo(int target) {
        int most = plan == null ? 0 : Math.max(0, plan.layout().height() - plan.areas().plot().height());
        int limited = Math.clamp(target, 0, most);
        if (limited != scroll) {
            scroll = limited;
            stale();
        }
    }

    void pointAt(double x, double y) {
        pointerX = x;
        pointerY = y;
        pointing = true;
        updateHover();
        paintStale = true;
    }

    Hover hover() {
        return hover;
    }

    FramePlan plan() {
        return plan;
    }

    int focused() {
        return focused;
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
            focused = -1;
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
        screen.canvas().relocate(0, 0);
        back.autosize();
        back.relocate(Math.rint(getWidth() - back.getWidth() - 4), 2);
        stale();
    }

    /// One pulse of the screen; `now` is the screen's clock.
    void pulse(long now) {
        if (getWidth() < 1 || getHeight() < 1) {
            return;
        }
        if (source != null) {
            readNews(now);
        }
        if (planStale) {
            makePlan();
        }
        if (paintStale) {
            paint();
        }
    }

    private void readNews(long pulse) {
        TimeScale before = navigation.scale();
        source.look(still -> {
            Known news = Known.of(still);
            boolean changed = !news.equals(known);
            known = news;
            if (still.start() != navigation.start()) {
                // Where a run begins is not known before its first record has come.
                begin(still);
            }
            navigation.advance(still.now(), still.ended(), pulse);
            if (changed && !frozen.get()) {
                planStale = true;
            }
            if (summarizedAt == 0 || pulse - summarizedAt > SUMMARY_EVERY && changed || still.ended() && changed) {
                summarized = summary.update(still);
                summarizedAt = pulse;
            }
            return null;
        });
        planStale |= !before.equals(navigation.scale());
        boolean offers = !known.ended() && !navigation.following();
        if (back.isVisible() != offers) {
            back.setVisible(offers);
        }
    }

    private void makePlan() {
        planStale = false;
        paintStale = true;
        if (source == null) {
            return;
        }
        Look look = new Look(
                (int) getWidth(),
                (int) getHeight(),
                screen.metrics(),
                navigation.scale(),
                scroll,
                frozenAt,
                focused,
                frozen.get(),
                false);
        plan = source.look(still -> planner.plan(still, summarized, look));
        int room = plan.areas().plot().height();
        int most = Math.max(0, plan.layout().height() - room);
        scroll = Math.min(scroll, most);
        scrollBar.setVisible(most > 0);
        scrollBar.setMax(most);
        scrollBar.setVisibleAmount((double) most * room / Math.max(1, plan.layout().height()));
        scrollBar.setValue(scroll);
        double width = Math.min(screen.metrics().margin(), scrollBar.prefWidth(-1));
        scrollBar.resizeRelocate(getWidth() - width, plan.areas().plot().y(), width, room);
        updateHover();
    }

    private void updateHover() {
        hover(source == null || plan == null || pointerX < 0
                ? Hover.NOTHING
                : source.look(still -> new HoverWords(still, plan).at(pointerX, pointerY)));
    }

    private void hover(Hover words) {
        hover = words;
        hoverText.set(words.words());
    }

    private void paint() {
        paintStale = false;
        int width = (int) getWidth();
        int height = (int) getHeight();
        if (source == null || plan == null || plan.lanes().isEmpty() && plan.layout().rows().isEmpty()) {
            String key = source == null ? "empty.text" : "empty.waiting";
            screen.paintEmpty(width, height, Words.text("empty.title"), Words.text(key), theme);
            setAccessibleText(Words.text(key));
            return;
        }
        Hover card = focused < 0 ? Hover.NOTHING : source.look(still -> ConflictWords.of(still, focused));
        TimeScale scale = plan.look().scale();
        Overlay overlay = new Overlay(
                pointing ? hover : Hover.NOTHING,
                pointerX,
                pointerY,
                plotX() + scale.x(selectedFrom),
                selected ? plotX() + scale.x(selectedTo) : Double.NEGATIVE_INFINITY,
                selected ? Words.text("selection", TimeText.duration(selectedTo - selectedFrom)) : "",
                card);
        screen.paint(plan, overlay, theme, isFocusVisible());
        String words = card.title().isEmpty() ? hover.words() : card.words();
        setAccessibleText(words.isEmpty() ? plan.summary() : words);
    }
}
