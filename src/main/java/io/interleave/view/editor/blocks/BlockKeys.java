package io.interleave.view.editor.blocks;

import io.interleave.edit.Block;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys of the list of blocks.
final class BlockKeys {

    private final BlocksModel model;
    private final Deeds deeds;
    private final Hands hands;
    private final BlockMenu menu;
    private final BlockList list;

    BlockKeys(BlocksModel model, Deeds deeds, Hands hands, BlockMenu menu, BlockList list) {
        this.model = model;
        this.deeds = deeds;
        this.hands = hands;
        this.menu = menu;
        this.list = list;
    }

    void pressed(KeyEvent event) {
        if (event.getTarget() == list && act(event)) {
            event.consume();
        }
    }

    private boolean act(KeyEvent event) {
        if (event.isShortcutDown()) {
            return withShortcut(event);
        }
        if (event.isAltDown()) {
            return withAlt(event.getCode());
        }
        boolean extending = event.isShiftDown();
        switch (event.getCode()) {
            case UP -> go(model.focused() - 1, extending);
            case DOWN -> go(model.focused() + 1, extending);
            case PAGE_UP -> go(model.focused() - list.page(), extending);
            case PAGE_DOWN -> go(model.focused() + list.page(), extending);
            case HOME -> go(0, extending);
            case END -> go(model.rows().size() - 1, extending);
            case LEFT -> left();
            case RIGHT -> fold(false);
            case DELETE, BACK_SPACE -> deeds.delete();
            case F2 -> rename();
            case ENTER -> enter();
            case INSERT, SLASH -> list.cell(model.focused()).ifPresent(hands::palette);
            case CONTEXT_MENU -> showMenu();
            case ESCAPE -> {
                if (model.selected().isEmpty()) {
                    return false;
                }
                model.toNothing();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean withShortcut(KeyEvent event) {
        switch (event.getCode()) {
            case C -> menu.copy();
            case X -> menu.cut();
            case V -> menu.paste();
            case D -> deeds.duplicate();
            case Y -> model.draft().redo();
            case Z -> {
                if (event.isShiftDown()) {
                    model.draft().redo();
                } else {
                    model.draft().undo();
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean withAlt(KeyCode code) {
        switch (code) {
            case UP -> deeds.moveUp();
            case DOWN -> deeds.moveDown();
            default -> {
                return false;
            }
        }
        list.show(model.focused());
        return true;
    }

    private void go(int row, boolean extending) {
        if (extending) {
            model.extend(row);
        } else {
            model.choose(row);
        }
        list.show(model.focused());
    }

    /// Folds; what is folded or has nothing in it, gives way to what it is in.
    private void left() {
        int row = model.focused();
        if (!fold(true) && model.isBlock(row)) {
            var parent = model.rows().block(row).parent();
            parent.flatMap(it -> model.rows().indexOf(it.id())).ifPresent(it -> go(it, false));
        }
    }

    private boolean fold(boolean folded) {
        return switch (model.rows().row(model.focused())) {
            case Row.Section it when it.folded() != folded -> fold(it.kind(), folded);
            case Row.Unit it when it.folded() != folded -> fold(it.block(), folded);
            case Row.Step it when it.shape() == (folded ? Row.Shape.TOP : Row.Shape.FOLDED) -> fold(it.block(), folded);
            case Row.Section _, Row.Unit _, Row.Step _, Row.Item _, Row.Empty _, Row.End _, Row.Otherwise _ -> false;
        };
    }

    private boolean fold(Block.Kind section, boolean folded) {
        model.fold(section, folded);
        return true;
    }

    private boolean fold(int block, boolean folded) {
        model.fold(Set.of(block), folded);
        return true;
    }

    private void rename() {
        var block = model.rows().block(model.focused());
        if (model.isBlock(model.focused()) && block.kind().isNamed()) {
            model.edit(new Editing(block.id(), Chip.NAME));
        }
    }

    private void enter() {
        int row = model.focused();
        if (model.isBlock(row)) {
            hands.openFirst(row);
        } else {
            list.cell(row).ifPresent(it -> hands.add(model.rows().row(row), it));
        }
    }

    private void showMenu() {
        list.cell(model.focused()).ifPresent(cell -> {
            var at = cell.localToScreen(Frames.left(model.rows().row(model.focused())), RowFlow.ROW);
            hands.menu(model.focused(), Optional.empty(), at.getX(), at.getY());
        });
    }
}
