package io.interleave.view.picture;

import io.interleave.model.Scenario;
import io.interleave.view.fx.Messages;
import io.interleave.view.fx.Pulse;
import io.interleave.view.fx.Themes;
import io.interleave.view.fx.TypeSize;
import io.interleave.view.session.Document;
import io.interleave.view.session.RunFeed;
import io.interleave.view.session.RunState;
import io.interleave.view.session.Workbench;
import io.interleave.view.timeline.TimelineView;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// What the scenario is about, and the timeline of its run; before there is one, what to do.
public final class PictureController {

    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
    private static final double ONE_LINE = 1.46 * TypeSize.em();
    private static final double TWO_LINES = 2.77 * TypeSize.em();

    /// Below this height the picture needs the room more than a second line of text.
    private static final double LOW = 37 * TypeSize.em();

    /// A title that takes more of the width must give way to what stands beside it, the sooner the less there is.
    private static final double LONG_TITLE = 0.45;

    private static final double NARROW = 50 * TypeSize.em();
    private static final double LONG_TITLE_WHERE_NARROW = 0.22;

    private final Workbench workbench;
    private final Themes themes;
    private final TimelineView timeline;

    @FXML
    private VBox picture;

    @FXML
    private Label title;

    @FXML
    private Label about;

    @FXML
    private StackPane stage;

    @FXML
    private VBox hint;

    @FXML
    private FontIcon hintIcon;

    @FXML
    private Label hintTitle;

    @FXML
    private Label hintText;

    public PictureController(Workbench workbench, Themes themes, TimelineView timeline) {
        this.workbench = workbench;
        this.themes = themes;
        this.timeline = timeline;
    }

    @FXML
    private void initialize() {
        var session = workbench.session();
        timeline.setId("timeline");
        timeline.setAccessibleText(Messages.text("picture.timeline"));
        stage.getChildren().addFirst(timeline);
        about.maxHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        this::roomForAbout, session.feedProperty(), picture.heightProperty()));
        title.minWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.min(title.prefWidth(-1), roomForTitle(picture.getWidth())),
                        title.textProperty(),
                        title.fontProperty(),
                        picture.widthProperty()));
        themes.darkProperty().subscribe(timeline::setDark);
        timeline.frozenProperty().bindBidirectional(workbench.frozenProperty());
        session.feedProperty().subscribe(this::showFeed);
        workbench.documentProperty().subscribe(this::showDocument);
        session.stateProperty().subscribe(_ -> showHint());
        session.reportProperty().subscribe(_ -> showHint());
        var pulse = new Pulse(session::refresh);
        session.stateProperty().subscribe(state -> pulse.runWhile(state.isRunning()));
    }

    private static double roomForTitle(double width) {
        return width * (width < NARROW ? LONG_TITLE_WHERE_NARROW : LONG_TITLE);
    }

    private double roomForAbout() {
        if (workbench.session().feedProperty().get().isEmpty()) {
            return Double.MAX_VALUE;
        }
        return picture.getHeight() < LOW ? ONE_LINE : TWO_LINES;
    }

    private void showFeed(Optional<RunFeed> feed) {
        feed.map(RunFeed::timeline).ifPresentOrElse(timeline::show, timeline::clear);
        showHint();
    }

    private void showDocument(Optional<Document> document) {
        title.setText(document.map(Document::title).orElse(""));
        title.setTooltip(title.getText().isEmpty() ? null : wrapped(title.getText()));
        var text = document.flatMap(Document::scenario).map(Scenario::about).orElse("");
        about.setText(text);
        about.setTooltip(wrapped(text));
        about.setVisible(!text.isEmpty());
        about.setManaged(!text.isEmpty());
        showHint();
    }

    private static Tooltip wrapped(String text) {
        var tooltip = new Tooltip(text);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(480);
        return tooltip;
    }

    /// Whether the run has ended before anything happened in it.
    private boolean isOverUnseen() {
        var session = workbench.session();
        return session.state() instanceof RunState.Ended
                && session.reportProperty().get().elapsed() == 0;
    }

    private void showHint() {
        var document = workbench.documentProperty().get();
        var bad = document.filter(it -> !it.isSound());
        if (bad.isPresent()) {
            hintIcon.setIconLiteral("fth-alert-circle");
            hintTitle.setText(Messages.text("picture.bad.title", bad.get().fileName()));
            hintText.setText(bad.get()
                    .unreadable()
                    .orElseGet(() -> Messages.text(
                            "picture.bad.text", bad.get().problems().size())));
        } else {
            boolean starts = workbench.session().state().isActive();
            var way = isOverUnseen() ? "picture.unseen" : starts ? "picture.starting" : "picture.idle";
            hintIcon.setIconLiteral(starts ? "fth-loader" : "fth-play-circle");
            hintTitle.setText(Messages.text(way + ".title"));
            hintText.setText(Messages.text(way + ".text"));
        }
        hintIcon.pseudoClassStateChanged(BAD, bad.isPresent());
        var nothing = workbench.session().feedProperty().get().isEmpty();
        hint.setVisible(nothing && !isBeingRead() || isOverUnseen());
        timeline.setVisible(!nothing && !isOverUnseen());
    }

    /// Whether the run is over, and its trace not read yet: that takes a moment only.
    private boolean isBeingRead() {
        return workbench.session().state() instanceof RunState.Ended;
    }
}
