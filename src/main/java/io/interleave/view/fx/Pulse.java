package io.interleave.view.fx;

import javafx.animation.AnimationTimer;

/// Asks something once for every frame of the window, between `start` and `stop`.
public final class Pulse extends AnimationTimer {

    private final Runnable question;

    public Pulse(Runnable question) {
        this.question = question;
    }

    @Override
    public void handle(long now) {
        question.run();
    }

    /// Runs exactly while `wanted`.
    public void runWhile(boolean wanted) {
        if (wanted) {
            start();
        } else {
            stop();
        }
    }
}
