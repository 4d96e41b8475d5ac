package io.interleave.analysis;

import static io.interleave.analysis.Spans.NONE;

/// Who awaits one condition, and what became of the signals.
final class ConditionTrack extends LevelTrack {

    private long signals;
    private long unheard;
    private int unheardBy = NONE;
    private int unheardStep = NONE;
    private long unheardAt = Population.NEVER;

    ConditionTrack(int id, String name) {
        super(id, name, "condition");
    }

    void signalled(long time, int unit, int step) {
        signals++;
        acted(time, unit);
        if (waiters() == 0) {
            unheard++;
            unheardBy = unit;
            unheardStep = step;
            unheardAt = time;
        } else {
            unheardAt = Population.NEVER;
        }
    }

    long signals() {
        return signals;
    }

    /// Signals that nobody was there to hear.
    long unheard() {
        return unheard;
    }

    /// When the last signal was given, if nobody was there to hear it; else `NEVER`.
    long unheardAt() {
        return unheardAt;
    }

    int unheardBy() {
        return unheardBy;
    }

    int unheardStep() {
        return unheardStep;
    }
}
