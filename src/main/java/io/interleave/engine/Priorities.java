package io.interleave.engine;

import io.interleave.engine.ExpressionCompiler.Compiled;
import io.interleave.model.Value;
import java.util.Optional;

/// What comes first in a queue by priority, as 64 bits: what a put names, or else the item itself.
final class Priorities {

    private Priorities() {}

    /// @param of the type of the queue's items
    /// @param named by the put, a `WHOLE`
    static Code code(Value.Type of, Compiled item, Optional<Compiled> named) {
        return StepCompiler.as(of, named.orElse(item));
    }

    static Heap.Order order(Value.Type of) {
        return switch (of) {
            case WHOLE, TIME, TRUTH, TEXT -> Long::compare;
            case DECIMAL ->
                (left, right) -> Double.compare(Double.longBitsToDouble(left), Double.longBitsToDouble(right));
        };
    }
}
