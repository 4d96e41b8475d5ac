package io.interleave.view.fx;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Asks something in the background, again and again, where only the answer to the last question counts: what was
/// asked before it, is not told any more. To be used on the window's thread.
public final class Latest {

    private final Executor background;
    private final Executor ui;
    private int asked;

    /// @param ui runs a task on the window's thread
    public Latest(Executor background, Executor ui) {
        this.background = background;
        this.ui = ui;
    }

    /// @param told on the window's thread, unless something else is asked or all is forgotten meanwhile
    public <T> void ask(Supplier<T> question, Consumer<T> told) {
        int mine = ++asked;
        background.execute(() -> {
            T answer = question.get();
            ui.execute(() -> {
                if (mine == asked) {
                    told.accept(answer);
                }
            });
        });
    }

    /// No answer is wanted any more.
    public void forget() {
        asked++;
    }
}
