package io.interleave.view.editor.blocks;

import io.interleave.edit.Block;
import io.interleave.edit.Slot;
import io.interleave.view.editor.Draft;
import io.interleave.view.fx.Latest;
import io.interleave.view.fx.Messages;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

/// The view of the draft as blocks: puts together the list, the palette and what can be done with them.
public final class BlocksController {

    private final BlocksModel model;
    private final Deeds deeds;
    private final BlockMenu menu;
    private final Hands hands;
    private final BlockList list;
    private final DragLayer drags;
    private boolean collapses;

    @FXML
    private StackPane root;

    @FXML
    private StackPane place;

    @FXML
    private Tab palette;

    @FXML
    private Tab properties;

    /// @param background finds out what takes longer than a frame
    /// @param ui runs a task on the window's thread
    /// @param showText shows the selected block in the text
    public BlocksController(Draft draft, Executor background, Executor ui, Runnable showText) {
        model = new BlocksModel(draft, new Latest(background, ui));
        deeds = new Deeds(model);
        menu = new BlockMenu(model, deeds, new Latest(background, ui), this::makeKnob, showText);
        hands = new Hands(model, deeds, menu);
        list = new BlockList(model, () -> new Line(hands));
        drags = new DragLayer(model, list, deeds::drop);
        hands.take(list);
    }

    @FXML
    private void initialize() {
        place.getChildren().setAll(list);
        root.getChildren().add(drags);
        root.getStylesheets().add(Sheet.URL);
        list.setAccessibleText(Messages.text("blocks.list"));
        list.addEventHandler(KeyEvent.KEY_PRESSED, new BlockKeys(model, deeds, hands, menu, list)::pressed);
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        list.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        list.setOnContextMenuRequested(event -> list.rowAt(event.getSceneX(), event.getSceneY())
                .ifPresent(row -> {
                    hands.menu(row, key(event.getTarget()), event.getScreenX(), event.getScreenY());
                    event.consume();
                }));
        drags.from(list, this::carried);
        palette.setContent(new PalettePane(
                List.of(Block.Kind.UNIT, Block.Kind.RESOURCE, Block.Kind.STEP, Block.Kind.KNOB),
                false,
                it -> deeds.add(it.carried()),
                (chip, entry) -> drags.from(chip, () -> Optional.of(entry.carried()))));
        var form = new PropertyForm(model, deeds);
        properties.setContent(form);
        model.facesProperty().subscribe(_ -> showProperties(form));
        properties.selectedProperty().subscribe(_ -> showProperties(form));
    }

    private void showProperties(PropertyForm form) {
        if (properties.isSelected()) {
            form.show(model.selected().stream()
                    .findFirst()
                    .or(() -> Optional.of(model.outline().scenario())));
        }
    }

    private void makeKnob(Block block, Slot slot) {
        var row = model.rows().indexOf(block.id());
        if (deeds.makeKnob(block, slot)) {
            var knob = model.selected().getFirst();
            Node at = row.flatMap(list::cell).<Node>map(it -> it).orElse(list);
            KnobPopup.show(model, deeds, knob.id(), at);
        }
    }

    private static Optional<String> key(Object target) {
        for (var node = target instanceof Node it ? it : null; node != null; node = node.getParent()) {
            if (node.getUserData() instanceof Chip chip) {
                return Optional.of(chip.key());
            }
        }
        return Optional.empty();
    }

    private Optional<Carried> carried() {
        collapses = false;
        var blocks = model.selected();
        boolean isOneKind = blocks.stream().map(Block::kind).distinct().count() == 1;
        return isOneKind ? Optional.of(new Carried.Blocks(blocks)) : Optional.empty();
    }

    private void pressed(MouseEvent event) {
        collapses = false;
        var row = list.rowAt(event.getSceneX(), event.getSceneY());
        if (row.isEmpty() || isInEditor(event)) {
            return;
        }
        int at = row.get();
        if (model.editing().isEmpty() || event.getButton() == MouseButton.SECONDARY) {
            list.requestFocus();
        }
        boolean isSelected = model.isBlock(at) && model.isSelected(model.rows().block(at));
        if (event.isShortcutDown() && event.getButton() == MouseButton.PRIMARY) {
            model.toggle(at);
        } else if (event.isShiftDown()) {
            model.extend(at);
        } else if (!isSelected) {
            model.choose(at);
        } else {
            collapses =
                    event.getButton() == MouseButton.PRIMARY && model.selected().size() > 1;
        }
    }

    private static boolean isInEditor(MouseEvent event) {
        for (var node = event.getTarget() instanceof Node it ? it : null; node != null; node = node.getParent()) {
            if (node instanceof TextField) {
                return true;
            }
        }
        return false;
    }

    /// A click within what is selected may have begun to drag it; if it has not, it is a click. One beside a value
    /// that is being typed takes that when the button is let go of: then what is clicked on still stands there.
    private void released(MouseEvent event) {
        if (model.editing().isPresent() && !isInEditor(event)) {
            list.requestFocus();
        }
        if (collapses) {
            list.rowAt(event.getSceneX(), event.getSceneY()).ifPresent(model::choose);
        }
        collapses = false;
    }
}
