package io.interleave.code;

import io.interleave.model.Step;
import io.interleave.model.Target;

/// What is done with child processes.
final class JavaProcessSteps {

    private final JavaSteps steps;

    JavaProcessSteps(JavaSteps steps) {
        this.steps = steps;
    }

    private String process(Target target) {
        var field = steps.model.names.field(target.name());
        return target.at()
                .map(at -> "%s.started.get(%s)".formatted(field, steps.targets.position(at)))
                .orElse(field + ".started.getLast()");
    }

    void kill(Step.Kill it) {
        steps.need(JavaNeed.CHILDREN_KILL);
        steps.mayThrow("InterruptedException");
        steps.blocking(() -> steps.text.add(steps.model.names.field(it.group()) + ".kill();"));
    }

    void writeLine(Step.WriteLine it) {
        steps.mayThrow("IOException");
        var line = steps.template(it.line());
        var text = line.endsWith("\"") ? line.substring(0, line.length() - 1) + "\\n\"" : line + " + \"\\n\"";
        steps.text.add(
                "%s.outputWriter().write(%s);".formatted(process(it.process()), text),
                "write: " + it.process().name());
        // A line that is to be answered must be on its way.
        boolean isAnswered = steps.model
                .steps(Step.ReadLine.class)
                .anyMatch(read -> read.process().name().equals(it.process().name()));
        if (isAnswered) {
            steps.text.add(process(it.process()) + ".outputWriter().flush();");
        }
    }

    void close(Step.Close it) {
        steps.mayThrow("IOException");
        steps.text.add(
                process(it.target()) + ".outputWriter().close();",
                "close: " + it.target().name());
    }

    void readLine(Step.ReadLine it) {
        steps.mayThrow("IOException");
        var comment = "read: " + it.process().name();
        var words = "'%s' prints no more".formatted(it.process().name());
        var call = process(it.process()) + ".inputReader().readLine()";
        if (it.waiting().timeout().isPresent()) {
            steps.need(JavaNeed.READ_LINE_TIMED);
            steps.mayThrow("InterruptedException");
            call = "readLine(%s, %s)"
                    .formatted(
                            process(it.process()),
                            steps.times.nanos(it.waiting().timeout().get()));
        } else if (it.waiting().otherwise().isEmpty()) {
            var found = "Objects.requireNonNull(%s, %s)".formatted(call, JavaExpr.quoted(words));
            steps.blocking(() -> steps.assign(it, it.into(), found, comment));
            return;
        }
        var read = steps.names.fresh("read");
        if (steps.gil().isPresent()) {
            var found = steps.names.fresh("found");
            var wait = call;
            steps.blocking(() -> steps.text.add("var %s = %s;".formatted(found, wait)));
            call = found;
        }
        steps.text.add("if (%s instanceof String %s) {".formatted(call, read), comment);
        steps.text.indented(() -> steps.assign(it, it.into(), read, ""));
        steps.otherwise(it.waiting().otherwise(), words, false);
    }

    void communicate(Step.Communicate it) {
        steps.need(JavaNeed.COMMUNICATE);
        steps.mayThrow("IOException", "InterruptedException");
        var input = it.input().map(steps::template).orElse("\"\"");
        var call = "communicate(%s, %s)".formatted(process(it.process()), input);
        if (it.waiting().timeout().isEmpty()) {
            steps.blocking(() -> say(it, call));
            return;
        }
        steps.need(JavaNeed.COMMUNICATE_TIMED);
        steps.mayThrow("TimeoutException", "ExecutionException");
        var timed = "communicate(%s, %s, %s)"
                .formatted(
                        process(it.process()),
                        input,
                        steps.times.nanos(it.waiting().timeout().get()));
        steps.attempt("TimeoutException", "late", it.waiting().otherwise(), () -> say(it, timed));
    }

    private void say(Step.Communicate it, String call) {
        if (it.into().isPresent()) {
            steps.assign(it, it.into().get(), call, "");
        } else {
            steps.text.add(call + ";");
        }
    }
}
