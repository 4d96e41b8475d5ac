/// The scenario language: what a scenario is made of, how it is read from and written to YAML, what is wrong with a
/// file, and the gallery. Immutable values and pure functions; opening or checking a scenario runs nothing.
///
/// Depends on no other package of Interleave.
package io.interleave.model;
