package io.interleave.view.editor.blocks;

import io.interleave.edit.Block;
import io.interleave.edit.Slot;
import io.interleave.edit.Spot;
import io.interleave.view.fx.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// Does what is asked for by clicking on rows, or by keys: opens values, menus and the palette where they are wanted.
final class Hands implements Line.Wishes {

    private final BlocksModel model;
    private final Deeds deeds;
    private final BlockMenu menu;
    private Optional<BlockList> list = Optional.empty();
    private ContextMenu shown = new ContextMenu();

    Hands(BlocksModel model, Deeds deeds, BlockMenu menu) {
        this.model = model;
        this.deeds = deeds;
        this.menu = menu;
    }

    /// The list on whose rows this acts.
    void take(BlockList acted) {
        list = Optional.of(acted);
    }

    @Override
    public void fold(Row row) {
        switch (row) {
            case Row.Section it -> model.fold(it.kind(), !it.folded());
            case Row.Unit it -> model.fold(Set.of(it.block()), !it.folded());
            case Row.Step it -> model.fold(Set.of(it.block()), it.shape() == Row.Shape.TOP);
            case Row.Empty _, Row.Item _, Row.Otherwise _, Row.End _ -> {}
        }
    }

    @Override
    public void open(int id, Chip chip, Node at) {
        var block = model.outline().find(id);
        var slot = block.flatMap(it -> it.slot(chip.key()));
        if (!chip.isChosen() || slot.isEmpty()) {
            model.edit(new Editing(id, chip.key()));
            return;
        }
        show(choices(block.orElseThrow(), slot.get()), at);
    }

    /// Opens the first value of a block, or its name.
    void openFirst(int row) {
        var block = model.rows().block(row);
        var chips = model.face(row).chips();
        chips.stream().findFirst().ifPresentOrElse(it -> open(row, it.key()), () -> {
            if (block.kind().isNamed()) {
                model.edit(new Editing(block.id(), Chip.NAME));
            }
        });
    }

    void open(int row, String key) {
        var block = model.rows().block(row);
        model.face(row).chips().stream()
                .filter(it -> it.key().equals(key))
                .findFirst()
                .ifPresent(chip -> {
                    var at = list.flatMap(it -> it.cell(row))
                            .flatMap(it -> it.line().chip(key));
                    at.ifPresentOrElse(
                            it -> open(block.id(), chip, it), () -> model.edit(new Editing(block.id(), key)));
                });
    }

    private ContextMenu choices(Block block, Slot slot) {
        var items = new ArrayList<MenuItem>();
        var names = new Names(model.outline());
        for (var it : names.choices(slot)) {
            items.add(item(it, () -> deeds.set(block, slot.key(), it)));
        }
        var kinds = names.creatable(slot);
        if (!items.isEmpty() && !kinds.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        for (var it : kinds) {
            items.add(item(
                    Messages.text("blocks.new", it.replace('_', ' ')), () -> deeds.setToNew(block, slot.key(), it)));
        }
        if (!slot.required() && !slot.isAbsent()) {
            items.add(new SeparatorMenuItem());
            items.add(item(Messages.text("blocks.clear"), () -> deeds.set(block, slot.key(), new Slot.Absent())));
        }
        return new ContextMenu(items.toArray(MenuItem[]::new));
    }

    private static MenuItem item(String text, Runnable action) {
        return BlockMenu.item(text, action);
    }

    @Override
    public void more(int id, Node at) {
        model.outline().find(id).ifPresent(block -> {
            if (!model.isSelected(block)) {
                model.rows().indexOf(id).ifPresent(model::choose);
            }
            show(menu.of(block, Optional.empty(), this), at);
        });
    }

    /// The menu of a row, at a place of the screen.
    void menu(int row, Optional<String> key, double screenX, double screenY) {
        if (model.isBlock(row)) {
            list.ifPresent(it -> {
                shown.hide();
                shown = menu.of(model.rows().block(row), key, this);
                shown.show(it, screenX, screenY);
            });
        }
    }

    private void show(ContextMenu wanted, Node at) {
        shown.hide();
        shown = wanted;
        // What it is below may be shown anew at any time.
        var below = at.localToScreen(at.getLayoutBounds());
        list.ifPresent(it -> shown.show(it, below.getMinX(), below.getMaxY() + 2));
    }

    @Override
    public void put(int id, Slot slot) {
        model.rows().indexOf(id).ifPresent(row -> {
            var block = model.rows().block(row);
            if (deeds.put(block, slot)) {
                if (slot.key().equals("timeout")) {
                    // What is to be done when the time is up is the next that one thinks of.
                    model.open(block);
                }
                open(row, slot.key());
            }
        });
    }

    @Override
    public void add(Row row, Node at) {
        int index = model.rows().all().indexOf(row);
        if (index < 0) {
            return;
        }
        var body = model.rows().body(index);
        if (body.kind() == Block.Kind.EXPECTATION) {
            deeds.add(Spot.atEnd(body), "");
        } else {
            palette(
                    List.of(body.kind()),
                    at,
                    it -> deeds.add(Spot.atEnd(body), it.word().word()));
        }
    }

    /// Opens the palette at a row, to add behind what is selected.
    void palette(Node at) {
        palette(
                List.of(Block.Kind.UNIT, Block.Kind.RESOURCE, Block.Kind.STEP, Block.Kind.KNOB),
                at,
                it -> deeds.add(it.carried()));
    }

    private void palette(List<Block.Kind> kinds, Node at, Consumer<PaletteEntry> take) {
        new PalettePopup(kinds, take).show(at);
    }

    @Override
    public void comment(int id, Node at) {
        model.outline()
                .find(id)
                .ifPresent(block -> CommentPopup.show(
                        model.outline().comments(block).lines(),
                        it -> {
                            deeds.comment(block, it);
                            refocus();
                        },
                        at));
    }

    /// Opens what comments say of a block, at its row.
    void comment(Block block) {
        model.rows()
                .indexOf(block.id())
                .flatMap(row -> list.flatMap(it -> it.cell(row)))
                .ifPresent(it -> comment(block.id(), it.line()));
    }

    @Override
    public Node editor(Block block, Chip chip) {
        return new ValueEditor(
                chip.key().equals(Chip.NAME) ? block.name() : chip.key(),
                chip.text(),
                word -> model.outline()
                        .find(block.id())
                        .map(it -> new Names(model.outline()).completions(it, chip.form(), word))
                        .orElse(List.of()),
                Names.values(chip.form()),
                new ValueEditor.Outcome() {
                    @Override
                    public void take(String text) {
                        model.endEditing();
                        if (!text.equals(chip.text())) {
                            deeds.type(block, chip.key(), text);
                        }
                        refocus();
                    }

                    @Override
                    public void giveUp() {
                        model.endEditing();
                        refocus();
                    }

                    @Override
                    public void next(boolean forwards) {
                        openNext(block.id(), chip.key(), forwards);
                    }

                    @Override
                    public void menu(double screenX, double screenY) {
                        var key = Optional.of(chip.key()).filter(it -> !it.equals(Chip.NAME));
                        model.rows().indexOf(block.id()).ifPresent(row -> Hands.this.menu(row, key, screenX, screenY));
                    }
                });
    }

    private void refocus() {
        list.ifPresent(Node::requestFocus);
    }

    private void openNext(int block, String key, boolean forwards) {
        model.rows().indexOf(block).ifPresent(row -> {
            var keys = model.face(row).chips().stream().map(Chip::key).toList();
            int next = keys.indexOf(key) + (forwards ? 1 : -1);
            if (next >= 0 && next < keys.size()) {
                open(row, keys.get(next));
            }
        });
    }
}
