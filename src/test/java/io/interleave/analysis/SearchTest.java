package io.interleave.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.model.Value;
import io.interleave.testkit.RunScript;
import io.interleave.trace.Definition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is found by part of its name.
class SearchTest {

    @TempDir
    private Path directory;

    private Timeline timeline = new Timeline();

    @BeforeEach
    void tell() throws IOException {
        timeline = new RunScript(directory)
                .units(0, 3, "worker", "thread")
                .units(10, 100_000, "fetch page", "coroutine")
                .define(new Definition.Units(200_000, 50, "worker", 3, "thread", -1))
                .define(new Definition.Unit(300_000, "Main", "Main", 0, "thread", -1))
                .define(new Definition.Resource(5, "page lock", "lock", Value.Type.TRUTH))
                .define(new Definition.Resource(6, "pages", "queue", Value.Type.TRUTH))
                .define(new Definition.Step(1, "compute", "compute: 5ms", 12))
                .define(new Definition.Step(2, "put", "put: pages", 13))
                .at(0)
                .starts(0, 100)
                .starts(1, 101)
                .computes(0, 1)
                .at(5)
                .computes(0, 2)
                .at(7)
                .computes(1, 1)
                .acquires(1, 5, 1)
                .at(8)
                .waits(0, 5, 1, 1)
                .at(20)
                .ends(1)
                .timeline();
    }

    private List<String> names(String text) {
        return timeline.search(text, 8).hits().stream().map(Hit::name).toList();
    }

    @Test
    void what_is_called_so_comes_before_what_begins_so_and_what_contains_it() {
        assertThat(names("pages")).startsWith("pages", "put: pages");
        assertThat(names("PAGE")).startsWith("page lock", "pages");
        assertThat(names("main")).containsExactly("Main");
        assertThat(names("ain")).containsExactly("Main");
    }

    @Test
    void a_unit_is_found_by_its_number_among_a_hundred_thousand() {
        assertThat(names("fetch page 777")).startsWith("fetch page 777", "fetch page 7770", "fetch page 7771");
        assertThat(timeline.search("fetch page 777", 8).total()).isEqualTo(1 + 10 + 100);
        assertThat(names("page 99999")).containsExactly("fetch page 99999");
        assertThat(names("fetch page 100001")).isEmpty();
        assertThat(timeline.search("777", 5).total()).isEqualTo(1 + 10 + 100);
    }

    @Test
    void all_that_there_are_are_counted_but_only_so_many_given() {
        var hits = timeline.search("fetch", 10);

        assertThat(hits.hits()).hasSize(10);
        assertThat(hits.hits().getFirst()).isEqualTo(new Hit.Units(1, "fetch page", 100_000));
        assertThat(hits.total()).isEqualTo(100_001);
    }

    @Test
    void units_of_a_group_that_were_told_in_parts_are_found() {
        assertThat(names("worker 4")).startsWith("worker 4", "worker 40", "worker 41");
        assertThat(timeline.search("worker 4", 100).total()).isEqualTo(1 + 10);
        assertThat(timeline.search("worker 3", 1).hits())
                .first()
                .isInstanceOfSatisfying(
                        Hit.Unit.class, it -> assertThat(it.unit()).isEqualTo(2));
        assertThat(timeline.search("worker 4", 1).hits())
                .first()
                .isInstanceOfSatisfying(
                        Hit.Unit.class, it -> assertThat(it.unit()).isEqualTo(200_000));
    }

    @Test
    void a_hit_says_what_to_select() {
        assertThat(timeline.search("main", 1).hits())
                .containsExactly(new Hit.Unit(300_000, "Main", Lane.Kind.UNIT, 0, 0));
        assertThat(timeline.search("worker 1", 1).hits())
                .containsExactly(new Hit.Unit(0, "worker 1", Lane.Kind.UNIT, 0, 20));
        assertThat(timeline.search("queue", 1).hits())
                .containsExactly(new Hit.Resource(6, "pages", Lane.Kind.LEVEL, "queue"));
        assertThat(timeline.search("contention", 1).hits())
                .first()
                .isInstanceOfSatisfying(
                        Hit.Pointed.class, it -> assertThat(it.subject()).isEqualTo(5));
    }

    @Test
    void a_unit_leads_to_its_group() {
        assertThat(timeline.groupOf(50_000)).isEqualTo(1);
        assertThat(timeline.unitsOf(timeline.groupOf(50_000)).orElseThrow().name())
                .isEqualTo("fetch page");
        assertThat(timeline.groupOf(400_000)).isEqualTo(Spans.NONE);
    }

    @Test
    void steps_are_found_by_text_and_line_and_their_spans_one_after_the_other() {
        assertThat(timeline.search("line 12", 5).hits()).containsExactly(new Hit.Step(1, "compute: 5ms", 12));
        var first = timeline.spanOfStep(1, 0).orElseThrow();
        assertThat(first).isEqualTo(new SpanPlace(0, 0));
        assertThat(timeline.spanOfStep(1, 1)).contains(new SpanPlace(1, 1));
        assertThat(timeline.spanOfStep(1, 9)).isEmpty();
    }

    @Test
    void nothing_is_sought_and_nothing_found() {
        assertThat(timeline.search("  ", 5)).isEqualTo(new Hits(List.of(), 0));
        assertThat(timeline.search("no such thing", 5)).isEqualTo(new Hits(List.of(), 0));
        assertThat(timeline.search("99999999999999999999", 5).total()).isZero();
    }
}
