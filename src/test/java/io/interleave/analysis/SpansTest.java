package io.interleave.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.testkit.Seed;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SpansTest {

    @Test
    void the_quick_search_finds_what_a_plain_one_finds() {
        var random = Seed.random(SpansTest.class);
        for (int run = 0; run < 200; run++) {
            var spans = new Spans();
            long time = 0;
            int size = random.nextInt(200);
            for (int i = 0; i < size; i++) {
                time += random.nextInt(3);
                long start = time;
                time += random.nextInt(4);
                spans.add(start, time, State.RUNNING, 0, 0, 0, 0);
            }
            for (int look = 0; look < 50; look++) {
                long at = random.nextLong(-2, time + 3);
                int from = random.nextInt(size + 1);
                int plain = from;
                while (plain < size && spans.end(plain) <= at) {
                    plain++;
                }
                assertThat(spans.firstEndingAfter(at, from)).isEqualTo(plain);
                int first = spans.firstEndingAfter(at);
                boolean hit = first < size && spans.start(first) <= at;
                assertThat(spans.at(at)).isEqualTo(hit ? first : Spans.NONE);
            }
        }
    }

    @Test
    void a_map_by_number_is_a_sorted_map() {
        var random = Seed.random(SpansTest.class);
        var map = new IntMap<String>();
        var model = new TreeMap<Integer, String>();
        for (int i = 0; i < 5_000; i++) {
            int key = random.nextBoolean() ? random.nextInt(50) : random.nextInt();
            var value = "value " + i;
            if (random.nextBoolean()) {
                map.put(key, value);
                model.put(key, value);
            } else {
                assertThat(map.get(key, _ -> value)).isEqualTo(model.computeIfAbsent(key, _ -> value));
            }
            assertThat(map.find(~key)).isEqualTo(Optional.ofNullable(model.get(~key)));
        }
        assertThat(map).containsExactlyElementsOf(model.values());
        assertThat(map.size()).isEqualTo(model.size());
    }
}
