package io.interleave.view.editor.blocks;

import javafx.scene.Node;

/// What can be said of a knob that was just made: its name, its bounds, its scale, its label, and whether it is live.
final class KnobPopup {

    private KnobPopup() {}

    /// @param knob by its id
    static void show(BlocksModel model, Deeds deeds, int knob, Node at) {
        var form = new PropertyForm(model, deeds);
        form.getStyleClass().add("knob-popup");
        var popup = Popups.of(form);
        var following = model.facesProperty().subscribe(_ -> {
            var found = model.outline().find(knob);
            form.show(found);
            if (found.isEmpty()) {
                popup.hide();
            }
        });
        popup.setOnHidden(_ -> following.unsubscribe());
        Popups.show(popup, at);
    }
}
