package io.interleave.view.editor.blocks;

import io.interleave.edit.Block;
import io.interleave.edit.Slot;
import io.interleave.lint.Fix;
import io.interleave.view.fx.Clip;
import io.interleave.view.fx.Latest;
import io.interleave.view.fx.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCombination;

/// All that can be done with a block, and with one of its values.
final class BlockMenu {

    private static final List<String> AROUND = List.of("repeat", "forever", "while", "if", "hold", "try");

    private static final int BRIEF = 56;

    private final BlocksModel model;
    private final Deeds deeds;
    private final Latest fixing;
    private final Runnable showText;
    private final KnobWish knobs;

    /// Asks what a new knob is to be like.
    interface KnobWish {
        void ask(Block block, Slot slot);
    }

    /// @param fixing finds out in the background what would put a large scenario right
    BlockMenu(BlocksModel model, Deeds deeds, Latest fixing, KnobWish knobs, Runnable showText) {
        this.model = model;
        this.deeds = deeds;
        this.fixing = fixing;
        this.knobs = knobs;
        this.showText = showText;
    }

    /// @param key of the value that is asked about, if it is one
    ContextMenu of(Block block, Optional<String> key, Hands hands) {
        var items = new ArrayList<MenuItem>();
        fixes(block, items);
        knobs(block, key, items);
        key.flatMap(block::slot).ifPresent(it -> value(block, it, items));
        absent(block, hands, items);
        separate(items);
        if (block.kind().isNamed()) {
            items.add(item("rename", "F2", () -> model.edit(new Editing(block.id(), Chip.NAME))));
        }
        items.add(item(Messages.text("blocks.menu.comment"), () -> hands.comment(block)));
        if (!model.outline().comments(block).lines().isEmpty()) {
            items.add(item(Messages.text("blocks.menu.uncomment"), () -> deeds.comment(block, List.of())));
        }
        items.add(item("duplicate", "Shortcut+D", deeds::duplicate));
        items.add(item("cut", "Shortcut+X", this::cut));
        items.add(item("copy", "Shortcut+C", this::copy));
        items.add(item("paste", "Shortcut+V", this::paste));
        items.add(item("delete", "Delete", deeds::delete));
        separate(items);
        items.add(item("up", "Alt+Up", deeds::moveUp));
        items.add(item("down", "Alt+Down", deeds::moveDown));
        if (block.kind() == Block.Kind.STEP) {
            var wrap = new Menu(Messages.text("blocks.menu.wrap"));
            AROUND.forEach(it -> wrap.getItems().add(item(it, () -> deeds.wrap(it))));
            items.add(wrap);
            if (block.bodies().stream().anyMatch(it -> !it.blocks().isEmpty())) {
                items.add(item(Messages.text("blocks.menu.unwrap"), deeds::unwrap));
            }
        }
        separate(items);
        items.add(item(Messages.text("blocks.menu.text"), showText));
        return new ContextMenu(items.toArray(MenuItem[]::new));
    }

    /// What would put right what is wrong with the block. Each has to be tried on the whole text: for a large one, that
    /// goes on while the menu is there.
    private void fixes(Block block, List<MenuItem> items) {
        var complaints = model.complaints(block);
        if (complaints.isEmpty()) {
            return;
        }
        String text = model.outline().text();
        if (model.draft().script().isLarge()) {
            var menu = new Menu(Messages.text("blocks.menu.fixes"), null, note("blocks.menu.fixes.sought"));
            items.add(menu);
            fixing.ask(() -> fixes(complaints, text), found -> {
                var offered = found.stream()
                        .map(it -> fix(it, Messages.sentence(it.words())))
                        .toList();
                // One that is open goes on showing what it was opened with.
                boolean isOpen = menu.isShowing();
                menu.hide();
                menu.getItems().setAll(offered.isEmpty() ? List.of(note("blocks.menu.fixes.none")) : offered);
                if (isOpen) {
                    menu.show();
                }
            });
        } else {
            fixes(complaints, text).forEach(it -> items.add(fix(it, Messages.text("blocks.menu.fix", it.words()))));
        }
        separate(items);
    }

    private static List<Fix> fixes(List<Complaint> complaints, String text) {
        return complaints.stream()
                .flatMap(it -> it.fixes().apply(text).stream())
                .toList();
    }

    private MenuItem fix(Fix fix, String words) {
        return item(words, () -> deeds.apply(fix));
    }

    private static MenuItem note(String key) {
        var note = item(Messages.text(key), () -> {});
        note.setDisable(true);
        return note;
    }

    private void value(Block block, Slot slot, List<MenuItem> items) {
        if (!slot.required() && !slot.isAbsent()) {
            items.add(item(
                    Messages.text("blocks.menu.clear", slot.key()),
                    () -> deeds.set(block, slot.key(), new Slot.Absent())));
        }
    }

    /// What the block may have besides and has not.
    private void absent(Block block, Hands hands, List<MenuItem> items) {
        for (var it : block.slots()) {
            boolean isOffered = it.isAbsent() && it.known() && !it.key().isEmpty() && !it.required();
            if (isOffered) {
                items.add(item(
                        Messages.text("blocks.menu.put", it.key(), brief(it.meaning())),
                        () -> hands.put(block.id(), it)));
            }
        }
        block.bodies().stream()
                .filter(it -> !it.isPresent() && !it.isRequired())
                .forEach(it -> items.add(item(Messages.text("blocks.menu.body", it.key()), () -> model.open(block))));
    }

    private static String brief(String meaning) {
        int end = meaning.indexOf(';');
        String first = (end < 0 ? meaning : meaning.substring(0, end)).replace("`", "");
        if (first.length() <= BRIEF) {
            return first;
        }
        int comma = first.lastIndexOf(',', BRIEF);
        return comma > 0 ? first.substring(0, comma) : first.substring(0, first.lastIndexOf(' ', BRIEF)) + " …";
    }

    /// A value that can be a knob's; of a block as a whole each of those.
    private void knobs(Block block, Optional<String> key, List<MenuItem> items) {
        var able = block.slots().stream()
                .filter(it -> key.isEmpty() || key.get().equals(it.key()))
                .filter(it -> Names.canBeKnob(block, it))
                .toList();
        boolean isKnob = block.kind() == Block.Kind.KNOB;
        if (isKnob) {
            items.add(item(Messages.text("blocks.menu.dissolve"), () -> deeds.dissolve(block)));
        }
        able.forEach(it -> items.add(item(Messages.text("blocks.menu.knob", it.text()), () -> knobs.ask(block, it))));
    }

    void cut() {
        copy();
        deeds.delete();
    }

    void copy() {
        String yaml = deeds.copied();
        if (!yaml.isEmpty()) {
            Clip.put(yaml);
        }
    }

    void paste() {
        String yaml = Clipboard.getSystemClipboard().getString();
        if (yaml != null && !yaml.isBlank()) {
            deeds.paste(yaml);
        }
    }

    private static void separate(List<MenuItem> items) {
        if (!items.isEmpty() && !(items.getLast() instanceof SeparatorMenuItem)) {
            items.add(new SeparatorMenuItem());
        }
    }

    private static MenuItem item(String key, String keys, Runnable action) {
        var item = item(Messages.text("blocks.menu." + key), action);
        item.setAccelerator(KeyCombination.valueOf(keys));
        return item;
    }

    static MenuItem item(String text, Runnable action) {
        var item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
