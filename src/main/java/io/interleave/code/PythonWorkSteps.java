package io.interleave.code;

import io.interleave.model.Kernel;
import io.interleave.model.Step;

/// Work, and what goes wrong on purpose.
final class PythonWorkSteps {

    private final PythonFunction function;

    PythonWorkSteps(PythonFunction function) {
        this.function = function;
    }

    void compute(Step.Compute it) {
        function.add(function.parts.helper("compute") + "(" + function.time(it.work()) + ")", it);
    }

    void kernel(Step.Kernelled it) {
        var call = function.parts.helper(helper(it.kernel())) + "(" + function.of(it.size()) + ")";
        function.add(function.into(it.into(), call), it);
    }

    private static String helper(Kernel kernel) {
        return switch (kernel) {
            case FACTORIZE -> "count_factors";
            case PRIMES -> "count_primes";
            case SHA256 -> "sha256_number";
            case MANDELBROT -> "mandelbrot_points";
            case MATRIX -> "matrix_trace";
            case SORT -> "sorted_middle";
        };
    }

    void sleep(Step.Sleep it) {
        var time = function.time(it.time());
        function.add(
                function.async
                        ? "await asyncio.sleep(" + time + ")"
                        : function.parts.module("time") + ".sleep(" + time + ")",
                it);
    }

    void io(Step.Io it) {
        var amount = function.time(it.amount());
        switch (it.medium()) {
            case SOCKET ->
                function.add(
                        function.async
                                ? "await " + function.parts.helper("slow_read_async") + "(" + amount + ")"
                                : function.parts.helper("slow_read") + "(" + amount + ")",
                        it);
            case FILE -> {
                var way = function.async ? PythonFunction.Way.IN_THREAD : PythonFunction.Way.BLOCK;
                function.add(function.waiting(way, function.parts.helper("through_file"), amount), it);
            }
        }
    }

    void check(Step.Check it) {
        var says = PythonText.quoted(it.text() + " does not hold");
        function.add("assert " + function.of(it.condition()) + ", " + says, it);
    }
}
