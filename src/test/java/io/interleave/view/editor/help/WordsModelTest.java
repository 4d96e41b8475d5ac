package io.interleave.view.editor.help;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.edit.Selection;
import io.interleave.model.Vocabulary;
import io.interleave.model.Word;
import io.interleave.testkit.Bench;
import io.interleave.view.editor.Draft;
import io.interleave.view.editor.files.Desk;
import io.interleave.view.editor.files.FilesHome;
import io.interleave.view.editor.files.WorkingCopies;
import io.interleave.view.store.DraftStore;
import io.interleave.view.store.UserSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WordsModelTest {

    @TempDir
    private Path folder;

    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private final Draft draft = new Draft(Runnable::run, Runnable::run);
    private Bench bench;
    private WordsModel model;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
        var home = new FilesHome(
                new DraftStore(folder.resolve("drafts")),
                new UserSettings(folder.resolve("settings.json")),
                Runnable::run,
                () -> Instant.EPOCH);
        new Desk(draft, bench.workbench, new WorkingCopies(draft, bench.workbench, home, Runnable::run)).keep();
        model = new WordsModel(draft, bench.workbench, waiting::add, Runnable::run);
        bench.open("lost-update");
    }

    private static Word step(String word) {
        return Vocabulary.find(Word.Family.STEP, word).orElseThrow();
    }

    private List<Word> listed() {
        return model.rowsProperty().get().stream()
                .flatMap(it -> it instanceof WordRow.Entry(Word word) ? Stream.of(word) : Stream.empty())
                .toList();
    }

    @Test
    void all_words_are_listed_until_something_is_looked_for() {
        assertThat(listed())
                .containsExactlyElementsOf(Stream.of(Word.Family.values())
                        .flatMap(it -> Vocabulary.all(it).stream())
                        .toList());
        model.queryProperty().set(" Barrier ");
        assertThat(listed())
                .contains(Vocabulary.find(Word.Family.RESOURCE, "barrier").orElseThrow(), step("await"));
        assertThat(listed()).doesNotContain(step("sleep"));
        model.queryProperty().set("zzz");
        assertThat(model.rowsProperty().get()).isEmpty();
    }

    @Test
    void what_is_called_so_comes_before_what_is_only_described_so() {
        model.queryProperty().set("put");
        assertThat(listed().getFirst()).isEqualTo(step("put"));
        assertThat(listed().size()).isGreaterThan(1);
    }

    @Test
    void the_word_of_the_selected_block_is_chosen_and_listed_whatever_is_looked_for() {
        model.queryProperty().set("zzz");
        var repeat = draft.script().outline().blocks().stream()
                .filter(it -> it.word().equals("repeat"))
                .findFirst()
                .orElseThrow();
        draft.select(Selection.of(List.of(repeat)));
        model.chooseSelected();
        assertThat(model.chosenProperty().get()).contains(step("repeat"));
        assertThat(listed()).contains(step("repeat"));
    }

    @Test
    void the_word_that_the_caret_is_in_is_chosen_where_no_block_is_selected() {
        draft.select(Selection.caret(draft.script().text().indexOf("- read:") + 3));
        model.chooseSelected();
        assertThat(model.chosenProperty().get()).contains(step("read"));
    }

    @Test
    void where_there_is_no_word_all_stays_as_it_is() {
        model.choose(step("put"));
        draft.select(Selection.caret(0));
        model.chooseSelected();
        assertThat(model.chosenProperty().get()).contains(step("put"));
    }

    @Test
    void only_the_word_that_was_chosen_last_is_shown() {
        model.choose(step("put"));
        model.choose(step("pause"));
        assertThat(model.sampleProperty().get()).isEmpty();
        while (!waiting.isEmpty()) {
            waiting.remove().run();
            assertThat(model.sampleProperty().get().stream())
                    .allMatch(it -> it.text().contains("pause:"));
        }
        assertThat(model.sampleProperty().get()).isPresent();
    }

    @Test
    void a_word_of_the_gallery_and_one_of_its_own_example_run_with_their_block_selected() {
        for (var word : List.of(step("gather"), step("register"))) {
            model.choose(word);
            waiting.remove().run();
            model.run();
            assertThat(bench.workbench.documentProperty().get().orElseThrow().text())
                    .isEqualTo(model.sampleProperty().get().orElseThrow().text());
            var selected = draft.script()
                    .outline()
                    .find(draft.selectionProperty().get().blocks().getFirst())
                    .orElseThrow();
            assertThat(selected.vocabulary()).contains(word);
            bench.untilRunning();
        }
        assertThat(bench.engines.runs()).hasSize(2);
    }
}
