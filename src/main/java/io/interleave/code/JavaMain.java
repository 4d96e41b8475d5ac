package io.interleave.code;

import io.interleave.model.Resource;
import io.interleave.model.UnitGroup;
import java.util.Set;

/// Writes `main`: starts the units, waits for them, and says what came out.
final class JavaMain {

    private final JavaModel model;
    private final JavaText text;
    private final Set<JavaNeed> needs;
    private final JavaResources resources;
    private final JavaUnits units;
    private final JavaExpr outcome;

    JavaMain(JavaModel model, JavaText text, Set<JavaNeed> needs, JavaResources resources, JavaUnits units) {
        this.model = model;
        this.text = text;
        this.needs = needs;
        this.resources = resources;
        this.units = units;
        outcome = new JavaExpr(this::value, needs);
    }

    private JavaValue value(String name) {
        if (model.resource(name).orElse(null) instanceof Resource.Variable it) {
            return JavaValue.simple(
                    model.names.field(name) + (model.isAtomic(name) ? ".get()" : ""),
                    it.initial().type());
        }
        return model.knob(name).orElseThrow(() -> new IllegalArgumentException("nothing is called " + name));
    }

    void write() {
        boolean hasWorkers = needs.contains(JavaNeed.PROCESS_POOL);
        boolean runsForEver = model.scenario.units().stream().anyMatch(units::runsForEver);
        text.blank();
        text.block("void main(%s) throws Exception".formatted(hasWorkers ? "String[] arguments" : ""), () -> {
            if (hasWorkers) {
                text.add(
                        "if (arguments.length > 0) serve();", "this is a worker of a pool, and not the program itself");
            }
            resources.carriers().ifPresent(it -> {
                text.add("// So many threads carry all virtual threads.");
                text.add("System.setProperty(\"jdk.virtualThreadScheduler.parallelism\", %s);".formatted(string(it)));
                text.add("System.setProperty(\"jdk.virtualThreadScheduler.maxPoolSize\", %s);".formatted(string(it)));
            });
            if (needs.contains(JavaNeed.CHILDREN)) {
                text.add("folder = Files.createTempDirectory(\"children\").toFile();", "where they run");
            }
            if (runsForEver) {
                text.add("// It runs until it is stopped, by Ctrl+C; then it says what came out.");
                text.add("Runtime.getRuntime().addShutdownHook(new Thread(this::tell));");
            }
            startAndJoin();
            if (runsForEver) {
                text.add("System.exit(0);", "tells");
            } else {
                if (hasSomethingToTell()) {
                    text.blank();
                }
                tell();
                exit();
            }
        });
        if (runsForEver) {
            text.blank();
            text.block("void tell()", this::tell);
        }
    }

    private static String string(String carriers) {
        if (carriers.matches("\\d+")) {
            return JavaExpr.quoted(carriers);
        }
        return "\"\" + " + (carriers.contains(" ") ? "(" + carriers + ")" : carriers);
    }

    private void startAndJoin() {
        var automatic = model.scenario.units().stream()
                .filter(it -> !it.manual() && isRunning(it) && !Pipes.feeds(model.scenario, it.name()))
                .toList();
        automatic.forEach(it -> text.add(model.names.field(it.name()) + ".start();"));
        if (automatic.stream().anyMatch(it -> model.isAskedFor(it.name()) || isProcess(it))) {
            needs.add(JavaNeed.ALL_STARTED);
        }
        if (needs.contains(JavaNeed.ALL_STARTED)) {
            text.add("allStarted.countDown();");
        }
        automatic.forEach(this::join);
        var manual = model.scenario.units().stream()
                .filter(it -> isRunning(it) && (it.manual() || Pipes.feeds(model.scenario, it.name())))
                .toList();
        manual.forEach(this::join);
        var comment = "waits for the tasks that are left";
        for (var resource : model.scenario.resources()) {
            if (resource instanceof Resource.Pool) {
                text.add(model.names.field(resource.name()) + ".close();", comment);
                comment = "";
            }
        }
    }

    private void join(UnitGroup group) {
        text.add(model.names.field(group.name()) + (isProcess(group) ? ".await();" : ".join();"));
    }

    private static boolean isProcess(UnitGroup group) {
        return group.kind() instanceof UnitGroup.Process;
    }

    private static boolean isRunning(UnitGroup group) {
        return switch (group.kind()) {
            case UnitGroup.Thread _, UnitGroup.Coroutine _, UnitGroup.Process _ -> true;
            case UnitGroup.Generator _, UnitGroup.Task _ -> false;
        };
    }

    // What came out

    private boolean hasSomethingToTell() {
        return !model.scenario.expectations().isEmpty()
                || model.scenario.resources().stream().anyMatch(Resource.Variable.class::isInstance);
    }

    private void tell() {
        for (var resource : model.scenario.resources()) {
            if (resource instanceof Resource.Variable it && it.count().equals(Resource.ONE)) {
                text.add("IO.println(\"%s = \" + %s);"
                        .formatted(
                                it.name(),
                                JavaTemplates.shown(
                                        it.initial().type(), value(it.name()).text(), needs)));
            }
        }
        for (var expectation : model.scenario.expectations()) {
            needs.add(JavaNeed.EXPECT);
            text.from(
                    expectation.place(),
                    () -> text.add("expect(%s, %s);"
                            .formatted(
                                    JavaExpr.quoted(expectation.text()),
                                    outcome.of(expectation.condition()).text())));
        }
    }

    private void exit() {
        if (!model.scenario.expectations().isEmpty()) {
            text.add("System.exit(allHeld ? 0 : 1);");
        } else if (model.scenario.resources().stream().anyMatch(Resource.Pool.class::isInstance)) {
            text.add("System.exit(0);");
        }
    }
}
