package io.interleave.analysis;

/// Work on a timeline that takes long, done in portions, between which others may look at it and add to it.
interface Portions {

    /// Does some more of it, within {@link Timeline#look}.
    ///
    /// @param size of the portion, in spans that are looked at or the like
    /// @return whether all is done
    boolean goOn(int size);
}
