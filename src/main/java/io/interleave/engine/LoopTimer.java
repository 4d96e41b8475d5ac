package io.interleave.engine;

import java.util.ArrayList;
import java.util.List;

/// Wakes the coroutines of a loop that sleep, when it is time. A thread beside the carriers, so that one whose
/// time is up while others keep them busy is seen to be ready from then on, and to wait for a carrier.
final class LoopTimer extends Thread {

    private final EventLoop loop;
    private final List<Coroutine> due = new ArrayList<>(EventLoop.BATCH);
    private final List<Coroutine> woken = new ArrayList<>(EventLoop.BATCH);

    LoopTimer(EventLoop loop) {
        super(null, null, loop.name + " timer", 0, false);
        this.loop = loop;
        setDaemon(true);
    }

    @Override
    public void run() {
        try {
            while (loop.awaitDue(due)) {
                due.forEach(Coroutine::unpark);
                loop.resumable(woken);
                due.clear();
                woken.clear();
            }
        } catch (InterruptedException _) {
            // Nobody has a reason to interrupt this thread; and if so, it is to end.
            return;
        }
    }

    /// A coroutine that this thread woke can go on: told to the loop together with the others.
    void woken(Coroutine coroutine) {
        woken.add(coroutine);
    }
}
