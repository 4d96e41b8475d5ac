package io.interleave.view.fx;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// Asks something in the background, again and again, where only the answer to the last question counts: what was
/// asked before it, is not told any more, nor found out if nobody has begun to. To be used on the window's thread.
public final class Latest {

    /// So long nothing is asked before a question that can wait is looked at: a little more than between two keys.
    private static final int REST_MILLIS = 250;

    private final Executor background;
    private final Executor ui;
    private final AtomicInteger asked = new AtomicInteger();

    /// @param ui runs a task on the window's thread
    public Latest(Executor background, Executor ui) {
        this.background = background;
        this.ui = ui;
    }

    /// @param told on the window's thread, unless something else is asked or all is forgotten meanwhile
    public <T> void ask(Supplier<T> question, Consumer<T> told) {
        ask(false, question, told);
    }

    /// @param atRest whether it waits until the user rests, as a question should that keeps a processor busy for longer
    ///     than a frame: it would be in the way of the next edit's
    public <T> void ask(boolean atRest, Supplier<T> question, Consumer<T> told) {
        ask(atRest, _ -> question.get(), told);
    }

    /// For a question of many parts.
    ///
    /// @param question is given what says whether its answer is still wanted: to be looked at between two parts
    public <T> void ask(boolean atRest, Function<BooleanSupplier, T> question, Consumer<T> told) {
        var where =
                atRest ? CompletableFuture.delayedExecutor(REST_MILLIS, TimeUnit.MILLISECONDS, background) : background;
        ask(where, question, told);
    }

    private <T> void ask(Executor where, Function<BooleanSupplier, T> question, Consumer<T> told) {
        int mine = asked.incrementAndGet();
        where.execute(() -> {
            if (mine == asked.get()) {
                T answer = question.apply(() -> mine == asked.get());
                ui.execute(() -> {
                    if (mine == asked.get()) {
                        told.accept(answer);
                    }
                });
            }
        });
    }

    /// No answer is wanted any more.
    public void forget() {
        asked.incrementAndGet();
    }
}
