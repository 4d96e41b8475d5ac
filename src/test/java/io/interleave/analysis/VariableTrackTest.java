package io.interleave.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.model.Value;
import io.interleave.testkit.Seed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Against a model of memory that knows what really happened.
class VariableTrackTest {

    private static final int RUNS = Integer.getInteger("interleave.lost.runs", 2_000);
    private static final int STEP = 7;

    private final LostUpdates lost = new LostUpdates();
    private final VariableTrack variable = new VariableTrack(3, "count", Value.Type.WHOLE, lost);

    /// One unit that adds one, again and again, in five moves: say something else, load, record the read, record the
    /// write, store.
    private static final class Adder {
        final int unit;
        int left;
        int move;
        long loaded;
        long spokeAt = Long.MIN_VALUE;

        Adder(int unit, int left) {
            this.unit = unit;
            this.left = left;
        }
    }

    private long memory;
    private long time;

    private void move(Adder adder) {
        // Far more than a store takes to be seen.
        time += 10_000;
        switch (adder.move++) {
            case 0 -> adder.spokeAt = time;
            case 1 -> adder.loaded = memory;
            case 2 -> {
                variable.read(time, adder.unit, adder.spokeAt, adder.loaded);
                adder.spokeAt = time;
            }
            case 3 -> {
                variable.write(time, adder.unit, adder.loaded + 1, STEP);
                adder.spokeAt = time;
            }
            default -> {
                memory = adder.loaded + 1;
                adder.move = 0;
                adder.left--;
            }
        }
    }

    private static List<Adder> adders(Random random) {
        var adders = new ArrayList<Adder>();
        int units = 1 + random.nextInt(6);
        for (int unit = 0; unit < units; unit++) {
            adders.add(new Adder(unit, 1 + random.nextInt(30)));
        }
        return adders;
    }

    private void begin() {
        memory = 0;
        time = 0;
        variable.blindWrite(time, Spans.NONE, 0, Spans.NONE);
    }

    @Test
    void what_is_lost_is_exactly_what_the_sum_lacks_however_late_units_are() {
        var random = Seed.random(VariableTrackTest.class);
        for (int run = 0; run < RUNS; run++) {
            var test = new VariableTrackTest();
            var adders = adders(random);
            int total = adders.stream().mapToInt(it -> it.left).sum();
            // Some schedules change the unit at each move, others let it go on for long.
            double stay = random.nextDouble();
            test.begin();
            var adder = adders.getFirst();
            while (!adders.isEmpty()) {
                if (adder.left == 0 || random.nextDouble() >= stay) {
                    adder = adders.get(random.nextInt(adders.size()));
                }
                test.move(adder);
                if (adder.left == 0) {
                    adders.remove(adder);
                    adder = adders.isEmpty() ? adder : adders.getFirst();
                }
            }
            test.variable.isFinally(test.memory);

            assertThat(test.variable.writes()).isEqualTo(total);
            assertThat(test.variable.lost()).as("run %d", run).isEqualTo(total - test.memory);
        }
    }

    @Test
    void with_a_lock_nothing_is_lost() {
        var random = Seed.random(VariableTrackTest.class);
        var adders = adders(random);
        begin();
        while (!adders.isEmpty()) {
            var adder = adders.get(random.nextInt(adders.size()));
            do {
                move(adder);
            } while (adder.move != 0);
            adders.removeIf(it -> it.left == 0);
        }
        assertThat(variable.lost()).isZero();
        assertThat(variable.conflicts()).isZero();
        assertThat(lost.size()).isZero();
    }

    /// Reads and writes that are recorded at the instant when they are done.
    @Test
    void each_conflict_has_its_two_reads_and_two_writes() {
        var random = Seed.random(VariableTrackTest.class);
        record Update(int unit, long readTime, long readValue, long writeTime, long writeValue) {}
        var last = new Update(Spans.NONE, Long.MIN_VALUE, 0, 0, 0);
        var expected = new ArrayList<List<Update>>();
        var reads = new long[4][];
        begin();
        for (int i = 0; i < 500; i++) {
            time++;
            int unit = random.nextInt(4);
            if (reads[unit] == null) {
                reads[unit] = new long[] {time, memory};
                variable.read(time, unit, time - 1, memory);
                continue;
            }
            var update = new Update(unit, reads[unit][0], reads[unit][1], time, reads[unit][1] + 1);
            if (last.writeTime() > update.readTime()) {
                expected.add(List.of(last, update));
            }
            variable.write(time, unit, update.writeValue(), STEP);
            memory = update.writeValue();
            last = update;
            reads[unit] = null;
        }

        var found = new ArrayList<List<Update>>();
        for (int i = 0; i < lost.size(); i++) {
            assertThat(lost.variable(i)).isEqualTo(3);
            found.add(List.of(
                    new Update(
                            lost.lostUnit(i),
                            lost.lostReadTime(i),
                            lost.lostReadValue(i),
                            lost.lostWriteTime(i),
                            lost.lostWriteValue(i)),
                    new Update(
                            lost.overwriter(i),
                            lost.overwriterReadTime(i),
                            lost.overwriterReadValue(i),
                            lost.overwriterWriteTime(i),
                            lost.overwriterWriteValue(i))));
        }
        assertThat(found).isEqualTo(expected).isNotEmpty();
        assertThat(variable.conflicts()).isEqualTo(expected.size());
        assertThat(new HashSet<>(found)).hasSize(found.size());
    }

    @Test
    void blind_and_atomic_writes_lose_nothing() {
        begin();
        for (int i = 1; i < 100; i++) {
            variable.blindWrite(i, i % 3, i * 10, STEP);
        }
        assertThat(variable.lost()).isZero();
        assertThat(variable.value()).isEqualTo(990);
    }

    @Test
    void a_read_that_was_late_saw_the_older_version() {
        begin();
        // Unit 1 loads 0 here, and records that only at 3.
        variable.read(1, 0, 0, 0);
        variable.write(2, 0, 1, STEP);
        variable.read(3, 1, 0, 0);
        variable.write(4, 1, 1, STEP);

        assertThat(variable.lost()).isEqualTo(1);
        assertThat(lost.lostUnit(0)).isZero();
        assertThat(lost.overwriter(0)).isEqualTo(1);
        assertThat(lost.overwriterReadTime(0)).isEqualTo(3);
    }

    @Test
    void a_write_that_was_done_late_undoes_all_that_came_meanwhile() {
        begin();
        variable.read(1, 0, 0, 0);
        variable.write(2, 0, 1, STEP);
        for (int i = 0; i < 100_000; i++) {
            variable.read(3 + 2 * i, 1, 2 + 2 * i, i);
            variable.write(4 + 2 * i, 1, i + 1, STEP);
        }
        // Only now unit 0 stores its 1, and the other one sees it.
        variable.read(1_000_000, 1, 999_999, 1);
        variable.write(1_000_001, 1, 2, STEP);

        assertThat(variable.writes()).isEqualTo(100_002);
        assertThat(variable.lost()).isEqualTo(100_000);
    }

    @Test
    void the_variable_is_what_memory_held_at_the_end() {
        begin();
        variable.read(1, 0, 0, 0);
        variable.read(2, 1, 0, 0);
        variable.write(3, 0, 1, STEP);
        variable.write(4, 1, 1, STEP);
        variable.read(5, 1, 4, 1);
        variable.write(6, 1, 2, STEP);
        // Unit 0 stored last.
        variable.isFinally(1);

        assertThat(variable.value()).isEqualTo(1);
        assertThat(variable.lost()).isEqualTo(2);
    }

    @Test
    void each_version_is_a_span_of_its_lane() {
        begin();
        variable.blindWrite(10, 0, 5, STEP);
        variable.blindWrite(25, 1, 6, STEP);
        variable.advance(40);

        var spans = variable.spans;
        assertThat(spans.size()).isEqualTo(3);
        assertThat(List.of(spans.start(1), spans.end(1), spans.value(1))).containsExactly(10L, 25L, 5L);
        assertThat(List.of(spans.start(2), spans.end(2), spans.value(2))).containsExactly(25L, 40L, 6L);
        assertThat(spans.object(2)).isEqualTo(1);
        assertThat(spans.step(2)).isEqualTo(STEP);
        assertThat(spans.state(2)).isEqualTo(State.VALUE);
    }

    @Test
    void of_what_a_unit_wrote_at_one_moment_not_all_is_looked_through() {
        variable.blindWrite(10, 1, 7, STEP);
        for (int i = 0; i < 300; i++) {
            variable.blindWrite(20, 1, 100 + i, STEP);
        }
        variable.read(30, 2, 0, 7);
        variable.write(40, 2, 8, STEP);
        assertThat(variable.conflicts()).isZero();
        variable.read(50, 3, 0, 399);
        variable.write(60, 3, 9, STEP);
        assertThat(variable.conflicts()).isOne();
    }
}
