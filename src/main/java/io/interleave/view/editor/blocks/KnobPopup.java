package io.interleave.view.editor.blocks;

import io.interleave.view.fx.Messages;
import javafx.scene.Node;
import org.controlsfx.control.PopOver;

/// What can be said of a knob that was just made: its name, its bounds, its scale, its label, and whether it is live.
final class KnobPopup {

    private KnobPopup() {}

    /// @param knob by its id
    static void show(BlocksModel model, Deeds deeds, int knob, Node at) {
        var form = new PropertyForm(model, deeds);
        form.getStyleClass().add("knob-popup");
        form.getStylesheets().add(Sheet.URL);
        var popup = new PopOver(form);
        popup.setTitle(Messages.text("blocks.knob.made"));
        popup.setArrowLocation(PopOver.ArrowLocation.RIGHT_TOP);
        popup.setDetachable(false);
        popup.setAnimated(false);
        var following = model.facesProperty().subscribe(_ -> {
            var found = model.outline().find(knob);
            form.show(found);
            if (found.isEmpty()) {
                popup.hide();
            }
        });
        popup.setOnHidden(_ -> following.unsubscribe());
        popup.show(at);
    }
}
