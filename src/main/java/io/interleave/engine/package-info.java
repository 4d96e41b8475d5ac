/// Runs a scenario: its units as threads of this process, its locks as `java.util.concurrent` locks, its variables
/// as plain memory. A scenario is first compiled to small objects with everything decided that can be, so that a
/// step costs nanoseconds; then the engine starts the units, turns knobs while they run, and ends them.
///
/// Lives in the engine process. Knows nothing of the application.
package io.interleave.engine;
