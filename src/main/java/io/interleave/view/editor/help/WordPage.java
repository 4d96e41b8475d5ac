package io.interleave.view.editor.help;

import io.interleave.model.Form;
import io.interleave.model.Word;
import io.interleave.view.fx.Clip;
import io.interleave.view.fx.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// What is said of a word, as nodes one below the other.
final class WordPage {

    private WordPage() {}

    /// All that is known without looking at scenarios.
    static List<Node> of(Word word) {
        var nodes = new ArrayList<Node>();
        nodes.add(label(word.word(), "document-title"));
        nodes.add(label(quoted(word.meaning()), "word-meaning"));
        word.alone().ifPresent(form -> nodes.add(alone(word, form)));
        keys(Messages.text("words.keys"), word.keys(), nodes);
        keys(Messages.text("words.beside"), word.beside(), nodes);
        nodes.add(code(Messages.text("words.example"), "word-example", word.example()));
        return nodes;
    }

    private static Node alone(Word word, Form form) {
        return key(
                word.word() + ":",
                word.standsFor().isEmpty()
                        ? form.words()
                        : Messages.text("words.stands", form.words(), word.standsFor()));
    }

    private static void keys(String title, List<Word.Key> keys, List<Node> nodes) {
        if (!keys.isEmpty()) {
            nodes.add(label(title, "pane-title"));
            keys.forEach(it -> nodes.add(key(
                    it.name() + ":",
                    Messages.text(
                            it.required() ? "words.key.required" : "words.key",
                            it.form().words(),
                            quoted(it.meaning())))));
        }
    }

    private static Node key(String name, String words) {
        var key = label(name, "word-key");
        key.setMinWidth(Region.USE_PREF_SIZE);
        var about = label(words, "word-about");
        HBox.setHgrow(about, Priority.ALWAYS);
        var row = new HBox(key, about);
        row.getStyleClass().add("word-row");
        return row;
    }

    /// Lines to read and to copy.
    static Node code(String title, String id, String text) {
        var heading = label(title, "pane-title");
        heading.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(heading, Priority.ALWAYS);
        var copy = new Button("", new FontIcon("fth-copy"));
        copy.setId(id + "-copy");
        copy.setAccessibleText(Messages.text("words.copy", title));
        copy.setTooltip(new Tooltip(Messages.text("words.copy", title)));
        copy.getStyleClass().add("quiet");
        copy.setOnAction(_ -> Clip.put(text + "\n"));
        var head = new HBox(heading, copy);
        head.getStyleClass().add("word-code-head");
        var lines = label(text, "word-code");
        lines.setId(id);
        lines.setMaxWidth(Double.MAX_VALUE);
        return new VBox(head, lines);
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    /// Words of the language stand in backquotes in the vocabulary.
    private static String quoted(String text) {
        return text.replaceAll("`([^`]*)`", "“$1”");
    }
}
