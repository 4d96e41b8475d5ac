package io.interleave.engine.pool;

import io.interleave.model.Value;
import java.io.Serializable;

/// What a worker answers.
public sealed interface TaskReply extends Serializable {

    /// @param value of several arguments the sum of what each gave
    record Result(Value value) implements TaskReply {}

    /// The task could not go on.
    ///
    /// @param line in the scenario, from 1; 0 where it lies in no line
    record Failure(int line, String message) implements TaskReply {}
}
