package io.interleave.cli;

import io.interleave.analysis.GroupTimes;
import io.interleave.analysis.Lane;
import io.interleave.analysis.Spans;
import io.interleave.analysis.State;
import io.interleave.analysis.Timeline;
import io.interleave.analysis.UnitTimes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The figures of a run as tables for a person at a terminal.
record TableText(Timeline timeline) {

    List<String> lines() {
        var lines = new ArrayList<String>();
        missing(lines);
        units(lines);
        groups(lines);
        cores(lines);
        var locks = new Table("lock", "held", "held for", "waits", "waited", "longest wait");
        timeline.locks()
                .forEach(it -> locks.row(
                        it.name(),
                        count(it.held()),
                        millis(it.heldNanos()),
                        count(it.waits()),
                        millis(it.waited()),
                        millis(it.longestWait())));
        locks.addTo(lines);
        var queues = new Table("queue", "put", "taken", "deepest", "closed");
        timeline.queues()
                .forEach(it -> queues.row(
                        it.name(),
                        count(it.puts()),
                        count(it.takes()),
                        count(it.deepest()),
                        it.closed() ? "yes" : "no"));
        queues.addTo(lines);
        var pools = new Table("pool", "submitted", "done", "refused", "stolen");
        timeline.pools()
                .forEach(it -> pools.row(
                        it.name(), count(it.submitted()), count(it.done()), count(it.rejected()), count(it.stolen())));
        pools.addTo(lines);
        return lines;
    }

    private void missing(List<String> lines) {
        if (timeline.switchesLost() > 0) {
            lines.add(RunText.format("%,d switch records were lost", timeline.switchesLost()));
        }
        timeline.damages()
                .forEach(
                        it -> lines.add(RunText.format("The trace is damaged at byte %d: %s", it.offset(), it.what())));
    }

    private void units(List<String> lines) {
        var units = timeline.unitTimes();
        var states = EnumSet.noneOf(State.class);
        units.forEach(it -> states.addAll(it.states().keySet()));
        var table = new Table(header("unit", states, "switches", "preempted", "migrations"));
        for (UnitTimes it : units) {
            table.row(row(
                    it.name(),
                    states,
                    it.states(),
                    count(it.switches()),
                    count(it.preemptions()),
                    count(it.migrations())));
        }
        table.addTo(lines);
    }

    private void groups(List<String> lines) {
        var groups = timeline.groupTimes().stream().filter(it -> it.units() > 1).toList();
        var states = EnumSet.noneOf(State.class);
        groups.forEach(it -> states.addAll(it.states().keySet()));
        var table = new Table(header("group", states, "units"));
        for (GroupTimes it : groups) {
            table.row(row(it.name(), states, it.states(), count(it.units())));
        }
        table.addTo(lines);
    }

    private void cores(List<String> lines) {
        long all = Math.max(1, timeline.now() - timeline.start());
        var table = new Table("core", "units", "share", "other threads", "unknown");
        for (var lane : timeline.lanes()) {
            if (lane.kind() == Lane.Kind.CORE) {
                long[] sums = sums(lane.spans());
                table.row(
                        Integer.toString(lane.subject()),
                        millis(sums[0]),
                        RunText.format("%.1f %%", 100.0 * sums[0] / all),
                        millis(sums[1]),
                        millis(sums[2]));
            }
        }
        table.addTo(lines);
    }

    /// Nanoseconds that units were on a core, that other threads were, and that nothing is known of.
    private static long[] sums(Spans spans) {
        var sums = new long[3];
        for (int span = 0; span < spans.size(); span++) {
            int what = spans.state(span) == State.UNKNOWN ? 2 : spans.object(span) == Spans.NONE ? 1 : 0;
            sums[what] += spans.end(span) - spans.start(span);
        }
        return sums;
    }

    private static String[] header(String first, Set<State> states, String... more) {
        var header = new ArrayList<String>(List.of(first));
        states.forEach(it -> header.add(it.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        header.addAll(List.of(more));
        return header.toArray(String[]::new);
    }

    private static String[] row(String first, Set<State> states, Map<State, Long> times, String... more) {
        var row = new ArrayList<String>(List.of(first));
        states.forEach(it -> row.add(millis(times.getOrDefault(it, 0L))));
        row.addAll(List.of(more));
        return row.toArray(String[]::new);
    }

    private static String count(long number) {
        return RunText.format("%,d", number);
    }

    private static String millis(long nanos) {
        return nanos == 0 ? "·" : RunText.format("%,.3f ms", nanos / 1e6);
    }
}
