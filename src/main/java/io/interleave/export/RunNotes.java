package io.interleave.export;

import io.interleave.trace.Definition;
import java.io.IOException;

/// What is said of the run as a whole, as names and values: what it was, with which settings, how it ended, and
/// how much of it is known.
final class RunNotes {

    private RunNotes() {}

    static void tell(KeptRun run, SpanNotes.Taker taker) throws IOException {
        var timeline = run.timeline();
        taker.text("title", run.title());
        var told = timeline.run();
        if (told.isPresent()) {
            for (var knob : told.get().settings().entrySet()) {
                taker.text("knob " + knob.getKey(), knob.getValue());
            }
            taker.number("recorded-epoch-millis", told.get().epochMillis());
        }
        taker.text(
                "ended", timeline.end().map(Definition.End::how).map(Word::of).orElse("before it could tell how"));
        taker.text(
                "core-source", timeline.cores().map(it -> Word.of(it.source())).orElse("none"));
        taker.number("events-kept", timeline.eventsKept());
        taker.number("events-not-kept", timeline.eventsNotKept());
        taker.number("switch-records-lost", timeline.switchesLost());
        taker.number("damages", timeline.damages().size());
    }
}
