package io.interleave.engine;

/// What one unit has to do with the interpreter lock that it runs under. Used by what carries the unit alone.
final class Interpreter {

    private final Gil gil;
    private final Unit unit;
    private boolean held;

    Interpreter(Gil gil, Unit unit) {
        this.gil = gil;
        this.unit = unit;
    }

    /// Waits for the lock, unless it is off. A unit that is to end may come back without it: it ends at its
    /// next checkpoint.
    void take() {
        if (!held && gil.isEnabled()) {
            held = gil.take(unit);
        }
    }

    /// Gives the lock up, if the unit holds it.
    void drop() {
        if (held) {
            held = false;
            gil.drop(unit);
        }
    }

    /// Between two steps, or two halves of one: hands the lock over where another unit asks for it, and follows
    /// its switch.
    ///
    /// @return whether the unit may have waited for the lock
    boolean boundary() {
        if (!gil.isEnabled()) {
            drop();
            return false;
        }
        if (!held) {
            take();
            return true;
        }
        if (gil.isRequested()) {
            held = gil.handOver(unit);
            return true;
        }
        return false;
    }
}
