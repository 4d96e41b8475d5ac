package io.interleave.view.runs;

import io.interleave.view.fx.Messages;
import io.interleave.view.store.KeptRun;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;

/// The context menu of the list of runs. It says which key does the same.
final class RunMenu {

    private RunMenu() {}

    static ContextMenu of(RunsController list, List<KeptRun> chosen) {
        var menu = new ContextMenu();
        if (chosen.isEmpty()) {
            return menu;
        }
        boolean one = chosen.size() == 1;
        var first = chosen.getFirst();
        if (one) {
            menu.getItems().add(item("open", "Enter", () -> list.choose(first)));
            menu.getItems().add(item("compare-with", "C", list::compare));
            menu.getItems().add(new SeparatorMenuItem());
            menu.getItems().add(item("rename", "F2", () -> list.edit(MarkEdit.Field.NAME)));
            var note = first.marks().note().isEmpty() ? "note" : "note.edit";
            menu.getItems().add(item(note, "N", () -> list.edit(MarkEdit.Field.NOTE)));
        } else if (chosen.size() == 2) {
            menu.getItems().add(item("compare", "C", list::compare));
        }
        var pin = chosen.stream().allMatch(it -> it.marks().pinned()) ? "unpin" : "pin";
        menu.getItems().add(item(pin, "P", list::pin));
        menu.getItems().add(new SeparatorMenuItem());
        menu.getItems().add(item("delete", "Delete", list::delete));
        return menu;
    }

    private static MenuItem item(String word, String key, Runnable action) {
        var item = new MenuItem(Messages.text("runs.menu." + word));
        item.setId("run-" + word);
        item.setAccelerator(KeyCombination.valueOf(key));
        item.setOnAction(_ -> action.run());
        return item;
    }
}
