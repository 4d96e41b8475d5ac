package io.interleave.view.timeline;

/// Looks at one run again and again, and notices what is new.
final class Watch {

    /// How often the minimap's sums are brought up to date, in nanoseconds of the screen's clock.
    private static final long SUMMARY_EVERY = 200_000_000;

    private final Source source;
    private RunSummary summary;
    private RunSummary.Result summarized = RunSummary.Result.NONE;
    private long summarizedAt;
    private Known known = Known.NOTHING;

    /// By what it is noticed that there is something new.
    private record Known(long now, long events, int lanes, int conflicts, int findings, boolean ended) {

        static final Known NOTHING = new Known(Long.MIN_VALUE, 0, 0, 0, 0, false);

        static Known of(Source source) {
            return new Known(
                    source.now(),
                    source.eventsKept(),
                    source.lanes().size(),
                    source.lostUpdates().size(),
                    source.findings().size(),
                    source.ended());
        }
    }

    Watch(Source source, Navigation navigation) {
        this.source = source;
        summary = source.look(still -> begin(still, navigation));
    }

    Source source() {
        return source;
    }

    RunSummary.Result summarized() {
        return summarized;
    }

    boolean ended() {
        return known.ended();
    }

    /// Moves `navigation` on to the present.
    ///
    /// @return whether there is anything new
    boolean look(Navigation navigation, long pulse) {
        return source.look(still -> {
            Known news = Known.of(still);
            boolean changed = !news.equals(known);
            known = news;
            if (still.start() != navigation.start()) {
                // Where a run begins is not known before its first record has come.
                summary = begin(still, navigation);
                summarizedAt = 0;
            }
            navigation.still(still.stillSince());
            navigation.advance(still.now(), still.ended(), pulse);
            if (summarizedAt == 0 || changed && (still.ended() || pulse - summarizedAt > SUMMARY_EVERY)) {
                summarized = summary.update(still);
                summarizedAt = pulse;
            }
            return changed;
        });
    }

    private static RunSummary begin(Source still, Navigation navigation) {
        navigation.begin(still.start(), still.now(), still.ended());
        return new RunSummary(still.start());
    }
}
