package io.interleave.view.editor.blocks;

import io.interleave.edit.Block;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.controlsfx.control.PopOver;

/// The palette at a place where something is to be added: one click, or a word and Enter.
final class PalettePopup {

    private final PopOver popup = new PopOver();
    private final PalettePane palette;

    PalettePopup(List<Block.Kind> kinds, Consumer<PaletteEntry> take) {
        palette = new PalettePane(
                kinds,
                true,
                it -> {
                    popup.hide();
                    take.accept(it);
                },
                (_, _) -> {});
        palette.getStyleClass().add("palette-popup");
        palette.getStylesheets().add(Sheet.URL);
        popup.getRoot().getStyleClass().add("blocks-popup");
        popup.setContentNode(palette);
        popup.setArrowLocation(PopOver.ArrowLocation.RIGHT_TOP);
        popup.setDetachable(false);
        popup.setAnimated(false);
    }

    void show(Node at) {
        popup.show(at);
        palette.search().requestFocus();
    }
}
