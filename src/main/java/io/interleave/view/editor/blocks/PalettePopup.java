package io.interleave.view.editor.blocks;

import io.interleave.edit.Block;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.stage.Popup;

/// The palette at a place where something is to be added: one click, or a word and Enter.
final class PalettePopup {

    private final PalettePane palette;
    private final Popup popup;

    PalettePopup(List<Block.Kind> kinds, Consumer<PaletteEntry> take) {
        palette = new PalettePane(kinds, true, it -> taken(it, take), (_, _) -> {});
        palette.getStyleClass().add("palette-popup");
        popup = Popups.of(palette);
    }

    private void taken(PaletteEntry entry, Consumer<PaletteEntry> take) {
        popup.hide();
        take.accept(entry);
    }

    void show(Node at) {
        Popups.show(popup, at);
        palette.search().requestFocus();
    }
}
