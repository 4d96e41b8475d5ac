package io.interleave.engine;

import io.interleave.model.Step;

/// Compiles what is done with locks and semaphores.
final class LockSteps {

    private final StepCompiler compiler;

    LockSteps(StepCompiler compiler) {
        this.compiler = compiler;
    }

    Op hold(Step.Hold it, int step) {
        var select = compiler.memory.select(it.lock(), Mutex.class, compiler.expressions);
        var body = compiler.body(it.body(), false);
        var place = it.place();
        return unit -> {
            var lock = select.of(unit);
            boolean held = lock.acquire(unit, step);
            try {
                body.run(unit);
            } finally {
                if (held) {
                    lock.release(unit, step, place);
                }
            }
        };
    }

    Op acquire(Step.Acquire it, int step) {
        var select = compiler.memory.select(it.lock(), Mutex.class, compiler.expressions);
        return unit -> {
            var lock = select.of(unit);
            if (!lock.acquire(unit, step)) {
                unit.passedOff[lock.id]++;
            }
        };
    }

    Op release(Step.Release it, int step) {
        var select = compiler.memory.select(it.lock(), Mutex.class, compiler.expressions);
        var place = it.place();
        return unit -> {
            var lock = select.of(unit);
            if (lock.isHeldByCurrentThread() || unit.passedOff[lock.id] == 0) {
                lock.release(unit, step, place);
            } else {
                unit.passedOff[lock.id]--;
            }
        };
    }
}
