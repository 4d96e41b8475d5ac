package io.interleave.view.details;

import io.interleave.view.fx.Figures;
import io.interleave.view.session.RunSummary;
import io.interleave.view.session.Workbench;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// What the units have written.
public final class OutputController {

    private final Workbench workbench;

    @FXML
    private ListView<RunSummary.Line> list;

    public OutputController(Workbench workbench) {
        this.workbench = workbench;
    }

    @FXML
    private void initialize() {
        list.setCellFactory(_ -> new LineCell());
        workbench.session().reportProperty().subscribe(report -> show(report.lines()));
    }

    private void show(List<RunSummary.Line> lines) {
        var items = list.getItems();
        int before = items.size();
        boolean grown = lines.size() >= before && lines.subList(0, before).equals(items);
        if (grown) {
            items.addAll(lines.subList(before, lines.size()));
        } else {
            items.setAll(lines);
        }
        if (items.size() > before && !items.isEmpty()) {
            list.scrollTo(items.size() - 1);
        }
    }

    private static final class LineCell extends ListCell<RunSummary.Line> {

        private final Label time = new Label();
        private final Label unit = new Label();
        private final Label text = new Label();
        private final HBox row = new HBox(time, unit, text);

        LineCell() {
            row.getStyleClass().add("line-row");
            time.getStyleClass().add("line-time");
            unit.getStyleClass().add("line-unit");
            time.setMinWidth(Region.USE_PREF_SIZE);
            unit.setMinWidth(Region.USE_PREF_SIZE);
        }

        @Override
        protected void updateItem(RunSummary.Line line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            time.setText(Figures.duration(Math.max(0, line.time())));
            unit.setText(line.unit());
            text.setText(line.text());
            setAccessibleText(line.unit() + ": " + line.text());
            setGraphic(row);
        }
    }
}
