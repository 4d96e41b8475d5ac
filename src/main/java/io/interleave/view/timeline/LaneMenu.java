package io.interleave.view.timeline;

import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;

/// What can be done with a lane, and with all of them.
final class LaneMenu {

    private final TimelineView view;
    private final FramePlan plan;

    LaneMenu(TimelineView view, FramePlan plan) {
        this.view = view;
        this.plan = plan;
    }

    /// @param lane that it is about; null for none
    ContextMenu show(@Nullable LaneKey lane, double screenX, double screenY) {
        var menu = new ContextMenu();
        if (lane != null) {
            if (!lane.equals(view.selectedLane())) {
                view.select(new Selection.OfLane(lane));
            }
            ofLane(menu, lane);
        }
        ofAll(menu);
        menu.show(view, screenX, screenY);
        return menu;
    }

    private void ofLane(ContextMenu menu, LaneKey lane) {
        boolean pinned = arrangement().pinned().contains(lane);
        menu.getItems()
                .addAll(
                        item(pinned ? "menu.unpin" : "menu.pin", view.arranger()::pin),
                        item("menu.hide", view.arranger()::hide),
                        item("menu.fold", view.arranger()::foldSection),
                        item("menu.up", () -> view.arranger().move(-1)),
                        item("menu.down", () -> view.arranger().move(1)),
                        item("menu.route", () -> view.command(TimelineCommand.ROUTE)),
                        item("menu.details", () -> view.command(TimelineCommand.DETAILS)),
                        new SeparatorMenuItem());
    }

    private void ofAll(ContextMenu menu) {
        var sort = new Menu(Words.text("menu.sort"));
        for (var order : Arrangement.Order.values()) {
            var item = new RadioMenuItem(Words.text("menu.sort." + order.name()));
            item.setSelected(arrangement().order() == order);
            item.setOnAction(_ -> view.sort(order));
            sort.getItems().add(item);
        }
        var arrows = new CheckMenuItem(Words.text("menu.arrows"));
        arrows.setSelected(view.arrowsProperty().get());
        arrows.setOnAction(_ -> view.arrowsProperty().set(!view.arrowsProperty().get()));
        var showAll =
                item("menu.show", () -> view.arranger().change(arrangement().showingAll()));
        showAll.setDisable(arrangement().hidden().isEmpty());
        menu.getItems()
                .addAll(
                        sort,
                        item(
                                "menu.fold.all",
                                () -> view.arranger().change(arrangement().foldedAll(sections()))),
                        item("menu.taller", () -> view.arranger().taller(1)),
                        item("menu.lower", () -> view.arranger().taller(-1)),
                        showAll,
                        item("menu.plain", () -> view.arranger().change(Arrangement.PLAIN)),
                        arrows);
    }

    private Set<String> sections() {
        return plan.layout().headings().stream()
                .filter(it -> it.more() == 0)
                .map(LaneLayout.Heading::key)
                .collect(Collectors.toSet());
    }

    private Arrangement arrangement() {
        return view.arrangementProperty().get();
    }

    private static MenuItem item(String key, Runnable action) {
        var item = new MenuItem(Words.text(key));
        item.setOnAction(_ -> action.run());
        return item;
    }
}
