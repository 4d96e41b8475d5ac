package io.interleave.view.details;

import io.interleave.model.Problem;
import io.interleave.view.fx.Messages;
import io.interleave.view.session.Document;
import io.interleave.view.session.Workbench;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;

/// What is wrong with the scenario that is open: where, what, and what would be right.
public final class ProblemsController {

    /// @param place where in which file
    /// @param what what is wrong
    /// @param cure what would be right; perhaps empty
    record Row(String place, String what, String cure, boolean error) {

        static Row of(Document document, Problem problem) {
            var expected = problem.expected().isEmpty() ? "" : Messages.text("problem.expected", problem.expected());
            var nearest = problem.nearest()
                    .map(it -> Messages.text("problem.nearest", it))
                    .orElse("");
            return new Row(
                    Messages.text(
                            "problem.place",
                            document.fileName(),
                            problem.place().line(),
                            problem.place().column()),
                    Character.toUpperCase(problem.message().charAt(0))
                            + problem.message().substring(1),
                    (nearest + "  " + expected).strip(),
                    problem.severity() == Problem.Severity.ERROR);
        }
    }

    private final Workbench workbench;

    @FXML
    private ListView<Row> list;

    public ProblemsController(Workbench workbench) {
        this.workbench = workbench;
    }

    @FXML
    private void initialize() {
        list.setCellFactory(_ -> new RowCell());
        workbench.documentProperty().subscribe(this::show);
    }

    private void show(Optional<Document> opened) {
        list.getItems().clear();
        opened.ifPresent(document -> {
            document.unreadable().ifPresent(why -> list.getItems().add(new Row(document.fileName(), why, "", true)));
            document.problems().forEach(problem -> list.getItems().add(Row.of(document, problem)));
        });
    }

    private static final class RowCell extends ListCell<Row> {

        private static final PseudoClass ERROR = PseudoClass.getPseudoClass("bad");

        private static final double SCROLL_BAR = 16;

        private final Label place = new Label();
        private final Label what = new Label();
        private final Label cure = new Label();
        private final VBox box = new VBox(place, what, cure);

        RowCell() {
            box.getStyleClass().add("problem");
            place.getStyleClass().add("problem-place");
            what.getStyleClass().add("problem-what");
            cure.getStyleClass().add("problem-cure");
            what.setWrapText(true);
            cure.setWrapText(true);
            setPrefWidth(0);
        }

        /// As high as the sentences are when they are wrapped at the list's width.
        @Override
        protected double computePrefHeight(double width) {
            return isEmpty()
                    ? super.computePrefHeight(width)
                    : box.prefHeight(getListView().getWidth() - SCROLL_BAR);
        }

        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            place.setText(row.place());
            what.setText(row.what());
            cure.setText(row.cure());
            cure.setManaged(!row.cure().isEmpty());
            place.pseudoClassStateChanged(ERROR, row.error());
            setAccessibleText(String.join(". ", row.place(), row.what(), row.cure()));
            setGraphic(box);
        }
    }
}
