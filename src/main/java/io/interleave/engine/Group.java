package io.interleave.engine;

import io.interleave.model.UnitGroup;
import java.util.ArrayList;
import java.util.List;

/// The units of one group that have been started. Used by the engine's own thread alone.
final class Group {

    final UnitGroup model;
    final Program program;
    private final Code count;
    private final boolean live;
    private final List<Runner> runners = new ArrayList<>();
    private int target;

    /// A unit, its thread, and whether it was asked to retire.
    static final class Runner {
        final Unit unit;
        /// Set before anyone else sees this.
        @SuppressWarnings("NullAway.Init")
        Thread thread;
        boolean ended;
        private boolean retiring;

        Runner(Unit unit) {
            this.unit = unit;
        }
    }

    Group(UnitGroup model, Program program, ExpressionCompiler.Compiled count) {
        this.model = model;
        this.program = program;
        this.count = count.code();
        this.live = count.changes();
    }

    boolean isLive() {
        return live;
    }

    /// How many units there are to be now.
    int wanted() {
        return Math.toIntExact(Math.max(0, count.value(new long[0])));
    }

    int target() {
        return target;
    }

    /// The next unit's place in the group, from 0.
    int nextIndex() {
        return runners.size();
    }

    void add(Runner runner) {
        runners.add(runner);
        target++;
    }

    /// Asks the latest `surplus` units that still run to retire.
    void retire(int surplus) {
        int left = surplus;
        for (int i = runners.size() - 1; i >= 0 && left > 0; i--) {
            var runner = runners.get(i);
            if (!runner.ended && !runner.retiring) {
                runner.retiring = true;
                runner.unit.retire();
                left--;
            }
        }
        target -= surplus;
    }

    boolean isAlive() {
        return runners.stream().anyMatch(runner -> !runner.ended);
    }

    List<Runner> runners() {
        return runners;
    }
}
