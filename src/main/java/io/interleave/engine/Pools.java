package io.interleave.engine;

import io.interleave.model.Expr;
import io.interleave.model.Resource;
import java.util.function.Supplier;

/// Makes pools.
///
/// @param expressions over knobs
/// @param loop that coroutines run on; asked when all resources are there
record Pools(int id, String name, ExpressionCompiler expressions, Texts texts, Supplier<EventLoop> loop) {

    /// Its numbers are within the language's limits: the settings were checked before the run.
    Pool pool(Resource.Pool it) {
        int size = Math.toIntExact(value(it.size()));
        long room = it.queue().map(this::value).orElse(Long.MAX_VALUE);
        return switch (it.kind()) {
            case THREAD -> new ThreadPool(id, name, it, size, room);
            case COROUTINE -> new CoroutinePool(id, name, it, size, room, loop);
            case FORK_JOIN -> new ForkJoin(id, name, it, size, room);
            case PROCESS -> new ProcessPool(id, name, it, size, room, texts);
        };
    }

    private long value(Expr number) {
        return expressions.compile(number).code().value(ExpressionCompiler.NO_LOCALS);
    }
}
