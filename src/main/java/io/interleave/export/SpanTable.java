package io.interleave.export;

import static io.interleave.analysis.Spans.NONE;

import io.interleave.analysis.Lane;
import io.interleave.analysis.Level;
import io.interleave.analysis.LockUse;
import io.interleave.analysis.Spans;
import io.interleave.analysis.State;
import io.interleave.analysis.Timeline;
import io.interleave.analysis.Transfer;
import io.interleave.analysis.Waits;
import java.io.IOException;
import java.util.List;

/// The table of all spans. What does not apply to a lane or a state is empty:
///
/// | column            | meaning                                                                                |
/// |-------------------|----------------------------------------------------------------------------------------|
/// | lane_kind         | `unit`, `child` (of a child process), `core`, `carrier`, `lock`, `level`, `variable`   |
/// | lane_id           | the unit's or resource's id, the core's number, the carrier's OS thread id             |
/// | lane              | its name                                                                               |
/// | state             | as `interleave report --json` calls it                                                 |
/// | start_ns, end_ns  | from the run's beginning                                                               |
/// | core              | that the unit was on                                                                   |
/// | step_id           | what the unit did; the step that took the lock or changed the value                    |
/// | unit_id           | who had the core, carrier or lock, or made the change                                  |
/// | os_thread_id      | the thread on the core                                                                 |
/// | resource_id       | what the unit waited for, or the pool whose task it had                                |
/// | waits_for_unit_id | the unit waited for: that held the lock, that was to end                               |
/// | ended             | how the wait ended: `met`, `timed-out`, `closed`, `abandoned`                          |
/// | ended_by_unit_id  | who ended it                                                                           |
/// | task              | the number of the task                                                                 |
/// | transfer, bytes   | `serialize`, `send` or `deserialize`, and how much                                     |
/// | amount, others    | of a level: how much, and how many wait (of a pool: work)                              |
/// | holders, waiters  | of a lock: how many had it, and how many came to wait                                  |
/// | value             | of a variable                                                                          |
final class SpanTable {

    private static final String[] HEADER = {
        "lane_kind",
        "lane_id",
        "lane",
        "state",
        "start_ns",
        "end_ns",
        "core",
        "step_id",
        "unit_id",
        "os_thread_id",
        "resource_id",
        "waits_for_unit_id",
        "ended",
        "ended_by_unit_id",
        "task",
        "transfer",
        "bytes",
        "amount",
        "others",
        "holders",
        "waiters",
        "value"
    };

    private final Timeline timeline;
    private final long origin;
    private final Csv csv;

    private SpanTable(Timeline timeline, Csv csv) {
        this.timeline = timeline;
        origin = timeline.start();
        this.csv = csv;
    }

    static void write(Timeline timeline, List<Lane> lanes, CsvPlace place, Pace pace) throws IOException {
        try (var csv = new Csv(place.open("spans.csv"), HEADER)) {
            var table = new SpanTable(timeline, csv);
            for (var lane : lanes) {
                for (int span = 0; span < lane.spans().size(); span++) {
                    table.row(lane, span);
                    pace.step();
                }
            }
        }
    }

    private void row(Lane lane, int span) throws IOException {
        var spans = lane.spans();
        csv.text(Word.of(lane.kind()))
                .number(lane.subject())
                .text(lane.name())
                .text(Word.of(spans.state(span)))
                .number(spans.start(span) - origin)
                .number(spans.end(span) - origin)
                .id(lane.kind() == Lane.Kind.CORE ? NONE : spans.core(span))
                .id(spans.step(span));
        int owner = spans.object(span);
        long value = spans.value(span);
        switch (lane.kind()) {
            case UNIT, CHILD -> {
                empty(2);
                unit(spans, span);
                empty(5);
            }
            case CORE, CARRIER -> {
                csv.id(owner);
                boolean isKnown = spans.state(span) != State.UNKNOWN;
                csv.id(isKnown ? (int) value : NONE);
                empty(12);
            }
            case LOCK -> {
                csv.id(owner);
                empty(10);
                csv.number(LockUse.holders(value))
                        .number(LockUse.waiters(value))
                        .nothing();
            }
            case LEVEL -> {
                csv.id(owner);
                empty(8);
                csv.number(Level.amount(value)).number(Level.others(value));
                empty(3);
            }
            case VARIABLE -> {
                csv.id(owner);
                empty(12);
                csv.text(RawText.of(timeline.value(lane.subject(), value)));
            }
            case GROUP -> empty(14);
        }
        csv.endRow();
    }

    /// The seven columns from `resource_id` on.
    private void unit(Spans spans, int span) throws IOException {
        int object = spans.object(span);
        long value = spans.value(span);
        if (spans.state(span).isWait()) {
            csv.id(object)
                    .id(Waits.unit(value))
                    .text(Waits.end(value).map(Word::of).orElse(""))
                    .id(Waits.cause(value));
            empty(3);
        } else if (spans.state(span) == State.SERIALIZING) {
            var transfer = Transfer.values()[object];
            boolean isTask = transfer == Transfer.SERIALIZE;
            empty(4);
            csv.id(isTask ? (int) value : NONE).text(Word.of(transfer));
            if (isTask) {
                csv.nothing();
            } else {
                csv.number(value);
            }
        } else {
            csv.id(object);
            empty(3);
            csv.id((int) value);
            empty(2);
        }
    }

    private void empty(int cells) throws IOException {
        for (int i = 0; i < cells; i++) {
            csv.nothing();
        }
    }
}
