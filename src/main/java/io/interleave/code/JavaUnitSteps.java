package io.interleave.code;

import io.interleave.model.Step;
import io.interleave.model.UnitGroup;

/// What units do to other units.
final class JavaUnitSteps {

    private final JavaSteps steps;

    JavaUnitSteps(JavaSteps steps) {
        this.steps = steps;
    }

    private boolean isProcess(String group) {
        return steps.model.group(group).orElseThrow().kind() instanceof UnitGroup.Process;
    }

    private String field(String group) {
        return steps.model.names.field(group);
    }

    void start(Step.Start it) {
        if (isProcess(it.group())) {
            steps.mayThrow("IOException");
        }
        steps.text.add(field(it.group()) + ".start();");
    }

    void await(Step.Await it) {
        if (isProcess(it.target().name())) {
            awaitProcess(it);
            return;
        }
        steps.mayThrow("InterruptedException");
        var object = it.target()
                .at()
                .map(at -> "%s.threads.get(%s)".formatted(field(it.target().name()), steps.targets.position(at)))
                .orElse(field(it.target().name()));
        if (it.waiting().timeout().isEmpty()) {
            steps.blocking(() ->
                    steps.text.add(object + ".join();", "await: " + it.target().name()));
        } else {
            if (it.target().at().isEmpty()) {
                steps.need(JavaNeed.JOIN_TIMED);
            }
            var call = "%s.join(%s)"
                    .formatted(
                            object, steps.times.duration(it.waiting().timeout().get()));
            steps.unless(
                    "!" + steps.asked(call, "inTime"),
                    it.waiting().otherwise(),
                    "waited for '%s', which timed out".formatted(it.target().name()));
        }
        // Only of a process there is a status.
        it.into().ifPresent(into -> steps.assign(it, into, "0", ""));
    }

    private void awaitProcess(Step.Await it) {
        steps.mayThrow("InterruptedException");
        var field = field(it.target().name());
        var number = it.target().at().map(steps.targets::position);
        if (it.waiting().timeout().isEmpty()) {
            var call = number.map(at -> "status(%s.started.get(%s))".formatted(field, at))
                    .orElse(field + ".await()");
            steps.blocking(() -> {
                if (it.into().isPresent()) {
                    steps.assign(it, it.into().get(), call, "");
                } else {
                    steps.text.add(call + ";", "");
                }
            });
            return;
        }
        steps.need(JavaNeed.CHILDREN_TIMED);
        var call = number.map(at -> "%s.started.get(%s).waitFor(%s)"
                        .formatted(
                                field,
                                at,
                                steps.times.patience(it.waiting().timeout().get())))
                .orElseGet(() -> "%s.await(%s)"
                        .formatted(
                                field,
                                steps.times.duration(it.waiting().timeout().get())));
        var inTime = steps.asked(call, "inTime");
        var words = "waited for '%s', which timed out".formatted(it.target().name());
        if (it.into().isEmpty()) {
            steps.unless("!" + inTime, it.waiting().otherwise(), words);
            return;
        }
        steps.text.add("if (%s) {".formatted(inTime), "await: " + it.target().name());
        steps.text.indented(() -> steps.assign(
                it,
                it.into().get(),
                number.map(at -> "status(%s.started.get(%s))".formatted(field, at))
                        .orElse(field + ".await()"),
                ""));
        steps.otherwise(it.waiting().otherwise(), words, false);
    }

    void poll(Step.Poll it) {
        steps.need(isProcess(it.group()) ? JavaNeed.CHILDREN_ALIVE : JavaNeed.IS_ALIVE);
        steps.assign(it, it.into(), field(it.group()) + ".isAlive()", "poll: " + it.group());
    }

    void cancel(Step.Cancel it) {
        if (isProcess(it.group())) {
            steps.need(JavaNeed.CHILDREN_KILL);
            steps.mayThrow("InterruptedException");
            steps.text.add(field(it.group()) + ".kill();", "cancel: " + it.group());
        } else {
            steps.need(JavaNeed.CANCEL);
            steps.text.add(field(it.group()) + ".cancel();");
        }
    }

    /// Tried with Java 25 and one carrier: neither `Thread.yield` nor a sleep of a nanosecond lets a sleeper wake,
    /// a sleep of 100us does.
    void pause(Step.Pause it) {
        if (steps.group.kind() instanceof UnitGroup.Coroutine) {
            steps.mayThrow("InterruptedException");
            steps.text.gap(
                    it.place(),
                    "A virtual thread that yields may go on before those whose sleep is over; here it sleeps for 100us instead.");
            steps.text.add("Thread.sleep(Duration.ofNanos(100 * US));", "pause");
        } else {
            steps.blocking(() -> steps.text.add("Thread.yield();", "pause"));
        }
    }

    void gather(Step.Gather it) {
        for (var name : it.groups()) {
            if (steps.model.group(name).orElseThrow().manual()) {
                if (isProcess(name)) {
                    steps.mayThrow("IOException");
                }
                steps.text.add(field(name) + ".start();", "gather: starts them all, and then waits for all");
            }
        }
        steps.mayThrow("InterruptedException");
        if (it.waiting().timeout().isEmpty()) {
            steps.blocking(() -> it.groups()
                    .forEach(name -> steps.text.add(field(name) + (isProcess(name) ? ".await();" : ".join();"))));
            return;
        }
        var time = it.waiting().timeout().get();
        String left = steps.times.duration(time);
        if (it.groups().size() > 1) {
            var deadline = steps.names.fresh("deadline");
            steps.text.add("long %s = System.nanoTime() + %s;".formatted(deadline, steps.times.nanos(time)));
            left = "Duration.ofNanos(%s - System.nanoTime())".formatted(deadline);
        }
        var patience = left;
        var calls = it.groups().stream()
                .map(name -> {
                    steps.need(isProcess(name) ? JavaNeed.CHILDREN_TIMED : JavaNeed.JOIN_TIMED);
                    return "%s.%s(%s)".formatted(field(name), isProcess(name) ? "await" : "join", patience);
                })
                .toList();
        var condition = String.join(" && ", calls);
        var known = steps.asked(condition, "inTime");
        steps.unless(
                calls.size() > 1 && known.equals(condition) ? "!(" + known + ")" : "!" + known,
                it.waiting().otherwise(),
                "waited for '%s', which timed out".formatted(String.join("', '", it.groups())));
    }
}
