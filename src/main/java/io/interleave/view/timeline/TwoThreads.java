package io.interleave.view.timeline;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/// Shares work that comes in pieces between this thread and a second one. Each takes the next piece when it is done
/// with one: a second thread that gets no processor for a while, since others want it, is not waited for longer than
/// for one piece.
final class TwoThreads {

    private TwoThreads() {}

    /// Returns once all pieces are done.
    ///
    /// @param mine does a piece, told by its number, on this thread
    /// @param others the same on the second one
    static void share(int pieces, IntConsumer mine, IntConsumer others) {
        AtomicInteger next = new AtomicInteger();
        var second = ForkJoinPool.commonPool().submit(() -> take(next, pieces, others));
        take(next, pieces, mine);
        second.join();
    }

    private static void take(AtomicInteger next, int pieces, IntConsumer work) {
        for (int piece = next.getAndIncrement(); piece < pieces; piece = next.getAndIncrement()) {
            work.accept(piece);
        }
    }
}
