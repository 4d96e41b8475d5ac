package io.interleave.engine;

import io.interleave.cores.NativeThread;
import io.interleave.trace.Clock;
import io.interleave.trace.CoreSource;
import io.interleave.trace.Definition;
import io.interleave.trace.EventKind;
import io.interleave.trace.EventKind.UnitEnd;
import java.time.Duration;
import java.util.List;

/// The units of a run: starts them, retires them, ends them. Used by the engine's own thread alone, except
/// `isStopping` and `log`, which units call.
final class Crew {

    /// How long units may take to end once the run is over, before it is left without them.
    private static final Duration PATIENCE = Duration.ofMillis(200);

    /// Hears of units, on their own threads.
    interface Listener {
        void ended(Group.Runner runner);

        void failed(Unit unit, int line, String message);
    }

    private final List<Group> groups;
    private final Work work;
    private final Chronicle chronicle;
    private final Listener listener;
    private CoreSource source = CoreSource.EXACT;
    private int units;
    private volatile boolean stopping;

    Crew(List<Group> groups, Work work, Chronicle chronicle, Listener listener) {
        this.groups = List.copyOf(groups);
        this.work = work;
        this.chronicle = chronicle;
        this.listener = listener;
    }

    /// Starts the units that there are to be at the beginning.
    ///
    /// @param known how well the cores are known; where they are not, units tell with each event which they are on
    void start(CoreSource known) {
        source = known;
        groups.forEach(this::adjust);
    }

    /// Starts or retires units where a live knob has changed how many there are to be.
    void adjust() {
        groups.stream().filter(Group::isLive).forEach(this::adjust);
    }

    boolean isAlive() {
        return groups.stream().anyMatch(Group::isAlive);
    }

    private void adjust(Group group) {
        int difference = group.wanted() - group.target();
        for (int i = 0; i < difference; i++) {
            startOne(group);
        }
        if (difference < 0) {
            group.retire(-difference);
        }
    }

    private void startOne(Group group) {
        int index = group.nextIndex();
        var model = group.model;
        boolean alone = !group.isLive() && group.wanted() == 1;
        var name = alone ? model.name() : model.name() + " " + (index + 1);
        int id = units++;
        chronicle.define(new Definition.Unit(id, name, model.name(), index));
        var recorder = source == CoreSource.ESTIMATED ? chronicle.events(NativeThread::core) : chronicle.events();
        var unit = new Unit(id, name, group.program, this, recorder);
        var runner =
                new Group.Runner(unit, live -> Thread.ofPlatform().name(name).unstarted(() -> live(group, live)));
        group.add(runner);
        runner.thread.start();
    }

    private void live(Group group, Group.Runner runner) {
        var unit = runner.unit;
        unit.record(EventKind.UNIT_START, -1, -1, NativeThread.id());
        var end = UnitEnd.FAILED;
        try {
            group.program.body().run(unit);
            end = UnitEnd.FINISHED;
        } catch (Unwind reason) {
            end = reason == Unwind.RETIRED ? UnitEnd.RETIRED : UnitEnd.STOPPED;
        } catch (UnitFailed reason) {
            listener.failed(unit, reason.place().line(), reason.getMessage());
        } catch (OutOfMemoryError _) {
            listener.failed(unit, group.model.place().line(), unit.name + " found no memory left in the engine");
        } finally {
            unit.record(EventKind.UNIT_END, -1, -1, end.ordinal());
            unit.close();
            listener.ended(runner);
        }
    }

    /// Ends what still runs, and waits until the threads are gone, so that the picture of the cores has their last
    /// moment too.
    void stop() {
        stopping = true;
        var runners = groups.stream().flatMap(group -> group.runners().stream()).toList();
        runners.stream().filter(it -> !it.ended).forEach(it -> it.thread.interrupt());
        long patience = Clock.now() + PATIENCE.toNanos();
        for (var runner : runners) {
            try {
                long left = patience - Clock.now();
                if (left <= 0 || !runner.thread.join(Duration.ofNanos(left))) {
                    return;
                }
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    boolean isStopping() {
        return stopping;
    }

    Work work() {
        return work;
    }

    void log(Unit unit, String text) {
        chronicle.line(unit, text);
    }
}
