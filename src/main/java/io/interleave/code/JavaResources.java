package io.interleave.code;

import io.interleave.model.Expr;
import io.interleave.model.Resource;
import io.interleave.model.UnitGroup;
import io.interleave.model.Value;
import io.interleave.model.Value.Type;
import java.util.Optional;
import java.util.Set;

/// Writes the fields for what units share.
final class JavaResources {

    private final JavaModel model;
    private final JavaText text;
    private final Set<JavaNeed> needs;
    private final JavaExpr expressions;
    private final JavaPools pools;

    JavaResources(JavaModel model, JavaText text, Set<JavaNeed> needs) {
        this.model = model;
        this.text = text;
        this.needs = needs;
        expressions = new JavaExpr(
                name -> model.knob(name).orElseThrow(() -> new IllegalArgumentException("no knob " + name)), needs);
        pools = new JavaPools(model, text, needs, expressions);
    }

    void write(Resource resource) {
        var field = model.names.field(resource.name());
        text.from(resource.place(), () -> {
            switch (resource) {
                case Resource.Variable it -> variable(it, field);
                case Resource.Lock it -> lock(it, field);
                case Resource.Semaphore it ->
                    object(
                            it,
                            "Semaphore",
                            "new Semaphore(%s%s)".formatted(asInt(it.permits()), it.fair() ? ", true" : ""),
                            it.fair() ? "fair: first come, first served" : "");
                case Resource.Condition it ->
                    text.add("final Condition %s = %s.newCondition();".formatted(field, model.names.field(it.lock())));
                case Resource.Barrier it ->
                    object(it, "CyclicBarrier", "new CyclicBarrier(%s)".formatted(asInt(it.parties())), "");
                case Resource.Latch it ->
                    object(it, "CountDownLatch", "new CountDownLatch(%s)".formatted(asInt(it.initial())), "");
                case Resource.Phaser it -> object(it, "Phaser", "new Phaser(%s)".formatted(asInt(it.parties())), "");
                case Resource.Event it -> event(it);
                case Resource.Queue it -> queue(it);
                case Resource.EventLoop it -> loop(it);
                case Resource.Pool it -> pools.write(it, field);
            }
        });
    }

    private String asInt(Expr expr) {
        return expressions.of(expr).asInt();
    }

    private static boolean isOne(Resource resource) {
        return resource.count().equals(Resource.ONE);
    }

    /// One object, or a list of as many as there are of the name.
    private void object(Resource resource, String type, String made, String comment) {
        var field = model.names.field(resource.name());
        if (isOne(resource)) {
            text.add("final %s %s = %s;".formatted(type, field, made), comment);
            return;
        }
        var supplier =
                made.matches("new \\w+\\(\\)") ? made.substring(4, made.length() - 2) + "::new" : "() -> " + made;
        text.add(
                "final List<%s> %s = Stream.%sgenerate(%s).limit(%s).toList();"
                        .formatted(
                                type,
                                field,
                                type.contains("<") ? "<" + type + ">" : "",
                                supplier,
                                expressions.of(resource.count()).text()),
                comment);
    }

    // Variables

    private void variable(Resource.Variable it, String field) {
        var type = it.initial().type();
        var initial = JavaExpr.literal(it.initial());
        var comment = type == Type.TIME ? "in nanoseconds" : "";
        if (model.isAtomic(it.name())) {
            atomic(it, type, initial, comment);
        } else if (isOne(it)) {
            boolean isPolled = model.isPolled(it.name());
            text.add(
                    "%s%s %s = %s;"
                            .formatted(
                                    isPolled ? "volatile " : "",
                                    JavaLocals.java(type),
                                    field,
                                    initial.text().equals("0L") ? "0" : initial.text()),
                    isPolled ? "volatile, as a loop waits for it to change" : comment);
        } else {
            array(it, type, field, initial);
        }
    }

    private void atomic(Resource.Variable it, Type type, JavaValue initial, String comment) {
        switch (type) {
            case WHOLE, TIME ->
                object(
                        it,
                        "AtomicLong",
                        initial.text().matches("0L?")
                                ? "new AtomicLong()"
                                : "new AtomicLong(%s)".formatted(initial.text()),
                        comment);
            case TRUTH -> object(it, "AtomicBoolean", "new AtomicBoolean(%s)".formatted(initial.text()), comment);
            case DECIMAL, TEXT ->
                object(
                        it,
                        "AtomicReference<%s>".formatted(JavaLocals.boxed(type)),
                        "new AtomicReference<>(%s)".formatted(initial.boxed(type)),
                        comment);
        }
    }

    private void array(Resource.Variable it, Type type, String field, JavaValue initial) {
        var count = asInt(it.count());
        var java = JavaLocals.java(type);
        if (type != Type.TEXT && initial.text().matches("0|0L|0\\.0|false")) {
            text.add("final %s[] %s = new %s[%s];".formatted(java, field, java, count));
            return;
        }
        var generated = ".generate(() -> %s).limit(%s).toArray".formatted(initial.boxed(type), count);
        switch (type) {
            case WHOLE, TIME -> text.add("final long[] %s = LongStream%s();".formatted(field, generated));
            case DECIMAL -> text.add("final double[] %s = DoubleStream%s();".formatted(field, generated));
            case TRUTH, TEXT -> {
                var boxed = JavaLocals.boxed(type);
                text.add("final %s[] %s = Stream%s(%s[]::new);".formatted(boxed, field, generated, boxed));
            }
        }
    }

    // Locks, events, queues

    private void lock(Resource.Lock it, String field) {
        switch (it.kind()) {
            case MUTEX -> mutex(it);
            case REENTRANT -> object(it, "ReentrantLock", "new ReentrantLock()", "");
            case FAIR -> object(it, "ReentrantLock", "new ReentrantLock(true)", "fair: first come, first served");
            case SPIN -> {
                needs.add(JavaNeed.SPIN);
                object(it, "SpinLock", "new SpinLock()", "");
            }
            case READ_WRITE -> object(it, "ReentrantReadWriteLock", "new ReentrantReadWriteLock()", "");
            case STAMPED -> object(it, "StampedLock", "new StampedLock()", "");
            case GIL -> {
                needs.add(JavaNeed.GIL);
                text.gap(
                        it.place(),
                        "Java has no interpreter lock; '%s' imitates it with a lock that threads hand over where they compute or wait, and not at the end of every step."
                                .formatted(it.name()));
                var interval =
                        it.interval().map(expr -> expressions.of(expr).text()).orElse("5 * MS");
                text.add("final Gil %s = new Gil(%s, %s);"
                        .formatted(field, expressions.of(it.enabled()).text(), interval));
            }
        }
    }

    /// Java's own lock is reentrant, which makes no difference where nobody takes it twice.
    private void mutex(Resource.Lock it) {
        if (!model.isTakenTwice(it.name())) {
            object(it, "ReentrantLock", "new ReentrantLock()", "");
        } else if (model.hasCondition(it.name())) {
            text.gap(
                    it.place(),
                    "A lock of Java with conditions is reentrant: whoever takes '%s' twice does not wait for itself here."
                            .formatted(it.name()));
            object(it, "ReentrantLock", "new ReentrantLock()", "");
        } else {
            object(
                    it,
                    "Lock",
                    "new StampedLock().asWriteLock()",
                    "not reentrant: whoever takes it twice waits for itself");
        }
    }

    private void event(Resource.Event it) {
        if (model.isCleared(it.name()) || it.initial()) {
            needs.add(JavaNeed.EVENT);
            object(it, "Event", "new Event(%s)".formatted(it.initial()), "");
        } else {
            object(it, "CountDownLatch", "new CountDownLatch(1)", "an event: set for good when counted down");
        }
    }

    private void queue(Resource.Queue it) {
        boolean isRanked = it.order() == Resource.Queue.Order.PRIORITY;
        var item = isRanked ? "Ranked<%s>".formatted(JavaLocals.boxed(it.of())) : JavaLocals.boxed(it.of());
        if (isRanked) {
            needs.add(JavaNeed.RANKED);
        }
        if (model.isClosable(it)) {
            closable(it, item);
            return;
        }
        var capacity = it.capacity().map(this::asInt);
        var made = switch (it.order()) {
            case FIFO -> capacity.map("new ArrayBlockingQueue<>(%s)"::formatted).orElse("new LinkedBlockingQueue<>()");
            case LIFO -> "new LinkedBlockingDeque<>(%s)".formatted(capacity.orElse(""));
            case PRIORITY -> "new PriorityBlockingQueue<>()";
            case RENDEZVOUS -> "new SynchronousQueue<>()";
        };
        var type = it.order() == Resource.Queue.Order.LIFO ? "BlockingDeque" : "BlockingQueue";
        object(it, "%s<%s>".formatted(type, item), made, "");
    }

    private void closable(Resource.Queue it, String item) {
        needs.add(JavaNeed.QUEUE);
        if (model.isJoined(it.name())) {
            needs.add(JavaNeed.QUEUE_JOIN);
        }
        if (it.order() == Resource.Queue.Order.RENDEZVOUS) {
            needs.add(JavaNeed.RENDEZVOUS);
            object(it, "Rendezvous<%s>".formatted(item), "new Rendezvous<>()", "");
            return;
        }
        var items = switch (it.order()) {
            case FIFO, RENDEZVOUS -> "new ArrayDeque<>()";
            case LIFO -> "Collections.asLifoQueue(new ArrayDeque<>())";
            case PRIORITY -> "new PriorityQueue<>()";
        };
        var capacity = it.capacity().map(this::asInt).orElse("Integer.MAX_VALUE");
        var type = "ClosableQueue<%s>".formatted(item);
        object(it, type, "new ClosableQueue<>(%s, %s)".formatted(items, capacity), "");
    }

    // What runs coroutines and tasks

    private void loop(Resource.EventLoop it) {
        boolean isOrdered = !(it.priorities() instanceof Expr.Literal(var _, Value.Truth(boolean on))) || on;
        if (isOrdered) {
            text.gap(
                    it.place(),
                    "Virtual threads have no priorities: on '%s' the ready ones take turns.".formatted(it.name()));
        }
        long loops = model.scenario.resources().stream()
                .filter(Resource.EventLoop.class::isInstance)
                .count();
        if (loops > 1) {
            text.gap(
                    it.place(),
                    "Java has one scheduler for all virtual threads: the coroutines of '%s' share its carriers with those of the other loops."
                            .formatted(it.name()));
        }
        text.add(
                "// The event loop '%s' is Java's scheduler of virtual threads; main() says how many threads carry them."
                        .formatted(it.name()));
    }

    /// Threads that carry coroutines, or nothing where there are none.
    Optional<String> carriers() {
        boolean isNeeded = model.scenario.units().stream().anyMatch(it -> it.kind() instanceof UnitGroup.Coroutine)
                || model.scenario.resources().stream()
                        .anyMatch(
                                it -> it instanceof Resource.Pool pool && pool.kind() == Resource.Pool.Kind.COROUTINE);
        if (!isNeeded) {
            return Optional.empty();
        }
        return Optional.of(model.scenario.resources().stream()
                .filter(Resource.EventLoop.class::isInstance)
                .map(it -> expressions.of(((Resource.EventLoop) it).carriers()).within(JavaValue.SUM))
                .reduce("%s + %s"::formatted)
                .orElse("1"));
    }
}
