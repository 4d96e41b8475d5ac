package io.interleave.model;

import java.util.List;

/// One thing that a unit does. Those without a body are atomic as far as the language goes: nothing of another unit
/// happens in the middle of one, except between the read and the write of an `Increment`.
public sealed interface Step {

    /// From the step's word to the end of its last line, its body included.
    Place place();

    /// The word that names this step in a scenario.
    default String word() {
        return switch (this) {
            case Repeat _ -> "repeat";
            case Hold _ -> "hold";
            case Acquire _ -> "acquire";
            case Release _ -> "release";
            case Read _ -> "read";
            case Write _ -> "write";
            case Increment _ -> "increment";
            case Update _ -> "update";
            case Compute _ -> "compute";
            case Sleep _ -> "sleep";
            case Log _ -> "log";
        };
    }

    /// Runs `body` as often as `times` says (a `WHOLE`, asked once, before the first pass).
    record Repeat(Place place, Expr times, List<Step> body) implements Step {
        public Repeat {
            body = List.copyOf(body);
        }
    }

    /// Acquires `lock`, runs `body`, and releases it however the body ends.
    record Hold(Place place, String lock, List<Step> body) implements Step {
        public Hold {
            body = List.copyOf(body);
        }
    }

    record Acquire(Place place, String lock) implements Step {}

    record Release(Place place, String lock) implements Step {}

    /// Reads `variable` into the unit's local `local`, which bears the variable's name unless the file names
    /// another. A step may name a local only below its first read; where that was skipped, by a `repeat` of no
    /// passes, the local is 0, 0s or off.
    record Read(Place place, String variable, String local) implements Step {}

    record Write(Place place, String variable, Expr value) implements Step {}

    /// Reads, adds `by`, writes: not atomic, on purpose.
    record Increment(Place place, String variable, Expr by) implements Step {}

    /// Sets `variable` to `value` atomically; in `value` the variable's own name is its value before.
    record Update(Place place, String variable, Expr value) implements Step {}

    /// Keeps a core busy with as much work as takes `work` (a `TIME`) on a core of its own. Preempted, it takes
    /// longer.
    record Compute(Place place, Expr work) implements Step {}

    record Sleep(Place place, Expr time) implements Step {}

    /// Writes a line to the run's output. `{name}` in `text` stands for a local or a knob.
    record Log(Place place, Template text) implements Step {}
}
