package io.interleave.view.editor.blocks;

import atlantafx.base.controls.CustomTextField;
import io.interleave.edit.Block;
import io.interleave.view.fx.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// All that can be added, grouped and searched. One entry is pointed out, and told of below: that under the mouse, or
/// that to which the keys have gone from the search field.
final class PalettePane extends VBox {

    private static final PseudoClass AT = PseudoClass.getPseudoClass("at");

    private final List<Block.Kind> kinds;
    private final Consumer<PaletteEntry> take;
    private final BiConsumer<Label, PaletteEntry> drag;
    private final boolean atOnce;
    private final CustomTextField search = new CustomTextField();
    private final FlowPane contents = new FlowPane();
    private final VBox groups = new VBox();
    private final Label meaning = new Label();
    private final Label example = new Label();
    private final List<Label> chips = new ArrayList<>();
    private final ScrollPane scroll = new ScrollPane(groups);
    private Optional<Label> at = Optional.empty();

    /// @param atOnce whether one click takes an entry; else a double click does
    /// @param drag lets an entry be dragged by its chip
    PalettePane(
            List<Block.Kind> kinds, boolean atOnce, Consumer<PaletteEntry> take, BiConsumer<Label, PaletteEntry> drag) {
        this.kinds = kinds;
        this.atOnce = atOnce;
        this.take = take;
        this.drag = drag;
        getStyleClass().add("palette");
        groups.getStyleClass().add("palette-groups");
        search.getStyleClass().add("palette-search");
        search.setPromptText(Messages.text("blocks.palette.search"));
        search.setAccessibleText(Messages.text("blocks.palette.search"));
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        meaning.getStyleClass().add("palette-meaning");
        meaning.setWrapText(true);
        meaning.setMinHeight(USE_PREF_SIZE);
        example.getStyleClass().add("palette-example");
        // So that it ends in an ellipsis where there is no room for all its lines, and in none cut through.
        example.setWrapText(true);
        example.setMinHeight(0);
        var help = new VBox(meaning, example);
        help.getStyleClass().add("palette-help");
        contents.getStyleClass().add("palette-contents");
        contents.setMinHeight(USE_PREF_SIZE);
        getChildren().setAll(search, contents, scroll, help);
        search.setRight(clear());
        search.textProperty().subscribe(this::fill);
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    TextField search() {
        return search;
    }

    private Label clear() {
        var clear = new Label("", new FontIcon("fth-x"));
        clear.getStyleClass().add("palette-clear");
        clear.setAccessibleRole(AccessibleRole.BUTTON);
        clear.setAccessibleText(Messages.text("blocks.palette.clear"));
        clear.setTooltip(new Tooltip(Messages.text("blocks.palette.clear")));
        clear.visibleProperty().bind(search.textProperty().isNotEmpty());
        clear.setOnMouseClicked(_ -> search.clear());
        return clear;
    }

    private void fill(String query) {
        chips.clear();
        contents.getChildren().clear();
        groups.getChildren().clear();
        PaletteEntry.all(kinds, query).forEach((chapter, entries) -> {
            var heading = new Label(chapter);
            heading.getStyleClass().add("palette-chapter");
            var flow = new FlowPane();
            flow.getStyleClass().add("palette-chips");
            entries.forEach(it -> flow.getChildren().add(chip(it)));
            groups.getChildren().addAll(heading, flow);
            contents.getChildren().add(link(chapter, heading));
        });
        scroll.setVvalue(0);
        if (chips.isEmpty()) {
            var none = new Label(Messages.text("blocks.palette.none", query));
            none.getStyleClass().add("hint");
            none.setWrapText(true);
            groups.getChildren().add(none);
        }
        point(query.isEmpty() ? Optional.empty() : chips.stream().findFirst());
    }

    /// Leads to a chapter, so that none has to be looked for with the wheel.
    private Label link(String chapter, Label heading) {
        var link = new Label(Messages.text("blocks.chapter." + chapter.replace(' ', '-')));
        link.getStyleClass().add("palette-link");
        link.setAccessibleRole(AccessibleRole.HYPERLINK);
        link.setOnMouseClicked(_ -> scrollTo(heading.getLayoutY()));
        return link;
    }

    /// Brings what is so far down to the upper edge.
    private void scrollTo(double y) {
        double room = groups.getHeight() - scroll.getViewportBounds().getHeight();
        if (room > 0) {
            scroll.setVvalue(Math.clamp(y / room, 0, 1));
        }
    }

    private Label chip(PaletteEntry entry) {
        var chip = new Label(entry.title());
        chip.setUserData(entry);
        chip.getStyleClass().addAll("palette-chip", "frame", entry.category().style());
        chip.setAccessibleRole(AccessibleRole.BUTTON);
        chip.setOnMouseEntered(_ -> point(Optional.of(chip)));
        chip.setOnMouseClicked(event -> {
            if (event.isStillSincePress() && (atOnce || event.getClickCount() == 2)) {
                take.accept(entry);
            }
        });
        drag.accept(chip, entry);
        chips.add(chip);
        return chip;
    }

    private void point(Optional<Label> chip) {
        at.ifPresent(it -> it.pseudoClassStateChanged(AT, false));
        at = chip;
        at.ifPresent(it -> it.pseudoClassStateChanged(AT, true));
        var entry = at.map(it -> (PaletteEntry) it.getUserData());
        meaning.setText(entry.map(PaletteEntry::gist)
                .orElse(Messages.text(atOnce ? "blocks.palette.hint.click" : "blocks.palette.hint")));
        example.setText(entry.map(it -> it.word().example().strip()).orElse(""));
    }

    private void pressed(KeyEvent event) {
        int index = at.map(chips::indexOf).orElse(-1);
        switch (event.getCode()) {
            case DOWN -> go(index + 1);
            case UP -> go(index - 1);
            case ENTER -> at.map(it -> (PaletteEntry) it.getUserData()).ifPresent(take);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void go(int index) {
        if (!chips.isEmpty()) {
            var chip = chips.get(Math.floorMod(index, chips.size()));
            point(Optional.of(chip));
            double y = chip.getParent().getLayoutY() + chip.getLayoutY();
            scrollTo(y - scroll.getViewportBounds().getHeight() / 2);
        }
    }
}
