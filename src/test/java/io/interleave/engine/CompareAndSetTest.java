package io.interleave.engine;

import static io.interleave.engine.Runs.run;
import static io.interleave.engine.Runs.scenario;
import static io.interleave.engine.Runs.whole;
import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.model.Value;
import io.interleave.trace.Definition.How;
import io.interleave.trace.EventKind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CompareAndSetTest {

    @TempDir
    Path directory;

    @Test
    void who_tries_until_it_succeeds_loses_no_update() {
        var result = run(scenario("""
                resources: { count: { variable: 0 }, total: { variable: 0.5 } }
                units:
                  worker:
                    thread: 4
                    steps:
                      - repeat: 500
                        steps:
                          - let: { done: off }
                          - while: not done
                            steps:
                              - read: count
                              - compare_and_set: { variable: count, expect: count, value: count + 1, into: done }
                          - let: { done: off }
                          - while: not done
                            steps:
                              - read: total
                              - compare_and_set: { variable: total, expect: total, value: total + 1, into: done }
                """));

        assertThat(result.how()).isEqualTo(How.COMPLETED);
        assertThat(whole(result, "count")).isEqualTo(2000);
        assertThat(result.finals()).containsEntry("total", new Value.Decimal(2000.5));
    }

    /// The value is what it was, and yet another unit has been there twice.
    @Test
    void it_cannot_tell_a_value_that_came_back_from_one_that_never_left() throws Exception {
        var recorded = Recorded.run(directory, scenario("""
                resources:
                  top: { variable: 1 }
                  version: { variable: 0 }
                  read_it: { event: off }
                  changed: { event: off }
                  fooled: { variable: off }
                  noticed: { variable: off }
                units:
                  slow:
                    thread: 1
                    steps:
                      - read: top
                      - read: version
                      - signal: read_it
                      - await: changed
                      - compare_and_set: { variable: top, expect: top, value: 3, into: fooled_here }
                      - write: { to: fooled, value: fooled_here }
                      - compare_and_set: { variable: version, expect: version, value: version + 1, into: fine }
                      - write: { to: noticed, value: not fine }
                  fast:
                    thread: 1
                    steps:
                      - await: read_it
                      - compare_and_set: { variable: top, expect: 1, value: 2 }
                      - compare_and_set: { variable: top, expect: 2, value: 1 }
                      - increment: { variable: version, by: 2 }
                      - signal: changed
                """));

        assertThat(recorded.result().finals())
                .containsEntry("fooled", new Value.Truth(true))
                .containsEntry("noticed", new Value.Truth(true))
                .containsEntry("top", new Value.Whole(3));
        assertThat(recorded.of("top", EventKind.UPDATE))
                .extracting(it -> it.value())
                .containsExactly(2L, 1L, 3L);
        // One that did not succeed has only looked.
        assertThat(recorded.of("version", EventKind.READ)).hasSize(3);
    }

    @Test
    void each_of_several_variables_has_a_value_of_its_own() throws Exception {
        var recorded = Recorded.run(directory, scenario("""
                resources: { cells: { variable: 0, count: 4 }, meet: { barrier: 4 } }
                units:
                  worker:
                    thread: 4
                    steps:
                      - repeat: index
                        steps:
                          - increment: { variable: cells, at: index }
                          - update: { to: cells, at: index, value: cells + 10 }
                          - compare_and_set: { variable: cells, at: index, expect: 0 - 1, value: 7 }
                      - read: { from: cells, at: index, into: mine }
                      - check: mine == 11 * index
                      - await: meet
                      - write: { to: cells, at: 5 - index, value: mine }
                """));

        assertThat(recorded.result().failure()).isEmpty();
        assertThat(recorded.resources()).containsKeys("cells 1", "cells 4");
    }

    @Test
    void an_element_that_is_not_there_fails_the_unit() {
        var result = run(scenario("""
                resources: { cells: { variable: 0, count: 4 } }
                units: { worker: { thread: 1, steps: [ { read: { from: cells, at: index + 4, into: x } } ] } }
                """));

        assertThat(result.how()).isEqualTo(How.FAILED);
        assertThat(result.failure().orElseThrow().message()).contains("cells 5", "from 1 to 4");
    }
}
