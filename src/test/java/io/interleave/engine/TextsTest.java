package io.interleave.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.interleave.model.Place;
import io.interleave.trace.Definition;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Place PLACE = new Place(7, 1, 7, 2);

    private final Texts texts = new Texts();

    @Test
    void equal_texts_have_one_number_and_others_have_others() {
        assertThat(texts.number("a")).isEqualTo(texts.number("a", PLACE)).isNotEqualTo(texts.number("b"));
        assertThat(texts.text(texts.number("b"))).isEqualTo("b");
    }

    @Test
    void the_empty_text_is_what_a_local_is_that_nobody_has_set() {
        texts.number("a");
        assertThat(texts.text(0)).isEmpty();
        assertThat(texts.number("")).isZero();
    }

    @Test
    void threads_that_meet_the_same_texts_agree_on_their_numbers() throws Exception {
        List<List<Long>> found;
        try (var threads = Executors.newFixedThreadPool(4)) {
            found = threads
                    .invokeAll(IntStream.range(0, 4)
                            .mapToObj(_ -> (Callable<List<Long>>) () -> IntStream.range(0, 2000)
                                    .mapToObj(i -> texts.number("text " + i, PLACE))
                                    .toList())
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(found).allMatch(it -> it.equals(found.getFirst()));
        for (int i = 0; i < 2000; i++) {
            assertThat(texts.text(found.getFirst().get(i))).isEqualTo("text " + i);
        }
    }

    @Test
    void the_trace_is_told_each_text_once_the_earlier_ones_too() {
        var told = new ConcurrentHashMap<Long, String>();
        texts.number("before");
        texts.tell(it -> assertThat(
                        it instanceof Definition.Text(var number, var text)
                                ? told.put(number, text)
                                : "another definition")
                .isNull());
        texts.number("after", PLACE);
        texts.number("after", PLACE);

        assertThat(told).containsOnly(entry(0L, ""), entry(1L, "before"), entry(2L, "after"));
    }

    @Test
    void a_run_that_is_flooded_with_texts_fails_in_words_at_the_step_that_brought_them() {
        var large = "x".repeat((int) (Texts.MOST_CHARACTERS / 4));
        for (int i = 0; i < 3; i++) {
            texts.number(large + i, PLACE);
        }

        assertThatThrownBy(() -> texts.number(large + 3, PLACE))
                .isInstanceOf(UnitFailed.class)
                .hasMessageContaining("too many different texts");
        assertThat(texts.number(large + 2, PLACE)).isEqualTo(3);
    }
}
