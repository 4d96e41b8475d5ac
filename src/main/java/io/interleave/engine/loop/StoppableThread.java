package io.interleave.engine.loop;

import java.util.concurrent.Semaphore;

/// A function on a thread of its own, which runs while the one that resumes it waits: for a Java runtime that
/// does not let us have better.
final class StoppableThread implements Stoppable {

    private final Semaphore resumed = new Semaphore(0);
    private final Semaphore stopped = new Semaphore(0);
    private final Thread thread;
    private boolean started;
    private volatile boolean done;

    StoppableThread(String name, Runnable function) {
        thread = Thread.ofPlatform().daemon().name(name).unstarted(() -> {
            try {
                function.run();
            } finally {
                done = true;
                stopped.release();
            }
        });
    }

    /// An interrupt of the caller is one of the function, which is what waits.
    @Override
    public void resume() {
        if (started) {
            resumed.release();
        } else {
            started = true;
            thread.start();
        }
        while (true) {
            try {
                stopped.acquire();
                return;
            } catch (InterruptedException _) {
                thread.interrupt();
            }
        }
    }

    @Override
    public void stop() {
        stopped.release();
        resumed.acquireUninterruptibly();
    }

    @Override
    public boolean isDone() {
        return done;
    }
}
