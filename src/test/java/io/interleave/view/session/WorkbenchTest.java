package io.interleave.view.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.model.ScenarioReader;
import io.interleave.model.Value;
import io.interleave.run.RunEnd;
import io.interleave.testkit.Bench;
import io.interleave.testkit.FakeRun;
import io.interleave.testkit.Reports;
import io.interleave.view.knobs.KnobModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkbenchTest {

    @TempDir
    private Path folder;

    private Bench bench;
    private Workbench workbench;

    @BeforeEach
    void openLostUpdate() {
        bench = new Bench(folder).open("lost-update");
        workbench = bench.workbench;
    }

    @Test
    void aRunGetsTheKnobsAsTheyStand() {
        turn("workers", new Value.Whole(7));
        workbench.coresProperty().set(1);
        workbench.run();
        bench.untilRunning();

        var request = bench.engines.last().request();
        assertThat(request.settings().get("workers")).isEqualTo(new Value.Whole(7));
        assertThat(request.cores()).isEqualTo(1);
        assertThat(request.directory()).hasParentRaw(folder);
        assertThat(request.scenario()).contains("Lost update");
    }

    @Test
    void nothingCanBeStartedTwice() {
        workbench.run();
        assertThat(workbench.canRun().get()).isFalse();
        workbench.run();
        bench.untilRunning();
        assertThat(bench.engines.runs()).hasSize(1);
    }

    @Test
    void aLiveKnobActsOnTheRunAndSaysSo() {
        workbench.run();
        bench.untilRunning();
        turn("lock", new Value.Truth(true));

        assertThat(bench.engines.last().turns()).containsExactly(new FakeRun.Turn("lock", new Value.Truth(true)));
        assertThat(knob("lock").noteProperty().get()).isEqualTo(KnobModel.Note.LIVE);
    }

    @Test
    void anotherKnobWaitsForTheNextRunAndSaysSo() {
        workbench.run();
        bench.untilRunning();
        var fixed = workbench.knobsProperty().get().stream()
                .filter(it -> !it.knob().live())
                .findFirst()
                .orElseThrow();
        var before = fixed.value();
        assertThat(fixed.type("11")).isEmpty();

        assertThat(bench.engines.last().turns()).isEmpty();
        assertThat(fixed.noteProperty().get()).isEqualTo(KnobModel.Note.NEXT_RUN);
        fixed.valueProperty().set(before);
        assertThat(fixed.noteProperty().get()).isEqualTo(KnobModel.Note.NONE);
    }

    @Test
    void stopEndsTheRunEvenBeforeItsEngineHasAnswered() {
        workbench.run();
        workbench.stop();
        var state = (RunState.Ended) bench.untilEnded();
        assertThat(state.end()).isInstanceOf(RunEnd.Stopped.class);
        assertThat(workbench.canRun().get()).isTrue();
    }

    @Test
    void aRunThatEndsIsListedWithWhatItCameTo() {
        bench.feeds.report(Reports.updatesLost(1_213));
        workbench.run();
        bench.untilRunning();
        bench.engines.last().end(new RunEnd.Completed());
        bench.untilEnded();

        assertThat(workbench.archive().shelf().runs()).hasSize(1);
        assertThat(workbench
                        .archive()
                        .shelf()
                        .runs()
                        .getFirst()
                        .result()
                        .orElseThrow()
                        .words())
                .isEqualTo("1,213 lost");
        assertThat(workbench.session().reportProperty().get()).isEqualTo(Reports.updatesLost(1_213));
    }

    @Test
    void lostUpdatesAreOfferedTheLockAsTheirCure() {
        bench.feeds.report(Reports.updatesLost(1_213));
        turn("lock", new Value.Truth(false));
        workbench.run();
        bench.untilRunning();
        bench.engines.last().end(new RunEnd.Completed());
        bench.untilEnded();

        var cure = workbench.cure().orElseThrow();
        assertThat(cure)
                .isInstanceOf(SwitchCure.class)
                .extracting(it -> ((SwitchCure) it).knob().name())
                .isEqualTo("lock");
        workbench.apply(cure);
        bench.untilRunning();
        assertThat(bench.engines.last().request().settings().get("lock")).isEqualTo(new Value.Truth(true));
    }

    @Test
    void aLockThatWasTurnedOnWhileItRanIsNotOfferedAgain() {
        bench.feeds.report(Reports.updatesLost(1_213));
        turn("lock", new Value.Truth(false));
        workbench.run();
        bench.untilRunning();
        turn("lock", new Value.Truth(true));
        bench.engines.last().end(new RunEnd.Completed());
        bench.untilEnded();

        assertThat(workbench.cure()).isEmpty();
    }

    @Test
    void openingAnotherScenarioStopsTheRunAndStillListsIt() {
        workbench.run();
        bench.untilRunning();
        bench.open("two-locks");
        assertThat(workbench.session().state()).isInstanceOf(RunState.Idle.class);
        while (workbench.archive().shelf().runs().isEmpty()) {
            bench.step();
        }
        assertThat(workbench
                        .archive()
                        .shelf()
                        .runs()
                        .getFirst()
                        .result()
                        .orElseThrow()
                        .end())
                .isEqualTo("stopped");
        assertThat(workbench.session().state()).isInstanceOf(RunState.Idle.class);
    }

    @Test
    void anEarlierRunIsShownWithItsKnobs() {
        turn("workers", new Value.Whole(7));
        bench.feeds.report(Reports.updatesLost(5));
        workbench.run();
        bench.untilRunning();
        bench.engines.last().end(new RunEnd.Completed());
        bench.untilEnded();
        bench.open("two-locks");

        workbench.show(workbench.archive().shelf().runs().getFirst());
        assertThat(knob("workers").value()).isEqualTo(new Value.Whole(7));
        while (workbench.session().feedProperty().get().isEmpty()) {
            bench.step();
        }
        assertThat(workbench.session().state()).isInstanceOf(RunState.Ended.class);
        assertThat(workbench.documentProperty().get().orElseThrow().name()).isEqualTo("lost-update");
    }

    @Test
    void aBadFileIsOpenedWithItsProblemsAndCannotRun() throws IOException {
        var file = Files.writeString(folder.resolve("bad.interleave.yaml"), "interleave: 1\ntitel: Oops\n");
        workbench.open(file);

        var document = workbench.documentProperty().get().orElseThrow();
        assertThat(document.isSound()).isFalse();
        assertThat(document.problems()).isNotEmpty();
        assertThat(document.name()).isEqualTo("bad");
        assertThat(workbench.canRun().get()).isFalse();
        assertThat(workbench.knobsProperty().get()).isEmpty();
    }

    @Test
    void aFileThatIsNotThereSaysSo() {
        workbench.open(folder.resolve("none.yaml"));
        assertThat(workbench.documentProperty().get().orElseThrow().unreadable())
                .contains("There is no such file.");
        workbench.revise("", ScenarioReader.read(""));
        assertThat(workbench.documentProperty().get().orElseThrow().unreadable())
                .contains("There is no such file.");
    }

    private KnobModel knob(String name) {
        return workbench.knobsProperty().get().stream()
                .filter(it -> it.knob().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void turn(String name, Value value) {
        knob(name).valueProperty().set(value);
    }
}
