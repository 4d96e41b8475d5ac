package io.interleave.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.analysis.Lane;
import io.interleave.analysis.SpansBuilder;
import io.interleave.analysis.UnitKind;
import io.interleave.testkit.RunScript;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which lanes belong together, as someone has arranged them.
final class SectionsTest {

    private static final LaneKey THREAD = new LaneKey(Lane.Kind.CHILD, 31);

    @TempDir
    private Path directory;

    private final FakeSource usual = Crowd.usual();

    private static LaneKey unit(int unit) {
        return new LaneKey(Lane.Kind.UNIT, unit);
    }

    private List<Integer> units(String section, Arrangement arrangement) {
        return subjects(Sections.of(usual, arrangement), section);
    }

    private static List<Integer> subjects(List<Section> sections, String section) {
        return sections.stream()
                .filter(it -> it.key().equals(section))
                .flatMap(it -> it.entries().stream())
                .map(it -> it.key().subject())
                .toList();
    }

    @Test
    void units_of_a_group_are_together_and_those_alone_are_with_their_kind() {
        assertThat(Sections.of(usual, Arrangement.PLAIN))
                .extracting(Section::key)
                .containsExactly("cores", "group pool", "kind THREAD", "kind PROCESS", "shared", "variables");
        assertThat(units("group pool", Arrangement.PLAIN)).hasSize(12);
        assertThat(units("kind THREAD", Arrangement.PLAIN)).containsExactly(20, 21);
        assertThat(units("shared", Arrangement.PLAIN)).containsExactly(100, 101, 102);
    }

    @Test
    void a_heading_counts_units_and_not_their_threads() {
        var source = new FakeSource();
        for (int process = 0; process < 2; process++) {
            source.lane(Lane.Kind.UNIT, process * 10, "child " + process, "child", new SpansBuilder());
            source.lane(Lane.Kind.CHILD, process * 10 + 1, "thread", "", new SpansBuilder());
        }
        assertThat(Sections.of(source, Arrangement.PLAIN).getFirst().title()).contains("2 ");
    }

    @Test
    void the_threads_of_a_process_fold_under_it() {
        assertThat(units("kind PROCESS", Arrangement.PLAIN)).containsExactly(30, 31, 32);
        var folded = Arrangement.PLAIN.toggled(Sections.childrenOf(30));
        assertThat(units("kind PROCESS", folded)).containsExactly(30);
        assertThat(units("kind PROCESS", folded.toggled(Sections.childrenOf(30))))
                .containsExactly(30, 31, 32);
    }

    @Test
    void names_are_sorted_by_their_numbers() {
        usual.lane(Lane.Kind.UNIT, 13, "Pool 9a", "pool", new SpansBuilder());
        var sorted = Arrangement.PLAIN
                .moved("group pool", List.of(unit(5), unit(3)))
                .sorted(Arrangement.Order.NAME, Map.of());
        assertThat(units("group pool", sorted)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13);
        assertThat(Sections.inOrderOfNumbers("worker 2", "worker 10")).isNegative();
        assertThat(Sections.inOrderOfNumbers("worker 10", "worker 9")).isPositive();
        assertThat(Sections.inOrderOfNumbers("worker 3", "worker 3")).isZero();
        assertThat(Sections.inOrderOfNumbers("a 7", "b 1")).isNegative();
    }

    @Test
    void who_was_busy_longest_comes_first_and_who_is_not_known_last() {
        var amounts = Map.of(3, 50L, 7, 900L, 11, 100L);
        for (var order : List.of(Arrangement.Order.BUSY, Arrangement.Order.WAITED)) {
            assertThat(units("group pool", Arrangement.PLAIN.sorted(order, amounts)))
                    .startsWith(7, 11, 3, 0, 1, 2)
                    .hasSize(12);
        }
    }

    @Test
    void what_is_shared_is_never_sorted() {
        var sorted = Arrangement.PLAIN.sorted(Arrangement.Order.BUSY, Map.of(101, 5L, 1, 3L));
        assertThat(units("shared", sorted)).containsExactly(100, 101, 102);
        assertThat(units("cores", sorted)).containsExactly(0, 1);
    }

    @Test
    void a_lane_takes_the_place_of_another_one_up_and_down() {
        var down = Sections.moving(usual, Arrangement.PLAIN, unit(1), unit(4));
        assertThat(units("group pool", down)).startsWith(0, 2, 3, 4, 1, 5);
        var up = Sections.moving(usual, down, unit(5), unit(0));
        assertThat(units("group pool", up)).startsWith(5, 0, 2, 3, 4, 1, 6);
    }

    @Test
    void a_lane_does_not_leave_its_section() {
        assertThat(Sections.moving(usual, Arrangement.PLAIN, unit(1), unit(20))).isEqualTo(Arrangement.PLAIN);
        assertThat(Sections.moving(usual, Arrangement.PLAIN, unit(1), new LaneKey(Lane.Kind.CORE, 0)))
                .isEqualTo(Arrangement.PLAIN);
        assertThat(Sections.moving(usual, Arrangement.PLAIN, unit(1), unit(999)))
                .isEqualTo(Arrangement.PLAIN);
    }

    @Test
    void threads_go_with_their_process() {
        usual.lane(Lane.Kind.UNIT, 40, "child 40", "child 40", new SpansBuilder());
        usual.kinds.put(40, UnitKind.PROCESS);
        var moved = Sections.moving(usual, Arrangement.PLAIN, unit(40), unit(30));
        assertThat(units("kind PROCESS", moved)).containsExactly(40, 30, 31, 32);
        var between = Sections.moving(usual, Arrangement.PLAIN, unit(40), new LaneKey(Lane.Kind.CHILD, 32));
        assertThat(units("kind PROCESS", between)).containsSubsequence(30, 31, 32);
    }

    @Test
    void pinned_lanes_are_moved_among_each_other() {
        var pinned =
                Arrangement.PLAIN.togglingPin(unit(3)).togglingPin(unit(20)).togglingPin(unit(5));
        assertThat(Sections.moving(usual, pinned, unit(5), unit(3)).pinned())
                .containsExactly(unit(5), unit(3), unit(20));
        assertThat(Sections.moving(usual, pinned, unit(3), unit(0))).isEqualTo(pinned);
    }

    @Test
    void pinned_and_hidden_lanes_are_not_in_their_section() {
        var arranged = Arrangement.PLAIN.togglingPin(unit(3)).hiding(unit(4));
        assertThat(units("group pool", arranged)).doesNotContain(3, 4).hasSize(10);
        assertThat(units("group pool", arranged.showingAll().togglingPin(unit(3))))
                .hasSize(12);
    }

    @Test
    void a_pinned_lane_that_is_hidden_is_no_longer_pinned() {
        var hidden = Arrangement.PLAIN.togglingPin(unit(3)).hiding(unit(3));
        assertThat(hidden.pinned()).isEmpty();
        assertThat(units("group pool", hidden)).doesNotContain(3);
    }

    @Test
    void to_reveal_a_lane_unfolds_shows_and_opens_what_is_above_it() {
        assertThat(Sections.revealing(usual, Arrangement.PLAIN.toggled("group pool"), unit(3)))
                .isEqualTo(Arrangement.PLAIN);
        assertThat(Sections.revealing(usual, Arrangement.PLAIN.hiding(unit(3)), unit(3)))
                .isEqualTo(Arrangement.PLAIN);
        var folded = Arrangement.PLAIN.toggled(Sections.childrenOf(30)).toggled("kind PROCESS");
        assertThat(units("kind PROCESS", Sections.revealing(usual, folded, THREAD)))
                .containsExactly(30, 31, 32);
        assertThat(Sections.revealing(usual, folded, THREAD).turned()).isEmpty();
    }

    @Test
    void to_reveal_a_pinned_lane_changes_nothing() {
        var pinned = Arrangement.PLAIN.togglingPin(unit(3)).toggled("group pool");
        assertThat(Sections.revealing(usual, pinned, unit(3))).isEqualTo(pinned);
    }

    @Test
    void to_reveal_what_is_not_there_changes_nothing() {
        var folded = Arrangement.PLAIN.toggled("group pool");
        assertThat(Sections.revealing(usual, folded, unit(999))).isEqualTo(folded);
    }

    @Test
    void of_a_large_group_the_first_have_lanes_and_all_when_asked_for() throws IOException {
        var source = large(200);
        var plain = Sections.of(source, Arrangement.PLAIN);
        var section = plain.getFirst();
        assertThat(section.head()).extracting(it -> it.key().kind()).containsExactly(Lane.Kind.GROUP);
        assertThat(section.entries().size() + section.more()).isEqualTo(200);
        assertThat(section.more()).isPositive();

        var whole = Sections.of(source, Arrangement.PLAIN.toggledWhole("fetch"));
        assertThat(subjects(whole, section.key()))
                .isEqualTo(IntStream.range(0, 200).boxed().toList());
        assertThat(whole.getFirst().more()).isZero();
    }

    @Test
    void to_reveal_the_last_of_a_large_group_gives_it_a_lane() throws IOException {
        var source = large(200);
        var folded = Arrangement.PLAIN;
        assertThat(folded.isFolded("large fetch")).isTrue();
        var revealed = Sections.revealing(source, folded, unit(199));
        assertThat(subjects(Sections.of(source, revealed), "large fetch")).contains(199);
        assertThat(revealed.isFolded("large fetch")).isFalse();
        var first = Sections.revealing(source, folded, unit(0));
        assertThat(first.whole()).isEmpty();
        assertThat(first.isFolded("large fetch")).isFalse();
    }

    @Test
    void a_unit_beyond_the_last_lane_is_pinned_to_be_seen() throws IOException {
        var source = large(100_002);
        var revealed = Sections.revealing(source, Arrangement.PLAIN, unit(100_001));
        assertThat(revealed.pinned()).containsExactly(unit(100_001));
        assertThat(Sections.revealing(source, revealed, unit(100_001))).isEqualTo(revealed);
        assertThat(Sections.revealing(source, Arrangement.PLAIN, unit(99_999)).whole())
                .containsExactly("fetch");
    }

    @Test
    void numbers_sort_a_large_group_too() throws IOException {
        var source = large(200);
        var sorted = Arrangement.PLAIN.toggledWhole("fetch").sorted(Arrangement.Order.BUSY, Map.of(150, 9L));
        assertThat(subjects(Sections.of(source, sorted), "large fetch"))
                .startsWith(150, 0)
                .hasSize(200);
    }

    private Source large(int units) throws IOException {
        var script = new RunScript(directory).units(0, units, "fetch", "coroutine");
        for (int unit = 0; unit < units; unit++) {
            script.at(unit).starts(unit, -1);
        }
        return new TimelineSource(script.at(1_000).ends(0).timeline());
    }
}
