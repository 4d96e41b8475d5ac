/// Runs a scenario: its units as threads of this process, its locks as `java.util.concurrent` locks, its variables
/// as plain memory. A scenario is first compiled to small objects with everything decided that can be, so that a
/// step costs nanoseconds; then the engine starts the units, turns knobs while they run, and ends them.
///
/// What units enter is guarded by locks, not monitors: within a generator a coroutine waits for a monitor with its
/// carrier, and so would keep from running the one that is next in line for it.
///
/// Lives in the engine process. Knows nothing of the application.
package io.interleave.engine;
