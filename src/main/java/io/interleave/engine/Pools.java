package io.interleave.engine;

import io.interleave.model.Resource;
import java.util.function.Supplier;

/// Makes pools.
///
/// @param expressions over knobs
/// @param loop that coroutines run on; asked when all resources are there
record Pools(int id, String name, ExpressionCompiler expressions, Texts texts, Supplier<EventLoop> loop) {

    /// So many workers at most.
    private static final int MOST = 1_000;

    private static final int MOST_COROUTINES = 100_000;

    Pool pool(Resource.Pool it) {
        long asked = expressions.compile(it.size()).code().value(ExpressionCompiler.NO_LOCALS);
        boolean coroutines = it.kind() == Resource.Pool.Kind.COROUTINE;
        int size = (int) Math.clamp(asked, 1, coroutines ? MOST_COROUTINES : MOST);
        long room = it.queue()
                .map(queue -> Math.max(0, expressions.compile(queue).code().value(ExpressionCompiler.NO_LOCALS)))
                .orElse(Long.MAX_VALUE);
        return switch (it.kind()) {
            case THREAD -> new ThreadPool(id, name, it, size, room);
            case COROUTINE -> new CoroutinePool(id, name, it, size, room, loop);
            case FORK_JOIN -> new ForkJoin(id, name, it, size, room);
            case PROCESS -> new ProcessPool(id, name, it, size, room, texts);
        };
    }
}
