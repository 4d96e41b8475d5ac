package io.interleave.engine;

import io.interleave.engine.loop.VirtualThreads;
import io.interleave.trace.Definition;
import java.util.ArrayList;
import java.util.List;

/// Gives each unit a coroutine of an event loop.
final class LoopStarter implements Starter {

    private final EventLoop loop;
    private final Code priority;
    private final Crew crew;

    LoopStarter(Program.Seat seat, Crew crew) {
        this.loop = seat.loop();
        this.priority = seat.priority();
        this.crew = crew;
    }

    /// @return fewer than there are lives where the run is to end before all are started
    @Override
    public List<Coroutine> start(List<Life> lives) {
        if (loop.open(crew) && !loop.hasCarriers()) {
            crew.chronicle()
                    .define(new Definition.Note(
                            -1,
                            lives.getFirst().group.model.place().line(),
                            "'" + loop.name + "' runs on threads that the Java runtime chooses: its carriers and "
                                    + "priorities are not as the scenario says, and when a coroutine has a carrier is "
                                    + "not known. This Java runtime refuses more: " + VirtualThreads.refusal()));
        }
        var coroutines = new ArrayList<Coroutine>(lives.size());
        for (int from = 0; from < lives.size() && !crew.isTooLate(); from += EventLoop.BATCH) {
            var batch = new ArrayList<Coroutine>(EventLoop.BATCH);
            for (var life : lives.subList(from, Math.min(from + EventLoop.BATCH, lives.size()))) {
                try {
                    batch.add(coroutine(life));
                } catch (UnitFailed reason) {
                    crew.failed(life.unit, reason.place().line(), reason.getMessage());
                    return coroutines;
                }
            }
            loop.add(batch);
            batch.forEach(Coroutine::start);
            if (loop.hasCarriers()) {
                loop.begin(batch);
            }
            coroutines.addAll(batch);
        }
        return coroutines;
    }

    private Coroutine coroutine(Life life) {
        var coroutine = new Coroutine(loop, life, priority.value(life.unit.locals));
        life.unit.isOn(coroutine);
        return coroutine;
    }
}
