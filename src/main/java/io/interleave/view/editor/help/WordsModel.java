package io.interleave.view.editor.help;

import io.interleave.edit.Block;
import io.interleave.edit.Outline;
import io.interleave.edit.Selection;
import io.interleave.model.Vocabulary;
import io.interleave.model.Word;
import io.interleave.model.Word.Family;
import io.interleave.view.editor.Draft;
import io.interleave.view.fx.Latest;
import io.interleave.view.fx.Messages;
import io.interleave.view.session.Document;
import io.interleave.view.session.Workbench;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// All words of the language: which are looked for, which one is read about, and where that one is seen at work. Knows
/// no controls.
public final class WordsModel {

    private final Draft draft;
    private final Workbench workbench;
    private final Latest latest;
    private final Samples samples = new Samples();
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<WordRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Word>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Sample>> sample = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param background finds scenarios that show a word
    /// @param ui runs a task on the window's thread
    public WordsModel(Draft draft, Workbench workbench, Executor background, Executor ui) {
        this.draft = draft;
        this.workbench = workbench;
        latest = new Latest(background, ui);
        query.subscribe(it -> rows.set(rows(it)));
    }

    /// What the user looks for.
    StringProperty queryProperty() {
        return query;
    }

    /// The words that are like what is looked for, by chapter; all if nothing is.
    ReadOnlyObjectProperty<List<WordRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /// The word that is read about.
    ReadOnlyObjectProperty<Optional<Word>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// Where the chosen word is seen at work; empty until that is found.
    ReadOnlyObjectProperty<Optional<Sample>> sampleProperty() {
        return sample.getReadOnlyProperty();
    }

    void choose(Word word) {
        if (chosen.get().filter(word::equals).isEmpty()) {
            sample.set(Optional.empty());
            chosen.set(Optional.of(word));
            latest.ask(() -> samples.of(word), found -> sample.set(Optional.of(found)));
        }
    }

    /// Chooses the word of the block that is selected or that the caret is in; leaves all as it is where there is none.
    public void chooseSelected() {
        var outline = draft.script().outline();
        var selection = draft.selectionProperty().get();
        selection.blocks().stream()
                .flatMap(id -> outline.find(id).stream())
                .findFirst()
                .or(() -> Optional.of(outline.at(selection.caret())))
                .flatMap(WordsModel::wordAround)
                .ifPresent(word -> {
                    query.set("");
                    choose(word);
                });
    }

    private static Optional<Word> wordAround(Block block) {
        return block.vocabulary().or(() -> block.parent().flatMap(WordsModel::wordAround));
    }

    /// Opens the scenario that shows the chosen word, selects the word's block, and runs it.
    void run() {
        sample.get().ifPresent(it -> {
            workbench.open(document(it));
            block(draft.script().outline(), it).ifPresent(block -> draft.select(Selection.of(List.of(block))));
            workbench.run();
        });
    }

    private Document document(Sample sample) {
        return Optional.of(sample.name())
                .filter(_ -> sample.fromGallery())
                .flatMap(workbench.library()::find)
                .orElseGet(() -> workbench.library().document(sample.name(), Optional.empty(), sample.text()));
    }

    private static Optional<Block> block(Outline outline, Sample sample) {
        return outline.blocks().stream()
                .filter(it -> it.kind() != Block.Kind.SCENARIO && it.start() == sample.start())
                .findFirst();
    }

    /// First come those that are called so, then those that are only described so.
    private static List<WordRow> rows(String query) {
        String wanted = query.strip().toLowerCase(Locale.ROOT);
        var rows = new ArrayList<WordRow>();
        String chapter = "";
        var found = words().filter(it -> isLike(it, wanted))
                .sorted(Comparator.comparing(it -> !it.word().startsWith(wanted.replace(' ', '_'))))
                .toList();
        for (var word : found) {
            String title = title(word);
            if (!title.equals(chapter)) {
                chapter = title;
                rows.add(new WordRow.Heading(title));
            }
            rows.add(new WordRow.Entry(word));
        }
        return List.copyOf(rows);
    }

    private static Stream<Word> words() {
        return Stream.of(Family.values()).flatMap(it -> Vocabulary.all(it).stream());
    }

    private static String title(Word word) {
        return switch (word.family()) {
            case KNOB, RESOURCE, UNIT -> word.chapter();
            case STEP -> Messages.text("words.steps", word.chapter().toLowerCase(Locale.ROOT));
        };
    }

    private static boolean isLike(Word word, String wanted) {
        return Stream.of(word.word(), word.meaning(), title(word))
                .anyMatch(it -> it.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
