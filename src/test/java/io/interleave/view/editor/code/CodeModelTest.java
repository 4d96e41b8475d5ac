package io.interleave.view.editor.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.testkit.Bench;
import io.interleave.view.editor.Draft;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
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
}
