package io.interleave.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.interleave.model.Value;
import io.interleave.testkit.RunScript;
import io.interleave.trace.Definition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two runs side by side.
class ComparisonTest {

    private static final int LOCK = 5;
    private static final int COUNT = 20;

    @TempDir
    private Path directory;

    private RunScript script(boolean lock) throws IOException {
        return new RunScript(directory)
                .scenario("", Map.of("lock", Boolean.toString(lock), "workers", "2"))
                .units(0, 2, "worker", "thread")
                .lock(LOCK, "mutex")
                .variable(COUNT, "count", 0);
    }

    private Timeline locked() throws IOException {
        return script(true)
                .at(0)
                .starts(0, 100)
                .starts(1, 101)
                .acquires(0, LOCK, 1)
                .at(5)
                .waits(1, LOCK, 0, 1)
                .at(10)
                .reads(0, COUNT, 0)
                .writes(0, COUNT, 1)
                .releases(0, LOCK, 1)
                .acquires(1, LOCK, 1)
                .at(20)
                .reads(1, COUNT, 1)
                .writes(1, COUNT, 2)
                .releases(1, LOCK, 1)
                .ends(0)
                .at(30)
                .ends(1)
                .end(Definition.How.COMPLETED)
                .timeline();
    }

    private Timeline unlocked() throws IOException {
        return script(false)
                .at(0)
                .starts(0, 100)
                .starts(1, 101)
                .at(3)
                .reads(0, COUNT, 0)
                .reads(1, COUNT, 0)
                .at(4)
                .writes(0, COUNT, 1)
                .writes(1, COUNT, 1)
                .at(8)
                .ends(0)
                .ends(1)
                .end(Definition.How.COMPLETED)
                .timeline();
    }

    @Test
    void the_lock_on_and_off_differ_in_time_in_waits_in_the_value_and_in_what_was_lost() throws IOException {
        var comparison = Comparison.of(locked(), unlocked());

        assertThat(comparison.runs().first().nanos()).isEqualTo(30);
        assertThat(comparison.runs().second().nanos()).isEqualTo(8);
        assertThat(comparison.knobs())
                .containsExactly(new Comparison.Row<>("lock", Optional.of("true"), Optional.of("false")));
        var mutex = comparison.locks().getFirst();
        assertThat(mutex.first().orElseThrow().waited()).isEqualTo(5);
        assertThat(mutex.first().orElseThrow().held()).isEqualTo(20);
        assertThat(mutex.second().orElseThrow().waits()).isZero();
        assertThat(comparison.variables())
                .containsExactly(new Comparison.Row<>(
                        "count", Optional.of(new Value.Whole(2)), Optional.of(new Value.Whole(1))));
        assertThat(comparison.findings())
                .extracting(
                        Comparison.Row::name,
                        it -> it.first().isPresent(),
                        it -> it.second().isPresent())
                .contains(tuple("updates lost: count", false, true));
        assertThat(comparison.units()).extracting(Comparison.Row::name).containsExactly("worker 1", "worker 2");
        assertThat(comparison.groups().getFirst().first().orElseThrow().nanos(State.LOCK_WAIT))
                .isEqualTo(5);
    }

    @Test
    void what_only_one_run_has_stands_alone() throws IOException {
        var other = new RunScript(directory)
                .units(0, 3, "worker", "thread")
                .resource(7, "jobs", "queue")
                .at(0)
                .starts(2, 100)
                .at(4)
                .ends(2)
                .timeline();

        var comparison = Comparison.of(unlocked(), other);
        assertThat(comparison.units())
                .extracting(Comparison.Row::name)
                .containsExactly("worker 1", "worker 2", "worker 3");
        assertThat(comparison.units().getLast().first()).isEmpty();
        assertThat(comparison.resources()).hasSize(1);
        assertThat(comparison.locks().getFirst().second()).isEmpty();
    }

    @Test
    void a_run_is_the_same_as_itself() throws IOException {
        var run = locked();
        var comparison = Comparison.of(run, run);

        assertThat(comparison.knobs()).isEmpty();
        assertThat(List.of(comparison.groups(), comparison.units(), comparison.locks(), comparison.variables()))
                .allSatisfy(rows -> assertThat(rows).allMatch(Comparison.Row::isSame));
    }
}
