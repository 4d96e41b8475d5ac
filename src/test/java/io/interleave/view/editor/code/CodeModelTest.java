package io.interleave.view.editor.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.code.Language;
import io.interleave.edit.Change;
import io.interleave.edit.Selection;
import io.interleave.testkit.Bench;
import io.interleave.view.editor.Draft;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeModelTest {

    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();

    @Test
    void a_scenario_whose_program_is_still_being_made_is_not_one_with_problems(@TempDir Path folder) throws Exception {
        var bench = new Bench(folder.resolve("runs"));
        var model =
                new CodeModel(new Draft(Runnable::run, Runnable::run), bench.workbench, waiting::add, Runnable::run);

        bench.open("lost-update");
        assertThat(model.listingProperty().get()).isEmpty();
        assertThat(model.soundProperty().get()).isTrue();

        waiting.remove().run();
        assertThat(model.listingProperty().get())
                .hasValueSatisfying(it -> assertThat(it.fileName()).isEqualTo("LostUpdate.java"));

        bench.workbench.open(Files.writeString(folder.resolve("wrong.yaml"), "interleave: 1\n"));
        assertThat(model.listingProperty().get()).isEmpty();
        assertThat(model.soundProperty().get()).isFalse();
    }

    private void finish() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    @Test
    void a_program_is_not_shown_as_that_of_another_language(@TempDir Path folder) {
        var bench = new Bench(folder.resolve("runs")).open("lost-update");
        var model =
                new CodeModel(new Draft(Runnable::run, Runnable::run), bench.workbench, waiting::add, Runnable::run);
        finish();

        model.languageProperty().set(Language.PYTHON);
        assertThat(model.listingProperty().get()).isEmpty();
        assertThat(model.soundProperty().get()).isTrue();

        finish();
        assertThat(model.listingProperty().get())
                .hasValueSatisfying(it -> assertThat(it.language()).isEqualTo(Language.PYTHON));
    }

    @Test
    void what_is_taken_away_is_the_program_of_what_is_seen_though_that_has_not_been_read_yet(@TempDir Path folder) {
        var bench = new Bench(folder.resolve("runs")).open("lost-update");
        var draft = new Draft(waiting::add, Runnable::run);
        draft.readingProperty()
                .subscribe(it -> it.ifPresent(
                        read -> bench.workbench.revise(draft.script().text(), read)));
        var model = new CodeModel(draft, bench.workbench, Runnable::run, Runnable::run);
        String text = bench.workbench.documentProperty().get().orElseThrow().text();
        draft.open(text);
        int at = text.indexOf("4000");
        draft.type("typing", Change.of(text, at, at + 4, "4321"), Selection.NONE);

        var taken = new ArrayList<String>();
        model.take(it -> taken.add(it.text()));
        assertThat(taken).singleElement().asString().containsPattern("4_?321");
    }
}
