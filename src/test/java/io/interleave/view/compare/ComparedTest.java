package io.interleave.view.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.model.Settings;
import io.interleave.model.Value;
import io.interleave.testkit.StoredRuns;
import io.interleave.view.runs.RunShelf;
import io.interleave.view.session.Library;
import io.interleave.view.session.PastRun;
import io.interleave.view.session.RunPlan;
import io.interleave.view.session.TraceFeed;
import io.interleave.view.store.KeptRun;
import io.interleave.view.store.UserSettings;
import io.interleave.view.timeline.Window;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ComparedTest {

    @TempDir
    private Path folder;

    private StoredRuns runs;

    @BeforeEach
    void makeStore() {
        runs = new StoredRuns(folder);
    }

    @Test
    void what_was_turned_is_told_and_tells_the_runs_apart() throws IOException {
        var off = side("lost-update", "lock", new Value.Truth(false));
        var on = side("lost-update", "lock", new Value.Truth(true));
        var compared = CompareModel.compare(off, on);
        assertThat(compared.setting()).isEqualTo("The runs differ in Lock (off, on).");
        assertThat(compared.first().label()).isEqualTo("Lock off");
        assertThat(compared.second().label()).isEqualTo("Lock on");
        assertThat(compared.heading()).isEqualTo("Lost update: “Lock off” and “Lock on”");
        assertThat(compared.isOfOneScenario()).isTrue();
    }

    @Test
    void runs_that_do_not_differ_are_told_apart_by_their_time() throws IOException {
        var one = side("lost-update", "lock", new Value.Truth(false));
        var other = side("lost-update", "lock", new Value.Truth(false));
        var compared = CompareModel.compare(one, other);
        assertThat(compared.setting()).startsWith("Scenario, knobs and cores are the same");
        assertThat(compared.first().label()).startsWith("of 22 Nov 2026 ");
        assertThat(compared.differences()).isNotEmpty().noneMatch(Difference::isOne);
    }

    @Test
    void runs_of_two_scenarios_are_told_apart_by_their_titles() throws IOException {
        var one = side("lost-update", "lock", new Value.Truth(false));
        var other = side("two-locks", "workers", new Value.Whole(2));
        var compared = CompareModel.compare(one, other);
        assertThat(compared.setting())
                .isEqualTo("The runs are of two scenarios: “Lost update” and “Two locks, opposite order”.");
        assertThat(compared.heading()).isEqualTo("“Lost update” and “Two locks, opposite order”");
        assertThat(compared.isOfOneScenario()).isFalse();
    }

    @Test
    void the_axis_is_as_long_as_the_longer_run_and_begins_at_zero() throws IOException {
        var one = side("lost-update", "lock", new Value.Truth(false));
        assertThat(CompareModel.compare(one, one).axis()).isEqualTo(new Window(0, one.length() * 101 / 100));
    }

    @Test
    void a_change_says_how_much_and_how_many_times() {
        assertThat(Difference.times("x", 2_000_000, 3_000_000).change().words()).isEqualTo("+1.00 ms (50 %)");
        assertThat(Difference.times("x", 3_000_000, 1_000_000).change().words()).isEqualTo("−2.00 ms (÷ 3.00)");
        assertThat(Difference.counts("x", 0, 1_213).change().words()).isEqualTo("+1,213");
        assertThat(Difference.counts("x", 7, 7).change()).isEqualTo(Difference.Cell.NOTHING);
        assertThat(Difference.counts("x", 7, 7).isOne()).isFalse();
    }

    @Test
    void times_are_sorted_by_their_length_not_by_their_words() {
        var shorter = Difference.times("x", 900, 0).first();
        var longer = Difference.times("x", 2_000_000_000L, 0).first();
        assertThat(shorter.number()).isLessThan(longer.number());
    }

    private Side side(String scenario, String knob, Value value) throws IOException {
        var directory = runs.add(scenario, "off");
        var feed = new TraceFeed(directory);
        feed.finish();
        var past = StoredRuns.past(directory);
        var document = new Library().find(scenario).orElseThrow();
        var settings = Settings.of(document.scenario().orElseThrow());
        var turned = settings.asMap().containsKey(knob) ? settings.with(knob, value) : settings;
        var run = new PastRun(
                past.at(), new RunPlan(document, turned, 2, directory), past.end(), past.wall(), past.report());
        return new Side(kept(run), run, feed.timeline(), "");
    }

    private KeptRun kept(PastRun run) {
        var shelf = new RunShelf(
                runs.store(), new UserSettings(folder.resolve("settings.json")), Runnable::run, Runnable::run);
        return shelf.add(run, Optional.empty());
    }
}
