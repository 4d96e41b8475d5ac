package io.interleave.engine;

import io.interleave.engine.process.Recipe;
import io.interleave.model.UnitGroup.Process.Output;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/// Starts each unit of a process group as a child process, and with it those that feed it.
final class ProcessStarter implements Starter {

    private final Processes processes;

    ProcessStarter(Processes processes) {
        this.processes = processes;
    }

    @Override
    public List<ProcessUnit> start(List<Life> lives) {
        return startChains(List.of(lives)).getFirst();
    }

    /// @param groups the units of each group, from the first that feeds to the last that is fed; a unit is fed
    ///     by that of the same place in the group before
    /// @return one for each, likewise
    List<List<ProcessUnit>> startChains(List<List<Life>> groups) {
        var units = groups.stream()
                .map(lives ->
                        lives.stream().map(it -> new ProcessUnit(it, processes)).toList())
                .toList();
        var attending = new ArrayList<Runnable>();
        int most = groups.stream().mapToInt(List::size).max().orElse(0);
        for (int place = 0; place < most; place++) {
            var lives = new ArrayList<Life>();
            var chain = new ArrayList<ProcessUnit>();
            for (int i = 0; i < groups.size(); i++) {
                if (place < groups.get(i).size()) {
                    lives.add(groups.get(i).get(place));
                    chain.add(units.get(i).get(place));
                } else {
                    start(lives, chain, attending);
                    lives.clear();
                    chain.clear();
                }
            }
            start(lives, chain, attending);
        }
        attending.forEach(Runnable::run);
        return units;
    }

    private void start(List<Life> lives, List<ProcessUnit> chain, List<Runnable> attending) {
        if (lives.isEmpty()) {
            return;
        }
        try {
            var recipes = new ArrayList<Recipe>();
            for (int i = 0; i < lives.size(); i++) {
                recipes.add(recipe(lives.get(i), i > 0));
            }
            var children = processes.launcher.start(recipes);
            for (int i = 0; i < children.size(); i++) {
                var unit = chain.get(i);
                var child = children.get(i);
                var output = processes.head(lives.get(i).group.model.name()).output();
                unit.started(child);
                attending.add(() -> unit.attend(child, output));
            }
        } catch (IOException e) {
            chain.forEach(it -> it.failed("%s: %s".formatted(it.name(), e.getMessage())));
        } catch (UnitFailed e) {
            chain.forEach(it -> it.failed(e.getMessage()));
        }
    }

    private Recipe recipe(Life life, boolean isFed) throws IOException {
        var head = processes.head(life.group.model.name());
        var call = head.call(life.unit.locals[StepCompiler.INDEX_SLOT]);
        var refused = call.directory().flatMap(processes.directory::refusal);
        if (refused.isPresent()) {
            throw new IOException(refused.get());
        }
        var directory = processes.directory.make(call.directory());
        var name = call.arguments().getFirst();
        var program = processes.programs.find(name, directory);
        if (program.isEmpty()) {
            throw new IOException(ProcessCheck.missing(name));
        }
        var environment = new HashMap<>(call.environment());
        environment.putAll(processes.mark(life.unit.id));
        boolean heard = head.output() != Output.DISCARD;
        return new Recipe(
                program.get(),
                call.arguments(),
                processes.programs.environment(environment),
                directory,
                head.isWritten() && !isFed,
                heard,
                heard);
    }
}
