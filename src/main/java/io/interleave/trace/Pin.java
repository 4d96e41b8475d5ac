package io.interleave.trace;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/// Keeps a virtual thread on its carrier for a moment, as the Java runtime does for its own: to be held around
/// a lock that carriers take too, and around a monitor, for which a generator that a virtual thread resumed waits
/// with its carrier. Otherwise a virtual thread that is next in line for it, and waits for a carrier, could block the
/// only carrier that there is.
///
/// Needs `--add-exports java.base/jdk.internal.vm`; without it nothing is kept, which `isPossible` tells.
public final class Pin {

    private static final Handles HANDLES = Handles.find();

    private Pin() {}

    private record Handles(boolean found, MethodHandle pin, MethodHandle unpin) {

        static Handles find() {
            var nothing = MethodHandles.empty(MethodType.methodType(void.class));
            try {
                var continuation = Class.forName("jdk.internal.vm.Continuation");
                var lookup = MethodHandles.lookup();
                var type = MethodType.methodType(void.class);
                return new Handles(
                        true,
                        lookup.findStatic(continuation, "pin", type),
                        lookup.findStatic(continuation, "unpin", type));
            } catch (ReflectiveOperationException _) {
                return new Handles(false, nothing, nothing);
            }
        }
    }

    /// Whether this Java runtime lets us.
    public static boolean isPossible() {
        return HANDLES.found;
    }

    /// Pins the calling thread, if it is virtual.
    ///
    /// @return what `unpin` is to be told
    public static boolean pin() {
        if (!Thread.currentThread().isVirtual()) {
            return false;
        }
        call(HANDLES.pin);
        return true;
    }

    /// @param pinned what `pin` returned on the same thread
    public static void unpin(boolean pinned) {
        if (pinned) {
            call(HANDLES.unpin);
        }
    }

    private static void call(MethodHandle handle) {
        try {
            handle.invokeExact();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
