package io.interleave.code;

import io.interleave.model.Kernel;
import io.interleave.model.Step;

/// Computing, sleeping, reading and writing, and what is said and checked.
final class JavaWork {

    private final JavaSteps steps;

    JavaWork(JavaSteps steps) {
        this.steps = steps;
    }

    void compute(Step.Compute it) {
        steps.need(JavaNeed.COMPUTE);
        steps.text.add("compute(%s);".formatted(steps.times.nanos(it.work())));
        handOver();
    }

    void kernel(Step.Kernelled it) {
        steps.need(need(it.kernel()));
        var call = "%s(%s)".formatted(it.kernel().word(), steps.expr(it.size()).text());
        if (it.into().isPresent()) {
            steps.assign(it, it.into().get(), call, "");
        } else {
            steps.need(JavaNeed.SINK);
            steps.text.add("sink = " + call + ";");
        }
        handOver();
    }

    static JavaNeed need(Kernel kernel) {
        return switch (kernel) {
            case FACTORIZE -> JavaNeed.FACTORIZE;
            case PRIMES -> JavaNeed.PRIMES;
            case SHA256 -> JavaNeed.SHA256;
            case MANDELBROT -> JavaNeed.MANDELBROT;
            case MATRIX -> JavaNeed.MATRIX;
            case SORT -> JavaNeed.SORT;
        };
    }

    private void handOver() {
        steps.gil().ifPresent(it -> steps.text.add(it + ".handOver();", "here the interpreter may switch"));
    }

    void sleep(Step.Sleep it) {
        steps.mayThrow("InterruptedException");
        steps.blocking(() -> steps.text.add("Thread.sleep(%s);".formatted(steps.times.duration(it.time()))));
    }

    void io(Step.Io it) {
        steps.mayThrow("IOException");
        steps.blocking(() -> {
            switch (it.medium()) {
                case SOCKET -> {
                    steps.need(JavaNeed.ASK);
                    steps.text.add("ask(%s);".formatted(steps.times.nanos(it.amount())), "io");
                }
                case FILE -> {
                    steps.need(JavaNeed.FILE);
                    steps.text.add(
                            "writeAndRead(%s);"
                                    .formatted(steps.expr(it.amount()).text()),
                            "io");
                }
            }
        });
    }

    void log(Step.Log it) {
        steps.text.add("IO.println(%s);".formatted(steps.template(it.text())));
    }

    void check(Step.Check it) {
        var fails = "!" + steps.expr(it.condition()).within(JavaValue.SIGN);
        steps.text.add("if (%s) throw new IllegalStateException(%s);"
                .formatted(fails, JavaExpr.quoted("check failed: " + it.text())));
    }

    void fail(Step.Fail it, boolean followed) {
        steps.text.add("%sthrow new IllegalStateException(%s);"
                .formatted(JavaFlow.reachable(followed), steps.template(it.message())));
    }

    void clock(Step.ReadClock it) {
        steps.need(JavaNeed.CLOCK);
        steps.assign(it, it.local(), "System.nanoTime() - BEGAN", "clock");
    }
}
