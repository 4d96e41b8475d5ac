package io.interleave.engine;

import static java.util.Objects.requireNonNull;

import io.interleave.cores.NativeThread;
import io.interleave.trace.EventKind;
import io.interleave.trace.EventWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A thread that runs the coroutines of a loop, one after the other, each until it waits. All of them record
/// through its writer while it runs them.
final class Carrier extends Thread {

    private final EventLoop loop;
    private final int number;
    private final Optional<EventWriter> events;
    private @Nullable Coroutine mounted;

    /// @param number within the loop, from 1
    Carrier(EventLoop loop, int number, Optional<EventWriter> events) {
        super(null, null, loop.name + " carrier " + number, 0, false);
        this.loop = loop;
        this.number = number;
        this.events = events;
        setDaemon(true);
    }

    @Override
    public void run() {
        int tid = NativeThread.id();
        Coroutine last = null;
        while (true) {
            var next = loop.next(this, last);
            if (next == null) {
                break;
            }
            carry(next, tid);
            last = next;
        }
        events.ifPresent(EventWriter::close);
    }

    private void carry(Coroutine coroutine, int tid) {
        var unit = coroutine.life.unit;
        mounted = coroutine;
        unit.mounted(events, tid);
        record(EventKind.MOUNT, unit.id, number, tid);
        coroutine.proceed();
        record(EventKind.UNMOUNT, unit.id, loop.id, 0);
        mounted = null;
        if (coroutine.end() != null) {
            coroutine.life.end(requireNonNull(coroutine.end()));
            coroutine.forget();
        }
    }

    /// The unit that it runs now; -1 for none. For the code that it runs to ask.
    int unit() {
        return mounted == null ? EventLoop.NOBODY : mounted.life.unit.id;
    }

    /// Records an event of any unit. To be called on this thread, or by the virtual one that it runs.
    void record(EventKind kind, int unit, int object, long value) {
        if (events.isPresent()) {
            events.get().record(kind, unit, object, -1, value);
        }
    }
}
