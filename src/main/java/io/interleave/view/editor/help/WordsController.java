package io.interleave.view.editor.help;

import io.interleave.model.Word;
import io.interleave.view.fx.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// The list of words, and the page of the chosen one below it.
public final class WordsController {

    private final WordsModel model;

    @FXML
    private TextField search;

    @FXML
    private ListView<WordRow> list;

    @FXML
    private Label none;

    @FXML
    private ScrollPane scroll;

    @FXML
    private VBox page;

    @FXML
    private VBox word;

    @FXML
    private VBox programs;

    @FXML
    private Label shownBy;

    @FXML
    private Button run;

    @FXML
    private Label hint;

    public WordsController(WordsModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        search.textProperty().bindBidirectional(model.queryProperty());
        list.setCellFactory(_ -> new WordCell());
        model.rowsProperty().subscribe(this::list);
        none.textProperty().bind(model.queryProperty().map(it -> Messages.text("words.none", it.strip())));
        list.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row instanceof WordRow.Entry(Word its)) {
                model.choose(its);
            }
        });
        model.chosenProperty().subscribe(this::show);
        model.sampleProperty().subscribe(this::showSample);
    }

    private void list(List<WordRow> rows) {
        list.getItems().setAll(rows);
        model.chosenProperty().get().ifPresent(this::select);
    }

    private void select(Word chosen) {
        var row = new WordRow.Entry(chosen);
        if (list.getItems().contains(row)
                && !row.equals(list.getSelectionModel().getSelectedItem())) {
            list.getSelectionModel().select(row);
            list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 2));
        }
    }

    private void show(Optional<Word> chosen) {
        hint.setVisible(chosen.isEmpty());
        page.setVisible(chosen.isPresent());
        chosen.ifPresent(it -> {
            select(it);
            word.getChildren().setAll(WordPage.of(it));
            scroll.setVvalue(0);
        });
    }

    private void showSample(Optional<Sample> found) {
        var lines = new ArrayList<Node>();
        found.ifPresent(it -> {
            lines.add(WordPage.code("Java", "word-java", String.join("\n", it.java())));
            lines.add(WordPage.code("Python", "word-python", String.join("\n", it.python())));
        });
        programs.getChildren().setAll(lines);
        run.setDisable(found.isEmpty());
        shownBy.setText(found.map(it ->
                        Messages.text(it.fromGallery() ? "words.sample.gallery" : "words.sample.example", it.title()))
                .orElse(Messages.text("words.sample.looking")));
    }

    @FXML
    private void run() {
        model.run();
    }
}
