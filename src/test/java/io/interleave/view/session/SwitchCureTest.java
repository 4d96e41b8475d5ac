package io.interleave.view.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.analysis.Finding;
import io.interleave.model.Scenario;
import io.interleave.model.ScenarioReader;
import io.interleave.model.Settings;
import io.interleave.model.Value;
import io.interleave.view.editor.files.Template;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SwitchCureTest {

    private static final Finding LOST = new Finding.UpdatesLost(1, "count", 5, 10, 5);
    private static final Finding DEADLOCK = new Finding.Deadlock(
            5,
            List.of(
                    new Finding.Deadlock.Link("first", "bob_lock", 37, "second", 53),
                    new Finding.Deadlock.Link("second", "alice_lock", 55, "first", 35)));

    @Test
    void theLockAroundTheVariableCuresLostUpdates() {
        var scenario = scenario("lost-update");
        var off = Settings.of(scenario).with("lock", new Value.Truth(false));
        assertThat(SwitchCure.of(List.of(LOST), scenario, off)
                        .map(it -> it.knob().name()))
                .contains("lock");
    }

    @Test
    void aLockThatIsOnCuresNothing() {
        var scenario = scenario("lost-update");
        var on = Settings.of(scenario).with("lock", new Value.Truth(true));
        assertThat(SwitchCure.of(List.of(LOST), scenario, on)).isEmpty();
    }

    @Test
    void aVariableThatTheLockDoesNotGuardIsNotCured() {
        var scenario = scenario("lost-update");
        var off = Settings.of(scenario).with("lock", new Value.Truth(false));
        assertThat(SwitchCure.of(List.of(new Finding.UpdatesLost(9, "other", 5, 10, 5)), scenario, off))
                .isEmpty();
    }

    @Test
    void aGateAroundBothLocksCuresADeadlock() {
        var scenario = scenario("two-locks");
        assertThat(SwitchCure.of(List.of(DEADLOCK), scenario, Settings.of(scenario))
                        .map(it -> it.knob().label()))
                .contains("Gate");
    }

    @Test
    void aSwitchThatLetsLocksBeTakenInOneOrderCuresADeadlock() {
        var scenario = ScenarioReader.read(Template.all().stream()
                        .filter(it -> it.title().equals("Two locks"))
                        .findFirst()
                        .orElseThrow()
                        .text())
                .scenario()
                .orElseThrow();
        var settings = Settings.of(scenario);
        var deadlock = new Finding.Deadlock(
                5,
                List.of(
                        new Finding.Deadlock.Link("first", "right", 22, "second", 38),
                        new Finding.Deadlock.Link("second", "left", 41, "first", 19)));
        assertThat(SwitchCure.of(List.of(deadlock), scenario, settings)
                        .map(it -> it.knob().label()))
                .contains("Fixed order");
        assertThat(SwitchCure.of(List.of(deadlock), scenario, settings.with("same_order", new Value.Truth(true))))
                .isEmpty();
    }

    @Test
    void aSwitchThatLetsALoopBlockedDoItsWorkOtherwiseCuresIt() {
        var scenario = scenario("blocked-loop");
        var settings = Settings.of(scenario);
        assertThat(cure(scenario, settings, "worker")).contains("In pieces");
        assertThat(cure(scenario, settings, "ticker")).isEmpty();
        assertThat(cure(scenario, settings.with("in_pieces", new Value.Truth(true)), "worker"))
                .isEmpty();
    }

    private static Optional<String> cure(Scenario scenario, Settings settings, String unit) {
        return SwitchCure.of(List.of(new Finding.LoopBlocked(unit, 43, 300, 1, 1)), scenario, settings)
                .map(it -> it.knob().label());
    }

    private static Scenario scenario(String name) {
        return new Library().find(name).flatMap(Document::scenario).orElseThrow();
    }
}
