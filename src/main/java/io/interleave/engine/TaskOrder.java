package io.interleave.engine;

import io.interleave.model.UnitGroup;
import io.interleave.model.Value;

/// What a task is to do.
///
/// @param group whose steps it runs
/// @param arguments raw values, one for each time that they are run
/// @param payload bytes that travel along to another process, and back
record TaskOrder(Group group, long[] arguments, int payload) {

    /// Where a task keeps its argument and what it returns; its steps know the first by the parameter's name,
    /// and cannot name the second.
    static final int PARAMETER_SLOT = StepCompiler.INDEX_SLOT + 1;

    static final int RESULT_SLOT = PARAMETER_SLOT + 1;

    /// Hears which frame runs now, so that others can cancel it.
    interface Listener {
        void runs(Unit frame);
    }

    /// The type of arguments and results.
    Value.Type type() {
        return ((UnitGroup.Task) group.model.kind()).of();
    }

    /// Runs the steps once for each argument, on the calling thread.
    ///
    /// @param on the worker, or whoever runs it instead of one
    /// @return the sum of what they return; of what cannot be added, the last
    /// @throws Unwind if it is cancelled
    /// @throws UnitFailed if it cannot go on
    long run(Unit on, Listener listener) {
        long result = 0;
        for (long argument : arguments) {
            var frame = on.frame(group.program());
            frame.locals[PARAMETER_SLOT] = argument;
            listener.runs(frame);
            try {
                group.program().body().run(frame);
            } catch (Unwind reason) {
                if (reason.reason != Unwind.Reason.RETURNED) {
                    throw reason;
                }
            }
            result = sum(type(), result, frame.locals[RESULT_SLOT]);
        }
        return result;
    }

    static long sum(Value.Type type, long left, long right) {
        return switch (type) {
            case WHOLE, TIME -> left + right;
            case DECIMAL -> Double.doubleToRawLongBits(Double.longBitsToDouble(left) + Double.longBitsToDouble(right));
            case TRUTH, TEXT -> right;
        };
    }
}
