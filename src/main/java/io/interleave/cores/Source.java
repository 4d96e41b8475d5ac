package io.interleave.cores;

import io.interleave.trace.CoreSource;

/// Where a [CoreWatch] gets its knowledge from. After its opening it is touched by the watcher's thread alone.
sealed interface Source permits ExactSource, SampledSource, NoSource {

    CoreSource kind();

    /// Nanoseconds to rest between two rounds, as it finds right after the last one.
    long rest();

    /// One round: reports what is new.
    void round(SwitchListener listener);

    /// The last round: reports all that is left, and gives back what is held.
    void finish(SwitchListener listener);

    /// An attempt to open a source.
    sealed interface Attempt {

        record Opened(Source source) implements Attempt {}

        /// @param reason why not, with the cure, for a person to read
        record Refused(String reason) implements Attempt {}
    }
}
