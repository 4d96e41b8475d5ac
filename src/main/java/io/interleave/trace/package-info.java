/// What happened in a run, as fixed-size events in memory-mapped files: recording them at the cost of reading the
/// clock, and reading them while they are being written or after the writer was killed.
///
/// Knows nothing of scenarios beyond the names that it is given. May use `model`; in turn everything else may use
/// it.
package io.interleave.trace;
