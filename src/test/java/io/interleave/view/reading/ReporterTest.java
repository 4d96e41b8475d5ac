package io.interleave.view.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.analysis.Lane;
import io.interleave.analysis.Timeline;
import io.interleave.testkit.RunScript;
import io.interleave.trace.CoreSource;
import io.interleave.trace.EventKind.WaitEnd;
import io.interleave.view.timeline.LaneKey;
import io.interleave.view.timeline.Selection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is said of a selection.
final class ReporterTest {

    private static final int LOCK = 5;
    private static final int OTHER = 6;
    private static final int QUEUE = 9;

    @TempDir
    private Path directory;

    private RunScript script() throws IOException {
        return new RunScript(directory)
                .units(0, 3, "worker", "thread")
                .lock(LOCK, "mutex")
                .lock(OTHER, "other")
                .resource(QUEUE, "jobs", "queue")
                .step(13, 21);
    }

    private Timeline lockWait() throws IOException {
        return script().at(0)
                .starts(0, 100)
                .starts(1, 101)
                .acquires(1, LOCK, 13)
                .at(5_000)
                .waits(0, LOCK, 1, 13)
                .at(45_000)
                .releases(1, LOCK, 13)
                .at(46_000)
                .acquires(0, LOCK, 13)
                .at(60_000)
                .ends(0)
                .ends(1)
                .timeline();
    }

    private static Selection span(Timeline timeline, int unit, long time) {
        var key = new LaneKey(Lane.Kind.UNIT, unit);
        var spans = timeline.lane(Lane.Kind.UNIT, unit).orElseThrow().spans();
        int span = spans.at(time);
        return new Selection.OfSpan(key, span, spans.start(span), spans.end(span));
    }

    private static Report report(Timeline timeline, Selection selection) {
        return Reporter.of(timeline, selection, Optional.empty());
    }

    private static List<String> chain(Report report) {
        return report.chain().stream().map(Report.Cause::words).toList();
    }

    private static String value(Report report, String name) {
        return report.rows().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    @Test
    void of_a_wait_for_a_lock_it_is_told_who_held_it_and_where() throws IOException {
        var timeline = lockWait();
        var report = report(timeline, span(timeline, 0, 20_000));
        assertThat(chain(report).getFirst()).contains("worker 1", "mutex", "41.0 µs", "worker 2", "line 21");
        assertThat(chain(report).getLast()).startsWith("worker 2 did something meanwhile");
        assertThat(report.chain().get(1).selection().lane()).isEqualTo(new LaneKey(Lane.Kind.UNIT, 1));
        assertThat(report.rows()).extracting(ReportRow::exact).contains("41,000 ns");
    }

    @Test
    void of_a_span_that_did_not_wait_no_cause_is_told() throws IOException {
        var timeline = lockWait();
        assertThat(report(timeline, span(timeline, 1, 20_000)).chain()).isEmpty();
        assertThat(report(timeline, span(timeline, 1, 20_000)).rows()).isNotEmpty();
    }

    @Test
    void of_a_wait_for_an_item_it_is_told_who_put_it_in() throws IOException {
        var timeline = script().at(0)
                .starts(0, 100)
                .starts(1, 101)
                .at(2_000)
                .awaits(0, QUEUE, 13)
                .at(40_000)
                .level(1, QUEUE, 1)
                .at(41_000)
                .waitIsOver(0, QUEUE, WaitEnd.MET, 1)
                .at(50_000)
                .ends(0)
                .ends(1)
                .timeline();
        var chain = chain(report(timeline, span(timeline, 0, 20_000)));
        assertThat(chain.getFirst()).contains("worker 1", "jobs");
        assertThat(chain).anyMatch(it -> it.contains("worker 2"));
    }

    @Test
    void of_two_that_wait_for_each_other_it_is_told_that_this_is_a_deadlock() throws IOException {
        var timeline = script().at(0)
                .starts(0, 100)
                .starts(1, 101)
                .at(1_000)
                .acquires(0, LOCK, 13)
                .acquires(1, OTHER, 13)
                .at(2_000)
                .waits(0, OTHER, 1, 13)
                .at(3_000)
                .waits(1, LOCK, 0, 13)
                .at(90_000)
                .computes(2, 13)
                .timeline();
        var chain = chain(report(timeline, span(timeline, 0, 50_000)));
        assertThat(chain.getLast()).contains("deadlock", "worker 1");
        assertThat(chain).hasSizeBetween(3, 4);
    }

    @Test
    void of_a_unit_that_was_ready_it_is_told_who_had_the_core() throws IOException {
        var timeline = script().cores(CoreSource.EXACT, 0)
                .at(0)
                .starts(0, 100)
                .starts(1, 101)
                .in(0, 100)
                .at(1_000)
                .preempted(0, 100)
                .in(0, 101)
                .at(30_000)
                .preempted(0, 101)
                .in(0, 100)
                .at(50_000)
                .ends(0)
                .ends(1)
                .timeline();
        var chain = chain(report(timeline, span(timeline, 0, 10_000)));
        assertThat(chain.getLast()).contains("It was ready, but others were run", "worker 2");
    }

    @Test
    void figures_of_a_range_add_up_to_its_length_for_each_unit() throws IOException {
        var timeline = lockWait();
        var report = report(timeline, new Selection.Range(10_000, 50_000));
        assertThat(value(report, "length")).isEqualTo("40.0 µs");
        assertThat(exactOfSection(report, "By state")).isEqualTo(2 * 40_000);
        assertThat(report.title()).isEqualTo("A range of time, on all lanes");
    }

    @Test
    void figures_of_a_lane_add_up_to_its_life() throws IOException {
        var timeline = lockWait();
        var report = report(timeline, new Selection.OfLane(new LaneKey(Lane.Kind.UNIT, 0)));
        assertThat(report.title()).isEqualTo("worker 1");
        assertThat(exactOfSection(report, "By state")).isEqualTo(60_000);
        assertThat(report.rows())
                .anyMatch(it -> it.name().contains("mutex") && it.exact().equals("41,000 ns"));
    }

    @Test
    void the_critical_path_is_told_with_its_shares() throws IOException {
        var timeline = lockWait();
        var path = timeline.criticalPath(0);
        assertThat(path).isPresent();
        var report = Reporter.of(timeline, Selection.NONE, path);
        assertThat(report.title()).isEqualTo("Critical path");
        assertThat(report.rows().stream()
                        .filter(it -> it.value().contains("%"))
                        .limit(path.get().states().size())
                        .mapToLong(it -> nanos(it.exact()))
                        .sum())
                .isEqualTo(path.get().end() - path.get().start());
    }

    @Test
    void of_nothing_nothing_is_told() throws IOException {
        var report = report(lockWait(), Selection.NONE);
        assertThat(report.title()).isEmpty();
        assertThat(report.rows()).isEmpty();
    }

    @Test
    void a_row_is_a_line_with_tabs() {
        assertThat(new ReportRow("Time", "length", "41 µs", "41,000 ns").line())
                .isEqualTo("Time\tlength\t41 µs\t41,000 ns");
    }

    /// The sum of the rows of a section; only the first of them names it.
    private static long exactOfSection(Report report, String section) {
        long sum = 0;
        boolean within = false;
        for (var row : report.rows()) {
            within = row.section().isEmpty() ? within : row.section().equals(section);
            sum += within ? nanos(row.exact()) : 0;
        }
        return sum;
    }

    private static long nanos(String exact) {
        return Long.parseLong(exact.replace(",", "").replace(" ns", ""));
    }
}
