package io.interleave.engine.pool;

import io.interleave.model.Value;
import java.io.Serializable;

/// What a worker is asked to do.
///
/// @param task the name of the group of units whose steps it is
/// @param arguments one for each time that these are to be run
public record TaskCall(String task, Value[] arguments) implements Serializable {}
