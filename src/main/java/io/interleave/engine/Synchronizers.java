package io.interleave.engine;

import io.interleave.model.Expr;
import io.interleave.model.Resource;

/// Makes locks and their relatives.
///
/// @param expressions over knobs
record Synchronizers(int id, String name, ExpressionCompiler expressions) {

    Shared lock(Resource.Lock lock) {
        var enabled = code(lock.enabled());
        return switch (lock.kind()) {
            case MUTEX -> ExclusiveLock.mutex(id, name, enabled);
            case REENTRANT -> ExclusiveLock.reentrant(id, name, enabled);
            case FAIR -> ExclusiveLock.fair(id, name, enabled);
            case SPIN -> new SpinLock(id, name, enabled);
            case READ_WRITE -> new ReadWriteLock(id, name, enabled);
            case STAMPED -> new StampLock(id, name, enabled);
            case GIL ->
                new Gil(id, name, enabled, lock.interval().map(this::code).orElse(Gil.USUAL_INTERVAL));
        };
    }

    Permits semaphore(Resource.Semaphore it) {
        return new Permits(id, name, code(it.enabled()), whole(it.permits()), it.fair());
    }

    Signals condition(Resource.Condition it) {
        return new Signals(id, name, it.lock());
    }

    Barrier barrier(Resource.Barrier it) {
        return new Barrier(id, name, code(it.enabled()), code(it.parties()));
    }

    Latch latch(Resource.Latch it) {
        return new Latch(id, name, Math.max(0, whole(it.initial())));
    }

    Phaser phaser(Resource.Phaser it) {
        return new Phaser(id, name, Math.max(0, whole(it.parties())));
    }

    Flag event(Resource.Event it) {
        return new Flag(id, name, it.initial());
    }

    private Code code(Expr expr) {
        return expressions.compile(expr).code();
    }

    /// What it is at the beginning, as far as it can be counted.
    private int whole(Expr expr) {
        return Math.clamp(code(expr).value(ExpressionCompiler.NO_LOCALS), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
}
