package io.interleave.engine.loop;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/// A function on a continuation of the Java runtime, of the kind that virtual threads are made of. May be
/// resumed within another one, and on a virtual thread, which can wait meanwhile as if it were not.
///
/// Needs `--add-exports java.base/jdk.internal.vm`. The class that is instantiated is made here, at run time,
/// since the one of the Java runtime throws where a virtual thread waits within it that cannot leave its
/// carrier.
final class StoppableContinuation implements Stoppable {

    private static final Handles HANDLES = Handles.find();

    private final Object continuation;

    StoppableContinuation(Runnable function) {
        this.continuation = make(function);
    }

    /// @param make of a function, a continuation
    private record Handles(
            String refusal, MethodHandle make, MethodHandle run, MethodHandle stop, MethodHandle isDone) {

        static Handles find() {
            try {
                var lookup = MethodHandles.lookup();
                var continuation = Class.forName("jdk.internal.vm.Continuation");
                var scopes = Class.forName("jdk.internal.vm.ContinuationScope");
                var scope = lookup.findConstructor(scopes, MethodType.methodType(void.class, String.class))
                        .invoke("generators");
                var type = lookup.defineHiddenClass(patientContinuation(), true).lookupClass();
                var make = lookup.findConstructor(type, MethodType.methodType(void.class, scopes, Runnable.class));
                var run = lookup.findVirtual(continuation, "run", MethodType.methodType(void.class));
                var stop = lookup.findStatic(continuation, "yield", MethodType.methodType(boolean.class, scopes));
                var isDone = lookup.findVirtual(continuation, "isDone", MethodType.methodType(boolean.class));
                return new Handles(
                        "",
                        MethodHandles.insertArguments(make, 0, scope)
                                .asType(MethodType.methodType(Object.class, Runnable.class)),
                        run.asType(MethodType.methodType(void.class, Object.class)),
                        MethodHandles.insertArguments(stop, 0, scope),
                        isDone.asType(MethodType.methodType(boolean.class, Object.class)));
            } catch (Throwable e) {
                var nothing = MethodHandles.empty(MethodType.methodType(void.class));
                return new Handles(
                        e.getMessage() == null ? e.toString() : e.getMessage(), nothing, nothing, nothing, nothing);
            }
        }

        /// A subclass of the continuation that does not throw where it is pinned.
        private static byte[] patientContinuation() {
            var parent = ClassDesc.of("jdk.internal.vm.Continuation");
            var pinned = ClassDesc.of("jdk.internal.vm.Continuation$Pinned");
            var arguments = MethodTypeDesc.of(
                    ConstantDescs.CD_void,
                    ClassDesc.of("jdk.internal.vm.ContinuationScope"),
                    ClassDesc.of("java.lang.Runnable"));
            return ClassFile.of()
                    .build(
                            ClassDesc.of("io.interleave.engine.loop.PatientContinuation"),
                            type -> type.withSuperclass(parent)
                                    .withMethodBody(
                                            ConstantDescs.INIT_NAME,
                                            arguments,
                                            ClassFile.ACC_PUBLIC,
                                            code -> code.aload(0)
                                                    .aload(1)
                                                    .aload(2)
                                                    .invokespecial(parent, ConstantDescs.INIT_NAME, arguments)
                                                    .return_())
                                    .withMethodBody(
                                            "onPinned",
                                            MethodTypeDesc.of(ConstantDescs.CD_void, pinned),
                                            ClassFile.ACC_PROTECTED,
                                            code -> code.return_()));
        }
    }

    static String refusal() {
        return HANDLES.refusal;
    }

    private static Object make(Runnable function) {
        try {
            return (Object) HANDLES.make.invokeExact(function);
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    @Override
    public void resume() {
        try {
            HANDLES.run.invokeExact(continuation);
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    @Override
    public void stop() {
        try {
            if (!(boolean) HANDLES.stop.invokeExact()) {
                throw new IllegalStateException("a function cannot stop with a call of native code in its midst");
            }
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    @Override
    public boolean isDone() {
        try {
            return (boolean) HANDLES.isDone.invokeExact(continuation);
        } catch (Throwable e) {
            throw rethrown(e);
        }
    }

    private static RuntimeException rethrown(Throwable e) {
        return switch (e) {
            case RuntimeException it -> it;
            case Error it -> throw it;
            default -> new IllegalStateException(e);
        };
    }
}
