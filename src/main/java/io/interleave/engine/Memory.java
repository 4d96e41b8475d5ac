package io.interleave.engine;

import io.interleave.engine.ExpressionCompiler.Compiled;
import io.interleave.model.Resource;
import io.interleave.model.Scenario;
import io.interleave.trace.RawValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The resources of one run. Their ids count from 0 in the order of the file, over all kinds.
final class Memory {

    private final List<Variable> variables = new ArrayList<>();
    private final List<Mutex> locks = new ArrayList<>();

    Memory(Scenario scenario, Knobs knobs, Texts texts) {
        var expressions = new ExpressionCompiler(knobs, texts, Map.of());
        int id = 0;
        for (var resource : scenario.resources()) {
            switch (resource) {
                case Resource.Variable(var name, var _, var initial) ->
                    variables.add(new Variable(id++, name, initial.type(), RawValue.of(initial, texts::number)));
                case Resource.Lock(var name, var _, var _, var enabled) -> {
                    Compiled code = expressions.compile(enabled);
                    locks.add(new Mutex(id++, locks.size(), name, code.code(), code.changes()));
                }
            }
        }
    }

    List<Variable> variables() {
        return variables;
    }

    List<Mutex> locks() {
        return locks;
    }

    Variable variable(String name) {
        return variables.stream().filter(it -> it.name.equals(name)).findFirst().orElseThrow();
    }

    Mutex lock(String name) {
        return locks.stream().filter(it -> it.name.equals(name)).findFirst().orElseThrow();
    }
}
