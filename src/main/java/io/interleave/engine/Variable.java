package io.interleave.engine;

import io.interleave.model.Value;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// Shared memory. `value` is a plain field, read and written with plain accesses: what units do to each other
/// here is a data race unless a lock orders them. Only `update` is atomic.
final class Variable extends Shared {

    private static final VarHandle VALUE;

    static {
        try {
            VALUE = MethodHandles.lookup().findVarHandle(Variable.class, "value", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    final Value.Type type;

    long value;

    Variable(int id, String name, Value.Type type, long initial) {
        super(id, name);
        this.type = type;
        this.value = initial;
    }

    /// Sets the value if it still is `expected`; with the memory effects of a volatile read and write.
    boolean compareAndSet(long expected, long next) {
        return VALUE.compareAndSet(this, expected, next);
    }

    /// The value with volatile effects, for whoever looks from outside the race.
    long current() {
        return (long) VALUE.getVolatile(this);
    }
}
