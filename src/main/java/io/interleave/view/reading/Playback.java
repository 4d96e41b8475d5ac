package io.interleave.view.reading;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Plays a run again, slower than it was: a moment that moves through it. Knows no clock; whoever has one says
/// how much time has passed.
public final class Playback {

    /// Stands for no moment: all there is, is shown.
    public static final long NEVER = Long.MAX_VALUE;

    /// How many times slower than it was.
    public static final List<Integer> SPEEDS = List.of(1, 10, 100, 1_000, 10_000, 100_000);

    /// What is in sight should take about so long to play, in nanoseconds.
    private static final double COMFORTABLE = 8e9;

    private final BooleanProperty playing = new SimpleBooleanProperty();
    private final ObjectProperty<Integer> slowness = new SimpleObjectProperty<>(10);
    private final LongProperty moment = new SimpleLongProperty(NEVER);
    private double fraction;
    private long end;

    public BooleanProperty playingProperty() {
        return playing;
    }

    /// One of `SPEEDS`.
    public ObjectProperty<Integer> slownessProperty() {
        return slowness;
    }

    /// The moment that is played, in nanoseconds of the run's clock; `NEVER` where none is.
    public LongProperty momentProperty() {
        return moment;
    }

    boolean isUnderWay() {
        return moment.get() != NEVER;
    }

    /// Begins at `from`; goes on where it is paused.
    ///
    /// @param to where the run ends
    /// @param inSight nanoseconds of the run that are in sight: how slow it begins depends on it
    void play(long from, long to, long inSight) {
        end = to;
        if (!isUnderWay() || moment.get() >= to) {
            slowness.set(comfortable(inSight));
            moment.set(from);
            fraction = 0;
        }
        playing.set(true);
    }

    static int comfortable(long inSight) {
        double wanted = COMFORTABLE / Math.max(1, inSight);
        int best = SPEEDS.getFirst();
        for (int speed : SPEEDS) {
            if (speed <= wanted * 3) {
                best = speed;
            }
        }
        return best;
    }

    void pause() {
        playing.set(false);
    }

    /// Shows all there is again.
    void stop() {
        playing.set(false);
        moment.set(NEVER);
    }

    /// Puts the moment somewhere else.
    void seek(long time) {
        if (isUnderWay()) {
            fraction = 0;
            moment.set(Math.min(time, end));
        }
    }

    /// So much time has passed for who watches, in nanoseconds.
    void passed(long nanos) {
        if (!playing.get()) {
            return;
        }
        double moves = (double) nanos / slowness.get() + fraction;
        long whole = (long) moves;
        fraction = moves - whole;
        moment.set(Math.min(end, moment.get() + whole));
        if (moment.get() >= end) {
            playing.set(false);
        }
    }
}
