package io.interleave.engine;

import io.interleave.engine.loop.Stoppable;
import io.interleave.trace.Definition;
import java.util.List;

/// Makes generators, which then wait to be resumed.
final class GeneratorStarter implements Starter {

    private final Chronicle chronicle;

    GeneratorStarter(Chronicle chronicle) {
        this.chronicle = chronicle;
    }

    @Override
    public List<Generator> start(List<Life> lives) {
        if (!Stoppable.refusal().isEmpty()) {
            var group = lives.getFirst().group.model;
            chronicle.define(new Definition.Note(
                    -1,
                    group.place().line(),
                    "'" + group.name() + "' runs on a thread of its own, for which whoever resumes it waits. This Java "
                            + "runtime refuses more: " + Stoppable.refusal()));
        }
        return lives.stream().map(Generator::new).toList();
    }
}
