package io.interleave.view.fx;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/// The thread of the window, as an executor: the one place that posts to it.
public final class Ui implements Executor {

    /// Runs `task` at once if this is the window's thread, else soon on it.
    @Override
    public void execute(Runnable task) {
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
    }

    /// Runs `task` on the window's thread after what is under way there, so that a frame can be drawn before.
    public void later(Runnable task) {
        Platform.runLater(task);
    }
}
