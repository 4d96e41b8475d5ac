package io.interleave.view.timeline;

import io.interleave.trace.Clock;
import io.interleave.view.fx.Figures;
import java.util.List;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// Keeps the picture up to date: looks at the run at every pulse of the screen, plans and paints where something has
/// changed, and says it to a screen reader once it rests.
final class Projector {

    private final TimelineView view;
    private final Navigation navigation;
    private final LaneScroll scroll;
    private final Attention attention;
    private final Pointer pointer;
    private final Screen screen = new Screen();
    private final FramePlanner planner = new FramePlanner(screen.ruler());
    private final PulseTimer timer = new PulseTimer(this::pulse);
    private final Pacing pacing = new Pacing();
    private final Detail detail = new Detail();
    private @Nullable Watch watch;
    private @Nullable FramePlan plan;
    private Theme theme = Theme.LIGHT;
    private Surroundings surroundings = Surroundings.ALL;
    private boolean planStale = true;
    private boolean paintStale = true;
    private boolean wordsStale;

    Projector(TimelineView view, Navigation navigation, LaneScroll scroll, Attention attention, Pointer pointer) {
        this.view = view;
        this.navigation = navigation;
        this.scroll = scroll;
        this.attention = attention;
        this.pointer = pointer;
    }

    List<Node> nodes() {
        return screen.nodes();
    }

    Metrics metrics() {
        return screen.metrics();
    }

    TextRuler ruler() {
        return screen.ruler();
    }

    /// What is shown, or null before there is something.
    @Nullable
    FramePlan plan() {
        return plan;
    }

    /// What the picture is made from, or null before there is a run.
    @Nullable
    Source source() {
        var run = watch;
        return run == null ? null : run.source();
    }

    /// Whether there is a run that goes on.
    boolean isLive() {
        var run = watch;
        return run != null && !run.ended();
    }

    Theme theme() {
        return theme;
    }

    void setTheme(Theme chosen) {
        theme = chosen;
        repaint();
    }

    void setSurroundings(Surroundings chosen) {
        surroundings = chosen;
        stale();
    }

    /// Looks at each pulse from now on, or no more.
    void run(boolean runs) {
        if (runs) {
            timer.start();
        } else {
            timer.stop();
        }
    }

    void show(Source shown) {
        watch = new Watch(shown, navigation);
    }

    void clear() {
        watch = null;
        plan = null;
        planner.forget();
        pointer.look(null, null);
        stale();
    }

    /// The window is being moved.
    void move() {
        detail.move();
        stale();
    }

    /// What is shown has changed.
    void stale() {
        planStale = true;
        paintStale = true;
    }

    /// How it looks has changed.
    void repaint() {
        paintStale = true;
    }

    /// The pointer has moved.
    void point() {
        pointer.look(watch, plan);
        repaint();
    }

    /// One pulse of the screen; `now` is the screen's clock.
    void pulse(long now) {
        if (view.getWidth() < 1 || view.getHeight() < 1) {
            return;
        }
        var run = watch;
        // A plan is of the run as it is now: it must not be of an older window.
        if (run != null && (planStale || pacing.isDue(now))) {
            readNews(run, now);
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

    private void readNews(Watch run, long pulse) {
        TimeScale before = navigation.scale();
        boolean changed = run.look(navigation, pulse);
        planStale |= changed && (!view.frozenProperty().get() || run.ended());
        planStale |= !before.equals(navigation.scale());
        view.offerPresent(isLive() && !navigation.following());
    }

    void makePlan() {
        planStale = false;
        paintStale = true;
        var run = watch;
        if (run == null) {
            return;
        }
        Look look = new Look(
                (int) view.getWidth(),
                (int) view.getHeight(),
                screen.metrics(),
                navigation.scale(),
                view.arrangementProperty().get(),
                view.highlights(),
                scroll.pixels(),
                view.until(),
                attention.conflict(),
                detail.grain(),
                view.frozenProperty().get(),
                surroundings);
        var made = run.source().look(still -> planner.plan(still, run.summarized(), look));
        plan = made;
        scroll.fit(made, view.getWidth());
        view.planned();
        pointer.look(run, made);
    }

    private void paint() {
        paintStale = false;
        int width = (int) view.getWidth();
        int height = (int) view.getHeight();
        var run = watch;
        var shown = plan;
        if (run == null || shown == null || isBare(shown)) {
            String key = run == null ? "empty.text" : "empty.waiting";
            screen.paintEmpty(width, height, Words.text("empty.title"), Words.text(key), theme);
            view.setAccessibleText(Words.text(key));
            return;
        }
        screen.paint(shown, overlay(run, shown), theme, view.isFocusVisible());
        wordsStale = true;
    }

    /// Whether no unit is known yet: what is there before will be laid out anew with the first.
    private static boolean isBare(FramePlan shown) {
        return shown.live() && shown.inventory().units() == 0
                || shown.lanes().isEmpty() && shown.layout().rows().isEmpty();
    }

    private Overlay overlay(Watch run, FramePlan shown) {
        Selection selection = attention.selection();
        TimeScale scale = shown.look().scale();
        boolean range = selection instanceof Selection.Range;
        int plotX = view.plotX();
        return new Overlay(
                pointer.answer(),
                pointer.x(),
                pointer.y(),
                plotX + scale.x(selection.from()),
                range ? plotX + scale.x(selection.to()) : Double.NEGATIVE_INFINITY,
                range ? Words.text("selection", Figures.duration(selection.to() - selection.from())) : "",
                attention.card(run));
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
        Selection selection = attention.selection();
        String selected = selection instanceof Selection.Nothing
                ? ""
                : run.source().look(still -> SelectionWords.of(still, selection).words());
        String pointed = pointer.hover().words();
        String words = !card.title().isEmpty() ? card.words() : !selected.isEmpty() ? selected : pointed;
        view.setAccessibleText(words.isEmpty() ? shown.summary() : words);
    }
}
