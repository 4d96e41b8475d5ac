package io.interleave.code;

import io.interleave.model.Expr;
import io.interleave.model.Resource;
import io.interleave.model.Step;
import io.interleave.model.Target;
import io.interleave.model.Value;
import java.util.Optional;

/// What is done with locks and semaphores.
final class JavaLockSteps {

    private final JavaSteps steps;

    JavaLockSteps(JavaSteps steps) {
        this.steps = steps;
    }

    /// A lock or semaphore as a step means it.
    ///
    /// @param object what Java calls it
    /// @param enabled when it is used at all, such as `LOCK`; empty: always
    /// @param isSemaphore whether one speaks of permits
    /// @param isFair whether those who wait come first
    private record Handle(String object, Optional<JavaValue> enabled, boolean isSemaphore, boolean isFair) {

        /// `if (LOCK) ` before what is done only then.
        String condition() {
            return enabled.map(it -> "if (%s) ".formatted(it.text())).orElse("");
        }
    }

    private Handle handle(Target lock, Step.Mode mode) {
        var object = steps.object(lock);
        return switch (steps.model.resource(lock.name()).orElseThrow()) {
            case Resource.Semaphore it -> new Handle(object, enabled(it.enabled()), true, it.fair());
            case Resource.Lock it ->
                new Handle(
                        object + view(it.kind(), mode),
                        enabled(it.enabled()),
                        false,
                        it.kind() == Resource.Lock.Kind.FAIR);
            case Resource other -> throw new IllegalArgumentException(other.name() + " is nothing to hold");
        };
    }

    private static String view(Resource.Lock.Kind kind, Step.Mode mode) {
        boolean isRead = mode == Step.Mode.READ;
        return switch (kind) {
            case MUTEX, REENTRANT, FAIR, SPIN, GIL -> "";
            case READ_WRITE -> isRead ? ".readLock()" : ".writeLock()";
            case STAMPED -> isRead ? ".asReadLock()" : ".asWriteLock()";
        };
    }

    private Optional<JavaValue> enabled(Expr enabled) {
        boolean isAlways = enabled instanceof Expr.Literal(var _, Value.Truth(boolean on)) && on;
        return isAlways ? Optional.empty() : Optional.of(steps.expr(enabled));
    }

    private void take(Handle lock, String comment) {
        boolean canBeCancelled = steps.model.isCancelled(steps.group);
        String call = lock.isSemaphore ? ".acquire();" : canBeCancelled ? ".lockInterruptibly();" : ".lock();";
        if (lock.isSemaphore || canBeCancelled) {
            steps.mayThrow("InterruptedException");
        }
        steps.blocking(() -> steps.text.add(lock.condition() + lock.object + call, comment));
    }

    private void give(Handle lock, String comment) {
        steps.text.add(lock.condition() + lock.object + (lock.isSemaphore ? ".release();" : ".unlock();"), comment);
    }

    /// Takes it in time, or gives false.
    private String call(Handle lock, Expr time) {
        // Without a time Java lets whoever asks at the right moment pass those who wait, even where it is fair.
        boolean atOnce = time instanceof Expr.Literal(var _, Value.Time(long nanos)) && nanos == 0 && !lock.isFair;
        if (!atOnce) {
            steps.mayThrow("InterruptedException");
        }
        return "%s.%s(%s)"
                .formatted(
                        lock.object, lock.isSemaphore ? "tryAcquire" : "tryLock", atOnce ? "" : steps.patience(time));
    }

    void hold(Step.Hold it, boolean followed) {
        if (it.mode() == Step.Mode.OPTIMISTIC) {
            optimistic(it);
            return;
        }
        need(it.lock(), it.waiting().timeout().isPresent());
        var lock = handle(it.lock(), it.mode());
        var comment = it.word() + ": " + it.lock().name();
        if (it.waiting().timeout().isEmpty()) {
            take(lock, comment);
            guarded(it, lock, followed);
            return;
        }
        var call = call(lock, it.waiting().timeout().get());
        var condition = lock.enabled
                        .map(on -> "!%s || ".formatted(on.within(JavaValue.SIGN)))
                        .orElse("")
                + call;
        steps.text.add("if (%s) {".formatted(steps.asked(condition, "locked")), comment);
        steps.text.indented(() -> guarded(it, lock, followed));
        steps.otherwise(it.waiting().otherwise(), timedOut(it.lock()), followed);
    }

    private void guarded(Step.Hold it, Handle lock, boolean followed) {
        steps.text.add("try {");
        steps.indented(it.body(), followed);
        steps.text.add("} finally {");
        steps.text.indented(() -> give(lock, ""));
        steps.text.add("}");
    }

    private static String timedOut(Target lock) {
        return "waited for '%s', which timed out".formatted(lock.name());
    }

    /// As in the documentation of `StampedLock`: first without the lock, and again with it if somebody wrote.
    private void optimistic(Step.Hold it) {
        var object = steps.object(it.lock());
        var stamp = steps.names.fresh("stamp");
        var lock = steps.model.resource(it.lock().name(), Resource.Lock.class);
        var enabled = enabled(lock.enabled());
        boolean mayEndInside = StepContents.all(it.body())
                .anyMatch(
                        step -> step instanceof Step.Return || step instanceof Step.Fail || step instanceof Step.Check);
        if (mayEndInside) {
            steps.text.gap(
                    it.place(),
                    "What ends the steps that read '%s' optimistically ends them here even if somebody wrote meanwhile."
                            .formatted(it.lock().name()));
        }
        if (it.waiting().timeout().isPresent()) {
            steps.text.gap(
                    it.place(),
                    "The second, locked read of '%s' waits for as long as it takes here."
                            .formatted(it.lock().name()));
        }
        steps.text.add(
                "long %s = %s.tryOptimisticRead();".formatted(stamp, object),
                "hold: %s, without holding it".formatted(it.lock().name()));
        steps.text.add("while (true) {");
        steps.text.indented(() -> {
            steps.text.add("try {");
            steps.text.indented(() -> {
                steps.body(it.body(), true);
                var seen = enabled.map(on -> "!%s || ".formatted(on.within(JavaValue.SIGN)))
                                .orElse("")
                        + "%s.validate(%s)".formatted(object, stamp);
                steps.text.add("if (%s) break;".formatted(seen), "nobody wrote meanwhile");
            });
            steps.text.add("} finally {");
            steps.text.indented(() -> steps.text.add(
                    "if (StampedLock.isReadLockStamp(%s)) %s.unlockRead(%s);".formatted(stamp, object, stamp)));
            steps.text.add("}");
            steps.text.add("%s = %s.readLock();".formatted(stamp, object), "else once more, and now with the lock");
        });
        steps.text.add("}");
    }

    void acquire(Step.Acquire it) {
        need(it.lock(), it.waiting().timeout().isPresent());
        var lock = handle(it.lock(), it.mode());
        var comment = "acquire: " + it.lock().name();
        if (it.waiting().timeout().isEmpty()) {
            take(lock, comment);
            return;
        }
        var call = call(lock, it.waiting().timeout().get());
        var missed = lock.enabled.map(on -> on.within(JavaValue.AND) + " && ").orElse("") + "!" + call;
        steps.unless(steps.asked(missed, "missed"), it.waiting().otherwise(), timedOut(it.lock()));
    }

    void release(Step.Release it) {
        var resource = steps.model.resource(it.lock().name()).orElseThrow();
        if (resource instanceof Resource.Lock lock
                && (lock.kind() == Resource.Lock.Kind.READ_WRITE || lock.kind() == Resource.Lock.Kind.STAMPED)) {
            releaseEither(it, lock);
            return;
        }
        give(handle(it.lock(), Step.Mode.WRITE), "release: " + it.lock().name());
    }

    /// The mode stands at the `acquire`; where there are several, the lock itself is asked.
    private void releaseEither(Step.Release it, Resource.Lock lock) {
        var modes = StepContents.all(steps.group.steps())
                .filter(step -> step instanceof Step.Acquire acquire
                        && acquire.lock().name().equals(lock.name()))
                .map(step -> ((Step.Acquire) step).mode())
                .distinct()
                .toList();
        if (modes.size() == 1) {
            give(handle(it.lock(), modes.getFirst()), "release: " + lock.name());
            return;
        }
        var object = steps.object(it.lock());
        var isWrite = lock.kind() == Resource.Lock.Kind.STAMPED
                ? object + ".isWriteLocked()"
                : object + ".isWriteLockedByCurrentThread()";
        steps.text.add("if (%s) {".formatted(isWrite), "release: " + lock.name());
        steps.text.indented(() -> give(handle(it.lock(), Step.Mode.WRITE), ""));
        steps.text.add("} else {");
        steps.text.indented(() -> give(handle(it.lock(), Step.Mode.READ), ""));
        steps.text.add("}");
    }

    private void need(Target lock, boolean isTimed) {
        if (steps.model.resource(lock.name()).orElseThrow() instanceof Resource.Lock it
                && it.kind() == Resource.Lock.Kind.SPIN
                && isTimed) {
            steps.need(JavaNeed.SPIN_TIMED);
        }
    }
}
