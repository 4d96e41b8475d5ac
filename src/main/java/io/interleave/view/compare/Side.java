package io.interleave.view.compare;

import io.interleave.analysis.Timeline;
import io.interleave.view.session.PastRun;
import io.interleave.view.store.KeptRun;

/// One of two runs that are compared.
///
/// @param label what tells it from the other, in a few words
record Side(KeptRun run, PastRun past, Timeline timeline, String label) {

    Side labelled(String newLabel) {
        return new Side(run, past, timeline, newLabel);
    }

    /// Of its scenario.
    String title() {
        return past.plan().document().title();
    }

    /// Of the run itself, in nanoseconds.
    long length() {
        return Math.max(1, timeline.now() - timeline.start());
    }
}
