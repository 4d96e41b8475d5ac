package io.interleave.engine;

import io.interleave.cores.NativeThread;
import io.interleave.model.Resource;

/// Makes pools.
///
/// @param expressions over knobs
record Pools(int id, String name, ExpressionCompiler expressions, Texts texts) {

    /// So many workers at most; of coroutines any number.
    private static final int MOST = 1_000;

    private static final ThreadPool.Carrier THREAD = new ThreadPool.Carrier() {
        @Override
        public Thread unstarted(String name, Runnable life) {
            return Thread.ofPlatform().name(name).unstarted(life);
        }

        @Override
        public int tid() {
            return NativeThread.id();
        }
    };

    private static final ThreadPool.Carrier COROUTINE = new ThreadPool.Carrier() {
        @Override
        public Thread unstarted(String name, Runnable life) {
            return Thread.ofVirtual().name(name).unstarted(life);
        }

        @Override
        public int tid() {
            return -1;
        }
    };

    Pool pool(Resource.Pool it) {
        long asked = expressions.compile(it.size()).code().value(ExpressionCompiler.NO_LOCALS);
        boolean coroutines = it.kind() == Resource.Pool.Kind.COROUTINE;
        int size = (int) Math.clamp(asked, 1, coroutines ? Integer.MAX_VALUE : MOST);
        long room = it.queue()
                .map(queue -> Math.max(0, expressions.compile(queue).code().value(ExpressionCompiler.NO_LOCALS)))
                .orElse(Long.MAX_VALUE);
        return switch (it.kind()) {
            case THREAD -> new ThreadPool(id, name, it, size, room, THREAD);
            case COROUTINE -> new ThreadPool(id, name, it, size, room, COROUTINE);
            case FORK_JOIN -> new ForkJoin(id, name, it, size, room);
            case PROCESS -> new ProcessPool(id, name, it, size, room, texts);
        };
    }
}
