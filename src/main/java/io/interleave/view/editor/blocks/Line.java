package io.interleave.view.editor.blocks;

import io.interleave.edit.Block;
import io.interleave.edit.Slot;
import io.interleave.model.Form;
import io.interleave.view.fx.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// What stands on a row: the word, its values to be clicked, what is wrong, and what can be done here.
final class Line extends HBox {

    /// What is asked for by clicking on something of a row. Blocks go by their ids: a row that looks the same after an
    /// edit is left as it is, and a block that it held on to would keep the whole outline of before.
    interface Wishes {
        void fold(Row row);

        void open(int block, Chip chip, Node at);

        void more(int block, Node at);

        /// Gives a value that is absent its first one.
        void put(int block, Slot slot);

        void add(Row row, Node at);

        void comment(int block, Node at);

        /// An editor for a value, and for a name.
        Node editor(Block block, Chip chip);
    }

    /// So much of a value is shown wherever it stands; what is longer ends in an ellipsis where there is no room.
    private static final double ROOM = 76;
    /// So many characters take no more.
    private static final int SHORT = 8;
    private static final int SHORT_BOLD = 6;
    private static final double ARROW = 16;
    private static final double WHY = 360;
    private static final double MARK = 22;
    /// Room for `+ in`.
    private static final double OFFER = 40;
    private static final double USERS = 46;

    private final Wishes wishes;
    private final List<Label> chips = new ArrayList<>();
    private final List<Label> offers = new ArrayList<>();
    private Optional<Face> shown = Optional.empty();

    Line(Wishes wishes) {
        this.wishes = wishes;
        getStyleClass().add("block-line");
    }

    void show(Row row, Block block, Face face, Optional<Editing> editing) {
        shown = Optional.of(face);
        chips.clear();
        offers.clear();
        getChildren().clear();
        getStyleClass().setAll("block-line", style(row));
        switch (row) {
            case Row.Section it -> section(it, face);
            case Row.Empty _ -> getChildren().add(label(face.word(), "hint"));
            case Row.Otherwise _ -> getChildren().add(label(face.word(), "word"));
            case Row.End it -> end(it, face);
            case Row.Unit it -> {
                if (!block.bodies().isEmpty()) {
                    getChildren().add(arrow(it, it.folded()));
                }
                named(block, face, editing);
            }
            case Row.Item _ -> named(block, face, editing);
            case Row.Step it -> {
                if (it.shape() != Row.Shape.WHOLE) {
                    getChildren().add(arrow(it, it.shape() == Row.Shape.FOLDED));
                }
                getChildren().add(label(face.word(), "word"));
                values(block, face, editing);
                rest(block, face);
            }
        }
    }

    /// What a step may have besides is offered where one looks at it; where it stands in a row, nothing else
    /// changes, so that a click that selects still hits what it was meant for.
    void choose(boolean chosen) {
        for (var it : offers) {
            boolean isSeen = chosen || getStyleClass().contains("item-line");
            it.setManaged(isSeen);
            it.setVisible(isSeen);
        }
    }

    private static String style(Row row) {
        return switch (row) {
            case Row.Section _ -> "section-line";
            case Row.Empty _ -> "empty-line";
            case Row.Item _ -> "item-line";
            case Row.Unit it -> it.closed() ? "closed-line" : "unit-line";
            case Row.Step _, Row.Otherwise _ -> "step-line";
            case Row.End it -> it.ofUnit() ? "unit-end-line" : "end-line";
        };
    }

    private void section(Row.Section row, Face face) {
        getChildren().addAll(arrow(row, row.folded()), label(face.word(), "pane-title"));
        if (row.folded() && row.count() > 0) {
            getChildren().add(label(String.valueOf(row.count()), "hint"));
        }
        var add = label(Messages.text("blocks.add"), "add");
        clicked(add, () -> wishes.add(row, add));
        getChildren().addAll(space(), add);
    }

    private void end(Row.End row, Face face) {
        var add = label(face.word(), "add");
        clicked(add, () -> wishes.add(row, add));
        getChildren().add(add);
    }

    private void named(Block block, Face face, Optional<Editing> editing) {
        if (block.kind().isNamed()) {
            var name = new Chip(Chip.NAME, "", face.name(), Form.PLAIN, false);
            if (editing.filter(it -> it.key().equals(Chip.NAME)).isPresent()) {
                getChildren().add(wishes.editor(block, name));
            } else {
                int id = block.id();
                var shownName = label(face.name(), "name");
                shownName.setOnMouseClicked(event -> {
                    if (event.getClickCount() == 2) {
                        wishes.open(id, name, shownName);
                        event.consume();
                    }
                });
                getChildren().add(shownName);
            }
            getChildren().add(label(face.word().replace('_', ' '), "kind"));
        }
        values(block, face, editing);
        rest(block, face);
    }

    private void values(Block block, Face face, Optional<Editing> editing) {
        for (var chip : face.chips()) {
            if (!chip.label().isEmpty()) {
                getChildren().add(label(chip.label(), "slot-name"));
            }
            if (editing.filter(it -> it.key().equals(chip.key())).isPresent()) {
                getChildren().add(wishes.editor(block, chip));
            } else {
                getChildren().add(value(block.id(), chip));
            }
        }
    }

    private Label offer(int block, Slot slot) {
        var offer = label(Face.offered(slot), "offer");
        if (slot.form().kind() == Form.Kind.NAME) {
            // Where there is no room, the key says enough.
            offer.getStyleClass().add("named-offer");
            offer.setEllipsisString("");
            offer.setMinWidth(OFFER);
        }
        offer.setTooltip(new Tooltip(slot.meaning()));
        offers.add(offer);
        clicked(offer, () -> wishes.put(block, slot));
        return offer;
    }

    private Label value(int block, Chip chip) {
        var value = label(chip.text().isEmpty() ? Messages.text("blocks.missing") : chip.text(), "chip");
        if (chip.knob()) {
            value.getStyleClass().add("knob-chip");
            value.setMinWidth(chip.text().length() <= SHORT_BOLD ? Region.USE_PREF_SIZE : ROOM);
        }
        if (chip.isChosen()) {
            value.getStyleClass().add("choice-chip");
            value.setGraphic(new FontIcon("fth-chevron-down"));
            if (value.getMinWidth() == ROOM) {
                value.setMinWidth(ROOM + ARROW);
            }
        }
        value.setUserData(chip);
        clicked(value, () -> wishes.open(block, chip, value));
        chips.add(value);
        return value;
    }

    private void rest(Block block, Face face) {
        int id = block.id();
        face.offers().forEach(it -> getChildren().add(offer(id, it)));
        getChildren().add(face.comment().isEmpty() ? space() : comment(id, face.comment()));
        if (!face.problems().isEmpty()) {
            var wrong = label("", face.broken() ? "wrong" : "minded");
            wrong.setGraphic(new FontIcon(face.broken() ? "fth-alert-circle" : "fth-info"));
            wrong.setTooltip(wide(String.join("\n", face.problems())));
            clicked(wrong, () -> wishes.more(id, wrong));
            getChildren().add(wrong);
        }
        if (!face.note().isEmpty()) {
            getChildren().add(note(face.note()));
        }
        if (block.kind() == Block.Kind.RESOURCE) {
            getChildren().add(users(face.users()));
        }
        var more = label("", "more");
        more.setGraphic(new FontIcon("fth-more-horizontal"));
        clicked(more, () -> wishes.more(id, more));
        getChildren().add(more);
    }

    private static Label note(String words) {
        var note = label(words, "note");
        note.setTooltip(wide(words));
        return note;
    }

    /// Where there is no room for all their names, at least how many they are.
    private static Label users(List<String> names) {
        String words = names.isEmpty() ? Messages.text("blocks.unused") : String.join(", ", names);
        var users = note(words);
        users.setGraphic(new FontIcon("fth-users"));
        users.setTooltip(wide(Messages.text("blocks.users", words)));
        if (names.size() > 1) {
            users.setEllipsisString(Messages.text("blocks.users.more", names.size()));
        }
        // One name or none gives way to the values, down to the sign for it.
        users.setMinWidth(names.size() > 1 ? USERS : MARK);
        return users;
    }

    /// As much of it as there is room for beside the values; at least that there is one.
    private Label comment(int block, List<String> lines) {
        var comment = label(String.join(" ", lines), "comment");
        comment.setGraphic(new FontIcon("fth-message-square"));
        comment.setTooltip(wide(String.join("\n", lines)));
        comment.setPrefWidth(MARK);
        comment.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(comment, Priority.ALWAYS);
        clicked(comment, () -> wishes.comment(block, comment));
        return comment;
    }

    private static Tooltip wide(String words) {
        var tooltip = new Tooltip(words);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WHY);
        return tooltip;
    }

    private Node arrow(Row row, boolean folded) {
        var arrow = label("", "fold");
        arrow.setGraphic(new FontIcon(folded ? "fth-chevron-right" : "fth-chevron-down"));
        clicked(arrow, () -> wishes.fold(row));
        return arrow;
    }

    /// A click, and not the end of a drag, nor one that selects more.
    private static void clicked(Node node, Runnable action) {
        node.setOnMouseClicked(event -> {
            boolean selects = event.isShiftDown() || event.isShortcutDown();
            if (event.isStillSincePress() && event.getButton() == MouseButton.PRIMARY && !selects) {
                action.run();
                event.consume();
            }
        });
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.setMinWidth(
                switch (style) {
                    case "note", "hint" -> 0;
                    case "comment" -> MARK;
                    case "chip" -> text.length() <= SHORT ? Region.USE_PREF_SIZE : ROOM;
                    default -> Region.USE_PREF_SIZE;
                });
        label.getStyleClass().add(style);
        return label;
    }

    private static Region space() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }

    /// The node that shows a value.
    Optional<Label> chip(String key) {
        return chips.stream()
                .filter(it ->
                        it.getUserData() instanceof Chip chip && chip.key().equals(key))
                .findFirst();
    }

    /// All of it, as it is read out.
    String words() {
        return shown.map(it -> {
                    var words = new ArrayList<String>();
                    words.add(it.name());
                    words.add(it.word());
                    it.chips().forEach(chip -> words.add((chip.label() + " " + chip.text()).strip()));
                    words.addAll(it.comment());
                    words.addAll(it.problems());
                    words.removeIf(String::isEmpty);
                    return String.join(", ", words);
                })
                .orElse("");
    }
}
