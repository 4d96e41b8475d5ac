package io.interleave.model;

/// Something that units share.
public sealed interface Resource {

    String name();

    Place place();

    /// Plain memory: reads and writes of different units race unless a lock orders them.
    record Variable(String name, Place place, Value initial) implements Resource {}

    /// A lock.
    ///
    /// @param enabled a `TRUTH` over knobs, asked at each acquire; while it is off, acquiring does nothing.
    ///     A literal `on` where the file says nothing.
    record Lock(String name, Place place, Kind kind, Expr enabled) implements Resource {
        public enum Kind {
            /// Not reentrant: a unit that acquires it twice waits for itself for ever.
            MUTEX
        }
    }
}
