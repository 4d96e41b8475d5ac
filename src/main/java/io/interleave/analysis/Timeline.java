package io.interleave.analysis;

import io.interleave.trace.Definition;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// All that is known of one run, growing while the run goes on: one thread adds to it, any thread may look.
///
/// Every look at more than one value goes through {@link #look}, which keeps the picture still meanwhile.
public final class Timeline {

    /// Runs `question` while nothing changes, and gives its answer. It must be quick: whoever adds has to wait.
    public synchronized <T> T look(Function<Timeline, T> question) {
        return question.apply(this);
    }

    /// The run's beginning in nanoseconds of its clock: time 0 of the picture.
    public long start() {
        throw new UnsupportedOperationException("being written");
    }

    /// Up to when everything is known, in nanoseconds of the run's clock.
    public long now() {
        throw new UnsupportedOperationException("being written");
    }

    /// How the run ended; empty while it goes on, and for ever if its process was killed.
    public Optional<Definition.End> end() {
        throw new UnsupportedOperationException("being written");
    }

    /// Cores by number, then units in order of creation, then locks, then variables. Grows at any of these places.
    public List<Lane> lanes() {
        throw new UnsupportedOperationException("being written");
    }

    public Optional<Definition.Cores> cores() {
        throw new UnsupportedOperationException("being written");
    }

    /// The name of a unit, or `another program` for {@link Spans#NONE}.
    public String unitName(int unit) {
        throw new UnsupportedOperationException("being written");
    }

    public String resourceName(int resource) {
        throw new UnsupportedOperationException("being written");
    }

    public Optional<Definition.Step> step(int step) {
        throw new UnsupportedOperationException("being written");
    }

    /// A variable's value in words, from the raw 64 bits that the trace holds.
    public String display(int variable, long raw) {
        throw new UnsupportedOperationException("being written");
    }

    public LostUpdates lostUpdates() {
        throw new UnsupportedOperationException("being written");
    }

    public List<Finding> findings() {
        throw new UnsupportedOperationException("being written");
    }

    /// What the scenario's expectations say at this moment.
    public Outcome outcome() {
        throw new UnsupportedOperationException("being written");
    }

    /// The output so far, oldest first, bounded.
    public List<Definition.Line> lines() {
        throw new UnsupportedOperationException("being written");
    }

    public long eventsKept() {
        throw new UnsupportedOperationException("being written");
    }

    /// Events that could not be recorded: the limit was reached or the disk was full.
    public long eventsNotKept() {
        throw new UnsupportedOperationException("being written");
    }

    /// Switch records that the kernel dropped.
    public long switchesLost() {
        throw new UnsupportedOperationException("being written");
    }
}
