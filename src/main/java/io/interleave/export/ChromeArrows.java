package io.interleave.export;

import static io.interleave.analysis.Spans.NONE;

import io.interleave.analysis.Flow;
import io.interleave.analysis.Spans;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The arrows of Chrome's format: each end is tied to the span that is on its unit's lane at the time.
///
/// Viewers leave out an arrow that is tied to nothing. Where its unit has no span at the time (what a process has
/// written is read when that one is gone), it is tied to the nearest one, and says how far that is off.
final class ChromeArrows {

    /// The thread that a unit is, and what is on it.
    private record Place(int thread, Spans spans) {

        /// The moment nearest to `time` at which there is a span: within it, or at its beginning.
        Optional<Long> nearest(long time) {
            int next = spans.firstEndingAfter(time);
            if (next < spans.size() && spans.start(next) <= time) {
                return Optional.of(time);
            }
            if (next > 0) {
                int last = next - 1;
                return Optional.of(Math.max(spans.start(last), spans.end(last) - 1));
            }
            return next < spans.size() ? Optional.of(spans.start(next)) : Optional.empty();
        }
    }

    private final ChromeJson json;
    private final SpanNotes notes;
    private final int pid;
    private final Map<Integer, Place> places = new HashMap<>();
    private long written;
    private long leftOut;

    /// @param pid the process of the units
    ChromeArrows(ChromeJson json, SpanNotes notes, int pid) {
        this.json = json;
        this.notes = notes;
        this.pid = pid;
    }

    void unit(int unit, int thread, Spans spans) {
        places.put(unit, new Place(thread, spans));
    }

    /// The thread that a unit is; empty where it has no lane.
    Optional<Integer> thread(int unit) {
        return Optional.ofNullable(places.get(unit)).map(Place::thread);
    }

    void write(Flow arrow) {
        var from = places.get(arrow.from());
        var to = places.get(arrow.to());
        var begins = from == null ? Optional.<Long>empty() : from.nearest(arrow.fromTime());
        var ends = to == null ? Optional.<Long>empty() : to.nearest(arrow.toTime());
        if (from == null || to == null || begins.isEmpty() || ends.isEmpty()) {
            leftOut++;
            return;
        }
        written++;
        json.arrow("s", Word.of(arrow.kind()), written, pid, from.thread(), begins.get());
        // Viewers take the two ends for one thing, and complain where both say something of it.
        json.beginNotes();
        if (arrow.resource() != NONE) {
            json.text("resource", notes.resource(arrow.resource()));
        }
        off("begins_later_ns", arrow.fromTime() - begins.get());
        off("ends_later_ns", arrow.toTime() - ends.get());
        json.endEvent();
        json.arrow("f", Word.of(arrow.kind()), written, pid, to.thread(), ends.get());
        json.endEvent();
    }

    private void off(String key, long nanos) {
        if (nanos != 0) {
            json.number(key, nanos);
        }
    }

    long written() {
        return written;
    }

    /// Arrows of units that have no lane, or nothing on it.
    long leftOut() {
        return leftOut;
    }
}
