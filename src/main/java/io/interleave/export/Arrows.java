package io.interleave.export;

import io.interleave.analysis.Lane;
import io.interleave.analysis.Links;
import io.interleave.analysis.Spans;
import io.interleave.analysis.State;
import io.interleave.analysis.Timeline;
import io.interleave.analysis.Waits;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// What led to what, from one unit to another.
final class Arrows {

    /// What ties the one to the other.
    enum Kind {
        /// The first ended the wait of the second: it released the lock, gave the signal, came as the last.
        WAKE_UP,
        /// What the first put into a queue, the second took out.
        ITEM,
        /// The first started the second.
        START,
        /// What the first gave to a pool, the second began.
        TASK;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// Takes one arrow after the other.
    @FunctionalInterface
    interface Taker {

        /// @param resource that it went through, or `NONE`
        void arrow(Kind kind, int resource, int from, long fromTime, int to, long toTime) throws IOException;
    }

    private Arrows() {}

    /// @param lanes those of units among them tell of their wake-ups
    static void each(Timeline timeline, List<Lane> lanes, Taker taker) throws IOException {
        for (var lane : lanes) {
            if (lane.kind() == Lane.Kind.UNIT) {
                wakeUps(lane, taker);
            }
        }
        var links = timeline.links();
        for (int i = 0; i < links.size(); i++) {
            taker.arrow(
                    kind(links.kind(i)),
                    links.resource(i),
                    links.from(i),
                    links.fromTime(i),
                    links.to(i),
                    links.toTime(i));
        }
    }

    private static void wakeUps(Lane lane, Taker taker) throws IOException {
        var spans = lane.spans();
        for (int span = 0; span < spans.size(); span++) {
            if (isWait(spans.state(span))) {
                long value = spans.value(span);
                int cause = Waits.cause(value);
                if (cause != Spans.NONE && Waits.end(value).isPresent()) {
                    long end = spans.end(span);
                    taker.arrow(Kind.WAKE_UP, spans.object(span), cause, end, lane.subject(), end);
                }
            }
        }
    }

    /// Whether a unit's span in this state has in its `value` what {@link Waits} says.
    static boolean isWait(State state) {
        return state == State.LOCK_WAIT || state == State.WAIT || state == State.SUSPENDED;
    }

    private static Kind kind(Links.Kind kind) {
        return switch (kind) {
            case ITEM -> Kind.ITEM;
            case START -> Kind.START;
            case TASK -> Kind.TASK;
        };
    }
}
