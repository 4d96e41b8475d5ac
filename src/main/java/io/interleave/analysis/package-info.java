/// Trace in, findings out: the lanes of the timeline, how long each unit was in which state on which core, lost
/// updates, deadlocks, and whether the scenario's expectations held.
///
/// Knows `model` and `trace` alone; no screen, no process, no clock.
package io.interleave.analysis;
