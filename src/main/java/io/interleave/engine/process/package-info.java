/// Child processes as the operating system has them: starting them joined by pipes, what they print within
/// bounds, finding and ending all that they have started, and a guard that does so when nobody else can.
///
/// Knows no scenario and no trace; the engine's units of the kind `process` are made of these parts.
package io.interleave.engine.process;
