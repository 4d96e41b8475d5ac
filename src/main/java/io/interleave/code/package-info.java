/// A scenario as a program that does the same without Interleave: in Java and in Python, short, idiomatic, and
/// runnable as it is. Pure functions from a scenario and its knobs' values to a text, and to which of its lines
/// come from which place of the scenario. Nothing is compiled or run here.
///
/// Depends on the model alone.
package io.interleave.code;
