package io.interleave.engine.loop;

import io.interleave.trace.Pin;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.Executor;

/// Virtual threads that run on carriers of our choice. The Java runtime has the means, but does not offer them:
/// they need `--add-opens java.base/java.lang` and `--add-exports java.base/jdk.internal.vm` to be had.
public final class VirtualThreads {

    private static final Handles HANDLES = Handles.find();

    private VirtualThreads() {}

    /// @param refusal why not, for a person; empty where all is there
    private record Handles(String refusal, MethodHandle builder, MethodHandle carrier) {

        static Handles find() {
            try {
                var type = Class.forName("java.lang.ThreadBuilders$VirtualThreadBuilder");
                var builder = MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                        .findConstructor(type, MethodType.methodType(void.class, Executor.class))
                        .asType(MethodType.methodType(Thread.Builder.OfVirtual.class, Executor.class));
                var carrier = MethodHandles.privateLookupIn(Thread.class, MethodHandles.lookup())
                        .findStatic(Thread.class, "currentCarrierThread", MethodType.methodType(Thread.class));
                return Pin.isPossible()
                        ? new Handles("", builder, carrier)
                        : refused("jdk.internal.vm is not exported");
            } catch (ReflectiveOperationException e) {
                return refused(e.getMessage() == null ? e.toString() : e.getMessage());
            }
        }

        private static Handles refused(String why) {
            var builder = MethodHandles.empty(MethodType.methodType(Thread.Builder.OfVirtual.class, Executor.class));
            return new Handles(why, builder, MethodHandles.empty(MethodType.methodType(Thread.class)));
        }
    }

    /// Why carriers cannot be chosen, for a person; empty if they can.
    public static String refusal() {
        return HANDLES.refusal;
    }

    /// A virtual thread that has not been started.
    ///
    /// @param scheduler is given the same `Runnable` each time the thread can go on, and runs it on a carrier,
    ///     a thread of the operating system; it returns when the thread waits or has ended
    public static Thread unstarted(Executor scheduler, Runnable task) {
        try {
            return ((Thread.Builder.OfVirtual) HANDLES.builder.invokeExact(scheduler))
                    .inheritInheritableThreadLocals(false)
                    .unstarted(task);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /// The thread of the operating system that the calling thread runs on. Of a virtual thread that is not
    /// pinned it may be another one by the time this returns.
    public static Thread carrier() {
        try {
            return (Thread) HANDLES.carrier.invokeExact();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
