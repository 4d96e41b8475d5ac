package io.interleave.view.reading;

import io.interleave.analysis.Lane;
import io.interleave.analysis.Timeline;
import io.interleave.trace.Clock;
import io.interleave.view.fx.Messages;
import io.interleave.view.fx.Pulse;
import io.interleave.view.fx.TypeSize;
import io.interleave.view.session.Panes;
import io.interleave.view.session.RunFeed;
import io.interleave.view.session.Workbench;
import io.interleave.view.timeline.LaneKey;
import io.interleave.view.timeline.TimelineCommand;
import io.interleave.view.timeline.TimelineView;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The bar above the picture: looking for names, exact times, playing slowly, the critical path, arrows.
public final class ReadingController {

    /// Flows that are sorted at a time, and how often at most: a trace has no more.
    private static final int PORTION = 50_000;

    private static final int MOST_PORTIONS = 1_000;

    /// Beside a title and the buttons, which grow little with the type, there is no room for both fields below.
    private static final double NARROW = 215 + 21.5 * TypeSize.em();

    /// What a word to look for needs, and how much of the width at most.
    private static final double WORD = 7 * TypeSize.em();

    private static final double MOST_FOR_A_WORD = 0.26;

    private static final ObservableValue<Boolean> TRUE = new ReadOnlyBooleanWrapper(true);
    private static final ObservableValue<Double> COMPUTED =
            new ReadOnlyDoubleWrapper(Region.USE_COMPUTED_SIZE).asObject();

    private final Workbench workbench;
    private final TimelineView timeline;
    private final Playback playback;
    private final Panes panes;
    private final RouteFinder routes;
    private final Executor background;
    private final MarkKeeper marks;
    private final SearchModel search = new SearchModel();

    /// Whether exact times are about to be typed where there is room for one field.
    private final BooleanProperty goingTo = new SimpleBooleanProperty();

    private long lastPulse;

    @FXML
    private Region bar;

    @FXML
    private TextField find;

    @FXML
    private Button previous;

    @FXML
    private Button next;

    @FXML
    private Label found;

    @FXML
    private TextField times;

    @FXML
    private Button play;

    @FXML
    private FontIcon playIcon;

    @FXML
    private Button stopPlaying;

    @FXML
    private ComboBox<Integer> speed;

    @FXML
    private ToggleButton route;

    @FXML
    private ToggleButton arrows;

    public ReadingController(
            Workbench workbench,
            TimelineView timeline,
            Playback playback,
            Panes panes,
            Executor background,
            Executor ui) {
        this.workbench = workbench;
        this.timeline = timeline;
        this.playback = playback;
        this.panes = panes;
        this.background = background;
        routes = new RouteFinder(background, ui);
        marks = new MarkKeeper(workbench, timeline, background, ui);
    }

    @FXML
    private void initialize() {
        var feed = workbench.session().feedProperty();
        feed.subscribe(this::shown);
        showWhile(bar, feed.map(Optional::isPresent));
        found.textProperty().bind(search.statusProperty());
        showWhile(previous, find.textProperty().isNotEmpty());
        showWhile(next, find.textProperty().isNotEmpty());
        found.managedProperty().bind(search.statusProperty().isNotEmpty());
        find.textProperty().subscribe((_, text) -> current().ifPresent(it -> search.look(it, text)));
        find.addEventFilter(KeyEvent.KEY_PRESSED, this::findKey);
        times.setOnAction(_ -> goTo());
        times.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                showTimes();
                timeline.requestFocus();
                event.consume();
            }
        });
        times.focusedProperty().subscribe((_, focused) -> {
            if (focused) {
                times.selectAll();
            } else {
                showTimes();
                goingTo.set(false);
            }
        });
        timeline.windowProperty().subscribe(_ -> showTimes());
        arrows.selectedProperty().bindBidirectional(timeline.arrowsProperty());
        timeline.routeProperty().subscribe(it -> route.setSelected(it.isPresent()));
        timeline.setOnCommand(this::command);
        timeline.setOnNote(new NoteEditor(timeline)::edit);
        bindPlayback();
        placeFields();
    }

    /// Where there is room for one field it is the one for words, until the other one is asked for.
    private void placeFields() {
        var room = bar.parentProperty()
                .flatMap(it -> ((Region) it).widthProperty())
                .map(Number::doubleValue)
                .orElse(0.0);
        var narrow = room.map(it -> it > 0 && it < NARROW);
        showWhile(times, narrow.flatMap(it -> it ? goingTo : TRUE));
        showWhile(find, narrow.flatMap(it -> it ? goingTo.not() : TRUE));
        var word = room.map(it -> Math.min(WORD, MOST_FOR_A_WORD * it));
        find.minWidthProperty().bind(word);
        times.minWidthProperty().bind(narrow.flatMap(it -> it ? word : COMPUTED));
        // Whoever plays needs no words, and all buttons.
        bar.minWidthProperty()
                .bind(playback.momentProperty()
                        .map(it -> it.longValue() == Playback.NEVER ? Region.USE_COMPUTED_SIZE : 0));
    }

    /// What has no use yet takes no room.
    private static void showWhile(Node node, ObservableValue<Boolean> wanted) {
        node.visibleProperty().bind(wanted);
        node.managedProperty().bind(node.visibleProperty());
    }

    private void bindPlayback() {
        timeline.momentProperty().bind(playback.momentProperty());
        speed.getItems().setAll(Playback.SPEEDS);
        speed.setConverter(new Slowness());
        speed.valueProperty().bindBidirectional(playback.slownessProperty());
        var played = playback.momentProperty().isNotEqualTo(Playback.NEVER);
        showWhile(speed, played);
        showWhile(stopPlaying, played);
        var pulse = new Pulse(this::advance);
        playback.playingProperty().subscribe(playing -> {
            playIcon.setIconLiteral(playing ? "fth-pause" : "fth-play");
            lastPulse = Clock.now();
            pulse.runWhile(playing);
            if (playing) {
                panes.viewProperty().set(Panes.View.TEXT);
                panes.editorProperty().set(true);
            }
        });
        playback.momentProperty().subscribe(moment -> timeline.keepInSight(moment.longValue()));
    }

    private void shown(Optional<RunFeed> feed) {
        playback.stop();
        routes.forget();
        search.forget();
        find.clear();
        marks.shown();
        feed.map(RunFeed::timeline).ifPresent(it -> background.execute(() -> prepare(it)));
    }

    /// So that whoever first asks for an arrow need not wait until all there is has been sorted.
    private static void prepare(Timeline run) {
        boolean done = false;
        for (int portion = 0; portion < MOST_PORTIONS && !done; portion++) {
            done = run.look(it -> it.flows().prepare(PORTION));
        }
    }

    private Optional<Timeline> current() {
        return workbench.session().feedProperty().get().map(RunFeed::timeline);
    }

    private void command(TimelineCommand command) {
        switch (command) {
            case SEARCH -> find.requestFocus();
            case GO_TO -> {
                goingTo.set(true);
                times.requestFocus();
            }
            case PLAY -> play();
            case ROUTE -> toggleRoute();
            case MARK -> new NoteEditor(timeline).ask(timeline.mark());
            case DETAILS -> {
                panes.detailsProperty().set(true);
                panes.detailProperty().set(Panes.Detail.SELECTION);
            }
        }
    }

    private void findKey(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER, DOWN -> go(event.isShiftDown() ? -1 : 1);
            case UP -> go(-1);
            case ESCAPE -> {
                find.clear();
                timeline.requestFocus();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    @FXML
    private void next() {
        go(1);
    }

    @FXML
    private void previous() {
        go(-1);
    }

    private void go(int direction) {
        current().flatMap(it -> search.go(it, direction)).ifPresent(timeline::reveal);
    }

    private void goTo() {
        TimeEntry.read(times.getText(), timeline.windowProperty().get())
                .ifPresentOrElse(
                        window -> {
                            timeline.show(window);
                            timeline.requestFocus();
                        },
                        () -> {
                            times.setText(Messages.text("times.bad"));
                            times.selectAll();
                        });
    }

    private void showTimes() {
        if (!times.isFocused()) {
            times.setText(TimeEntry.text(timeline.windowProperty().get()));
        }
    }

    @FXML
    private void play() {
        if (playback.playingProperty().get()) {
            playback.pause();
            return;
        }
        current().ifPresent(run -> {
            long start = run.look(Timeline::start);
            var window = timeline.windowProperty().get();
            var selection = timeline.selectionProperty().get();
            long from = selection.hasTime() ? selection.from() : start + Math.max(0, window.from());
            playback.play(from, run.look(Timeline::now), window.to() - window.from());
        });
    }

    @FXML
    private void stopPlaying() {
        playback.stop();
    }

    private void advance() {
        long now = Clock.now();
        playback.passed(now - lastPulse);
        lastPulse = now;
    }

    @FXML
    private void toggleRoute() {
        if (timeline.routeProperty().get().isPresent()) {
            timeline.routeProperty().set(Optional.empty());
        } else {
            current().ifPresent(run -> routes.find(run, unit(), timeline.routeProperty()::set));
        }
        route.setSelected(timeline.routeProperty().get().isPresent());
    }

    /// The unit that is selected, or of which a span is; null for none.
    private @Nullable LaneKey unit() {
        LaneKey lane = timeline.selectionProperty().get().lane();
        return lane != null && lane.kind() == Lane.Kind.UNIT ? lane : null;
    }

    private static final class Slowness extends StringConverter<Integer> {
        @Override
        public String toString(Integer slowness) {
            return slowness == null
                    ? ""
                    : slowness == 1 ? Messages.text("play.as-it-was") : Messages.text("play.slower", slowness);
        }

        @Override
        public Integer fromString(String text) {
            throw new UnsupportedOperationException("speeds are chosen, not typed");
        }
    }
}
