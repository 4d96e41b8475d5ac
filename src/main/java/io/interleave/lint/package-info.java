/// What is probably a mistake in a scenario that can be run: waits that nothing ends, locks that are not given back,
/// steps that are never reached, updates that get lost. Pure functions over the scenario as it was read, and for each
/// mistake whose cure is known the change of the text that cures it. What the reader itself says of a file is not
/// said again here.
///
/// A hint must be right more than it must be there: where the answer depends on what only a run can know, nothing is
/// said. Depends on the model alone.
package io.interleave.lint;
