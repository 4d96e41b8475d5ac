package io.interleave.view.details;

import io.interleave.lint.Hint;
import io.interleave.model.Place;
import io.interleave.model.Problem;
import io.interleave.view.editor.Draft;
import io.interleave.view.editor.text.Annotations;
import io.interleave.view.fx.Messages;
import io.interleave.view.session.Document;
import io.interleave.view.session.Panes;
import io.interleave.view.session.Workbench;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

/// What is wrong with the scenario that is open, and what in it is probably a mistake: where, what, and what would be
/// right. A click leads there.
public final class ProblemsController {

    /// @param at where in the text; nothing where the file could not be read
    /// @param place the same in words
    /// @param what what is wrong
    /// @param cure what would be right; perhaps empty
    record Row(Optional<Place> at, String place, String what, String cure, boolean error) {

        static Row of(Document document, Problem problem) {
            var expected = problem.expected().isEmpty() ? "" : Messages.text("problem.expected", problem.expected());
            var nearest = problem.nearest()
                    .map(it -> Messages.text("problem.nearest", it))
                    .orElse("");
            return of(
                    document,
                    problem.place(),
                    problem.message(),
                    (nearest + "  " + expected).strip(),
                    problem.severity() == Problem.Severity.ERROR);
        }

        static Row of(Document document, Hint hint) {
            return of(document, hint.place(), hint.message(), Messages.sentence(hint.why()) + ".", false);
        }

        private static Row of(Document document, Place at, String what, String cure, boolean error) {
            var place = Messages.text("problem.place", document.fileName(), at.line(), at.column());
            return new Row(Optional.of(at), place, Messages.sentence(what), cure, error);
        }
    }

    private final Workbench workbench;
    private final Draft draft;
    private final Panes panes;

    @FXML
    private ListView<Row> list;

    public ProblemsController(Workbench workbench, Draft draft, Panes panes) {
        this.workbench = workbench;
        this.draft = draft;
        this.panes = panes;
    }

    @FXML
    private void initialize() {
        list.setCellFactory(_ -> new RowCell());
        list.setOnMouseClicked(_ -> lead());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                lead();
            }
        });
        workbench.documentProperty().subscribe(this::show);
        draft.hintsProperty().subscribe(this::show);
    }

    private void show() {
        list.getItems().setAll(rows(workbench, draft));
    }

    /// All that is listed, in its order.
    static List<Row> rows(Workbench workbench, Draft draft) {
        var rows = new ArrayList<Row>();
        workbench.documentProperty().get().ifPresent(document -> {
            document.unreadable()
                    .ifPresent(why -> rows.add(new Row(Optional.empty(), document.fileName(), why, "", true)));
            document.problems().forEach(problem -> rows.add(Row.of(document, problem)));
            draft.hintsProperty().get().forEach(hint -> rows.add(Row.of(document, hint)));
        });
        return rows;
    }

    /// Shows the place of the row that is selected in the editor: where no blocks are to be seen, in the text.
    private void lead() {
        var row = list.getSelectionModel().getSelectedItem();
        if (row != null && row.at().isPresent()) {
            panes.editorProperty().set(true);
            boolean isText = panes.viewProperty().get() == Panes.View.TEXT;
            if (!isText) {
                panes.viewProperty().set(draft.script().isSound() ? Panes.View.BLOCKS : Panes.View.TEXT);
            }
            draft.select(
                    draft.at(Annotations.offset(draft.script().text(), row.at().orElseThrow())));
        }
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
