package io.interleave.testkit;

import io.interleave.trace.Clock;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;

/// Edits in a window, one after the other with the pauses of a person: each is timed from the event to the next but one
/// frame's beginning, which waits until the frame that shows the edit is painted. Says of those that took longer than a
/// frame of a usual screen how many were held up by a garbage collection, or by other threads on all processors.
public final class PaintedEdits extends AnimationTimer {

    /// @param edit does it; given its number, which is below 0 while nothing counts yet
    public record Kind(String words, IntConsumer edit) {}

    private record Sample(double edit, double layout, double painting, boolean collected, double ready) {
        double all() {
            return edit + layout + painting;
        }
    }

    private static final double FRAME_MILLIS = 1_000 / 60.0;
    private static final double WITHOUT_MILLIS = 4;
    private static final Path READY = Path.of("/proc/thread-self/schedstat");
    private static final long WARMING = TimeUnit.MILLISECONDS.toNanos(20);

    /// While nothing counts yet, one in so many edits is followed by a rest, in which the text is read in the
    /// background: that has to be warm too.
    private static final int RESTS = 8;

    private static final long SEED = 20261128;

    private final List<Kind> kinds;
    private final int warm;
    private final int edits;
    private final long shortest;
    private final long longest;
    private final Random random = new Random(SEED);
    private final List<Sample> samples = new ArrayList<>();
    private int kind;
    private int edit;
    private int frames;
    private long begun;
    private long done;
    private long laidOut;
    private long collections;
    private long readyBefore;

    /// @param warm how many of each kind do not count
    /// @param edits how many do
    /// @param shortest milliseconds between two edits, at least
    public PaintedEdits(Scene scene, List<Kind> kinds, int warm, int edits, int shortest, int longest) {
        this.kinds = kinds;
        this.warm = warm;
        this.edits = edits;
        this.shortest = TimeUnit.MILLISECONDS.toNanos(shortest);
        this.longest = TimeUnit.MILLISECONDS.toNanos(longest);
        edit = -warm;
        scene.addPostLayoutPulseListener(() -> {
            if (frames == 1) {
                laidOut = Clock.now();
            }
        });
    }

    /// Does one edit, and all others after it; then the application ends.
    public void next() {
        if (edit == edits) {
            report();
            samples.clear();
            edit = -warm;
            if (++kind == kinds.size()) {
                Platform.exit();
                return;
            }
        }
        frames = 0;
        collections = collections();
        readyBefore = ready();
        begun = Clock.now();
        kinds.get(kind).edit().accept(edit);
        done = Clock.now();
        start();
    }

    @Override
    public void handle(long pulse) {
        if (++frames < 2) {
            return;
        }
        stop();
        long painted = Clock.now();
        if (edit >= 0) {
            samples.add(new Sample(
                    (done - begun) / 1e6,
                    (laidOut - done) / 1e6,
                    (painted - laidOut) / 1e6,
                    collections() > collections,
                    (ready() - readyBefore) / 1e6));
        }
        long pause = edit >= 0 ? random.nextLong(shortest, longest) : edit % RESTS == 0 ? longest : WARMING;
        edit++;
        // nothing is drawn meanwhile, as in a window that nobody touches
        CompletableFuture.delayedExecutor(pause, TimeUnit.NANOSECONDS).execute(() -> Platform.runLater(this::next));
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }

    /// Nanoseconds for which this thread could have run and had no processor, where the system says.
    private static long ready() {
        try {
            return Long.parseLong(Files.readString(READY).split(" ")[1]);
        } catch (IOException _) {
            return 0;
        }
    }

    private void report() {
        var late = samples.stream().filter(it -> it.all() > FRAME_MILLIS).toList();
        System.out.printf(
                "%-28s p50 %5.1f, p95 %5.1f, p99 %5.1f ms (p50 and p95 of the edit %.1f %.1f, layout %.1f %.1f,"
                        + " painting %.1f %.1f); %d of %d late, %d of these in a collection, %d others without a processor for %.0f ms%n",
                kinds.get(kind).words(),
                at(50, Sample::all),
                at(95, Sample::all),
                at(99, Sample::all),
                at(50, Sample::edit),
                at(95, Sample::edit),
                at(50, Sample::layout),
                at(95, Sample::layout),
                at(50, Sample::painting),
                at(95, Sample::painting),
                late.size(),
                samples.size(),
                late.stream().filter(Sample::collected).count(),
                late.stream()
                        .filter(it -> !it.collected() && it.ready() > WITHOUT_MILLIS)
                        .count(),
                WITHOUT_MILLIS);
    }

    private double at(int percent, ToDoubleFunction<Sample> part) {
        var millis = samples.stream().mapToDouble(part).toArray();
        Arrays.sort(millis);
        return millis[millis.length * percent / 100];
    }
}
