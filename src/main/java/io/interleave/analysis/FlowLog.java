package io.interleave.analysis;

import static io.interleave.analysis.Spans.NONE;

/// All flows by their number: those that were told as links from 0 up, and those that ended a wait from -1
/// down.
final class FlowLog {

    private final TimelineBuilder trace;

    FlowLog(TimelineBuilder trace) {
        this.trace = trace;
    }

    int links() {
        return trace.links.size();
    }

    int wakes() {
        return trace.wakes.size();
    }

    int from(int flow) {
        return flow >= 0
                ? trace.links.from(flow)
                : Waits.cause(waiter(flow).spans.value(trace.wakes.span(~flow)));
    }

    int to(int flow) {
        return flow >= 0 ? trace.links.to(flow) : trace.wakes.unit(~flow);
    }

    long fromTime(int flow) {
        return flow >= 0 ? trace.links.fromTime(flow) : toTime(flow) - trace.wakes.lead(~flow);
    }

    long toTime(int flow) {
        return flow >= 0 ? trace.links.toTime(flow) : waiter(flow).spans.end(trace.wakes.span(~flow));
    }

    private UnitTrack waiter(int flow) {
        return trace.units.get(trace.wakes.unit(~flow));
    }

    Flow flow(int flow) {
        return new Flow(kind(flow), resource(flow), from(flow), fromTime(flow), to(flow), toTime(flow));
    }

    private int resource(int flow) {
        return flow >= 0 ? trace.links.resource(flow) : waiter(flow).spans.object(trace.wakes.span(~flow));
    }

    private Flow.Kind kind(int flow) {
        return flow < 0
                ? kindOfWake(flow)
                : switch (trace.links.kind(flow)) {
                    case ITEM -> Flow.Kind.ITEM;
                    case START -> Flow.Kind.START;
                    case TASK -> Flow.Kind.TASK;
                };
    }

    private Flow.Kind kindOfWake(int flow) {
        var waiter = waiter(flow);
        int span = trace.wakes.span(~flow);
        int cause = from(flow);
        var kind = trace.units.has(cause) ? trace.units.get(cause).group.kind : UnitKind.THREAD;
        int resource = resource(flow);
        boolean untold = Waits.end(waiter.spans.value(span)).isEmpty();
        if (untold && resource == NONE && (kind == UnitKind.GENERATOR || waiter.group.kind == UnitKind.GENERATOR)) {
            return Flow.Kind.RESUME;
        }
        if (kind == UnitKind.WORKER && trace.resources.find(resource).orElse(null) instanceof PoolTrack) {
            return Flow.Kind.RESULT;
        }
        boolean prints = kind == UnitKind.PROCESS
                && (trace.told.readsLine(waiter.spans.step(span)) || isAliveAt(cause, toTime(flow)));
        return prints ? Flow.Kind.PIPE : Flow.Kind.WAKE;
    }

    private boolean isAliveAt(int unit, long time) {
        var track = trace.units.get(unit);
        return !track.hasEnded() || track.until() > time;
    }
}
