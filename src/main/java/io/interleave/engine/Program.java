package io.interleave.engine;

import java.util.Optional;

/// The compiled steps of a unit group.
///
/// @param locals how many values a unit keeps
/// @param handles how many tasks and the like a unit keeps
/// @param gil the interpreter lock that the units run under
/// @param seat of coroutines
/// @param thread of threads
record Program(Op body, int locals, int handles, Optional<Gil> gil, Optional<Seat> seat, Optional<ThreadHead> thread) {

    /// No steps at all.
    static final Program NONE = of(_ -> {});

    /// Of units that need nothing but their number.
    static Program of(Op body) {
        return new Program(body, StepCompiler.INDEX_SLOT + 1, 0, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// @param priority in that loop, over the locals of each
    record Seat(EventLoop loop, Code priority) {}

    /// What each thread is to be like, over its locals.
    ///
    /// What each gives is checked where it is asked: it may fail the unit.
    ///
    /// @param priority from 1 to 10
    /// @param core the only one that it may run on
    /// @param stack in bytes
    record ThreadHead(Optional<Code> priority, Optional<Code> core, Optional<Code> stack) {}
}
