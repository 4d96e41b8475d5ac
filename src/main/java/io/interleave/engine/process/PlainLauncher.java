package io.interleave.engine.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// By the Java runtime, where the C library cannot be asked.
///
/// Which signal ended a process is then a guess: the runtime gives 128 and its number, which may be a plain
/// status too.
final class PlainLauncher implements Launcher {

    private static final int BY_SIGNAL = 128;
    private static final int SIGNALS = 64;

    @Override
    public List<Child> start(List<Recipe> chain) throws IOException {
        var builders = new ArrayList<ProcessBuilder>();
        for (var recipe : chain) {
            builders.add(builder(recipe));
        }
        var last = builders.getLast();
        if (!chain.getLast().output()) {
            last.redirectOutput(Redirect.DISCARD);
        }
        var processes = chain.size() == 1 ? List.of(last.start()) : ProcessBuilder.startPipeline(builders);
        var children = new ArrayList<Child>();
        for (int i = 0; i < chain.size(); i++) {
            children.add(child(processes.get(i), chain.get(i), i == 0, i == chain.size() - 1));
        }
        return children;
    }

    private static ProcessBuilder builder(Recipe recipe) {
        var command = new ArrayList<>(recipe.arguments());
        command.set(0, recipe.program().toString());
        var builder = new ProcessBuilder(command).directory(recipe.directory().toFile());
        builder.environment().clear();
        builder.environment().putAll(recipe.environment());
        if (!recipe.errors()) {
            builder.redirectError(Redirect.DISCARD);
        }
        return builder;
    }

    private static Child child(Process process, Recipe recipe, boolean first, boolean last) throws IOException {
        if (first && !recipe.input()) {
            process.getOutputStream().close();
        }
        return new Child(
                process.pid(),
                first && recipe.input() ? Optional.of(process.getOutputStream()) : Optional.empty(),
                last && recipe.output() ? Optional.of(process.getInputStream()) : Optional.empty(),
                recipe.errors() ? Optional.of(process.getErrorStream()) : Optional.empty(),
                process.onExit().thenApply(it -> status(it.exitValue())));
    }

    private static int status(int value) {
        return value > BY_SIGNAL && value <= BY_SIGNAL + SIGNALS ? BY_SIGNAL - value : value;
    }
}
