package io.interleave.engine;

import static io.interleave.engine.Runs.beside;
import static io.interleave.engine.Runs.engine;
import static io.interleave.engine.Runs.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.trace.Definition.How;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever units wait for, a stop ends them.
@Timeout(60)
class StopTest {

    private static final String RESOURCES = """
            resources:
              gil: { lock: gil }
              never: { event: off }
              mutex: { lock: mutex }
              reentrant: { lock: reentrant }
              fair: { lock: fair }
              spin: { lock: spin }
              rw: { lock: read_write }
              stamped: { lock: stamped }
              seats: { semaphore: 0 }
              ready: { condition: mutex }
              meet: { barrier: 100 }
              done: { latch: 1 }
              round: { phaser: 100 }
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hold: mutex, steps: [ { await: never } ]",
                "hold: reentrant, steps: [ { await: never } ]",
                "hold: fair, steps: [ { await: never } ]",
                "hold: spin, steps: [ { await: never } ]",
                "hold: spin, steps: [ { hold: spin, steps: [ { await: never } ] } ]",
                "hold: rw, steps: [ { await: never } ]",
                "hold: { lock: rw, mode: read }, steps: [ { hold: rw, steps: [ { await: never } ] } ]",
                "hold: stamped, steps: [ { await: never } ]",
                "hold: { lock: stamped, mode: optimistic }, steps: [ { await: never } ]",
                "hold: stamped, steps: [ { hold: { lock: stamped, mode: optimistic }, steps: [ { await: never } ] } ]",
                "hold: mutex, timeout: 1000s, steps: [ { await: never } ]",
                "hold: spin, timeout: 1000s, steps: [ { await: never } ]",
                "hold: seats, steps: [ { await: never } ]",
                "acquire: seats",
                "hold: mutex, steps: [ { await: ready } ]",
                "await: meet",
                "await: meet, timeout: 1000s",
                "await: done",
                "await: round",
                "await: never",
                "repeat: 100000000, steps: [ { try: mutex, steps: [ { hold: spin, steps: [ { sleep: 0s } ] } ], else: [ { sleep: 0s } ] } ]"
            })
    void ends_units_that_wait(String step) throws Exception {
        for (var head : new String[] {"thread: 4", "thread: 4, under: gil", "coroutine: 4"}) {
            var text = scenario(RESOURCES + "units: { worker: { %s, steps: [ { %s } ] } }\n".formatted(head, step));

            var atOnce = engine(text);
            var result = beside(atOnce);
            atOnce.stop();
            assertEnds(result.get(30, TimeUnit.SECONDS), How.STOPPED);

            var limited = engine(text, Optional.of(Duration.ofMillis(30)), Optional.empty());
            assertEnds(limited.run(), How.LIMIT);
        }
    }

    private static void assertEnds(Engine.Result result, How how) throws InterruptedException {
        assertThat(result.how()).isEqualTo(how);
        assertThat(result.failure()).isEmpty();
        Runs.awaitThreadsGone("worker.*");
    }
}
