package io.interleave.view.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.interleave.model.Settings;
import io.interleave.run.RunEnd;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class RunStateTest {

    private final Document document = new Library().first();
    private final RunPlan plan =
            new RunPlan(document, Settings.of(document.scenario().orElseThrow()), 2, Path.of("run"));
    private final RunState idle = new RunState.Idle();

    @Test
    void aLifeGoesFromIdleOverStartingAndRunningToEnded() {
        var ended = idle.start(plan).started(null, 5).end(new RunEnd.Completed(), Duration.ofSeconds(1));
        assertThat(ended).isEqualTo(new RunState.Ended(plan, new RunEnd.Completed(), Duration.ofSeconds(1)));
        assertThat(ended.start(plan).isActive()).isTrue();
    }

    @Test
    void aRunThatCouldNotStartEndsFromStarting() {
        var ended = idle.start(plan).end(new RunEnd.Refused("no"), Duration.ZERO);
        assertThat(ended.isActive()).isFalse();
    }

    @Test
    void stopIsRememberedWhileStarting() {
        var running = ((RunState.Starting) idle.start(plan).stop()).started(null, 5);
        assertThat(running.stopAsked()).isTrue();
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatIllegalStateException().isThrownBy(idle::stop);
        assertThatIllegalStateException().isThrownBy(() -> idle.started(null, 5));
        assertThatIllegalStateException().isThrownBy(() -> idle.end(new RunEnd.Completed(), Duration.ZERO));
        assertThatIllegalStateException().isThrownBy(() -> idle.start(plan).start(plan));
    }
}
