package io.interleave.analysis;

import static io.interleave.analysis.Spans.NONE;

/// How much there is of one resource, and how many wait for it.
class LevelTrack extends ResourceTrack {

    private int amount;
    private int others;
    private boolean open;

    LevelTrack(int id, String name, String word) {
        super(id, name, word);
    }

    final void level(long time, int unit, long amount, int step) {
        this.amount = (int) amount;
        acted(time, unit);
        show(time, unit, step);
    }

    @Override
    void waitersChanged(long time, UnitTrack unit, boolean came) {
        others(time, unit.id, waiters());
    }

    final void others(long time, int unit, int number) {
        others = number;
        show(time, unit, NONE);
    }

    private void show(long time, int unit, int step) {
        advance(time);
        int last = spans.size() - 1;
        long value = Level.of(amount, others);
        if (last >= 0 && spans.start(last) == time) {
            spans.replaceLast(time, State.LEVEL, unit, value);
        } else {
            spans.add(time, time, State.LEVEL, NONE, unit, value, step);
        }
        open = true;
    }

    @Override
    void advance(long time) {
        if (open) {
            spans.endLast(time);
        }
    }

    @Override
    Lane.Kind kind() {
        return Lane.Kind.LEVEL;
    }

    int amount() {
        return amount;
    }
}
