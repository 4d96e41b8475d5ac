package io.interleave.view.runs;

import io.interleave.view.store.DiskLimit;
import io.interleave.view.store.KeptRun;
import io.interleave.view.store.KeptRun.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The runs that are listed, newest first, each once. Changes no more than what has changed, so that a
/// selection in a list that shows it stays.
final class RunList {

    private static final Comparator<KeptRun> NEWEST_FIRST =
            Comparator.comparing(KeptRun::at).thenComparing(KeptRun::directory).reversed();

    private final ObservableList<KeptRun> runs = FXCollections.observableArrayList();
    private final ReadOnlyLongWrapper used = new ReadOnlyLongWrapper();

    ObservableList<KeptRun> runs() {
        return runs;
    }

    /// What they take on disk, in bytes.
    ReadOnlyLongProperty usedProperty() {
        return used.getReadOnlyProperty();
    }

    Optional<KeptRun> find(Path directory) {
        return runs.stream().filter(it -> it.directory().equals(directory)).findFirst();
    }

    /// Lists a run in its place, instead of what was listed of it before. One that stays where it is is not taken off
    /// meanwhile: its name may just be typed.
    void put(KeptRun run) {
        var before = find(run.directory());
        if (before.filter(it -> it.at().equals(run.at())).isPresent()) {
            replace(before.get(), run);
            tellUsed();
            return;
        }
        runs.removeIf(it -> it.directory().equals(run.directory()));
        int index = 0;
        while (index < runs.size() && NEWEST_FIRST.compare(runs.get(index), run) < 0) {
            index++;
        }
        runs.add(index, run);
        tellUsed();
    }

    /// Lists another state of a run.
    ///
    /// @return whether it is listed at all
    boolean replace(KeptRun run, KeptRun by) {
        int index = runs.indexOf(run);
        if (index >= 0) {
            runs.set(index, by);
        }
        return index >= 0;
    }

    void remove(List<KeptRun> going) {
        runs.removeAll(going);
        tellUsed();
    }

    /// Makes the list what the disk holds. What is not on it stays, and so does what is known of a run of which
    /// the disk does not tell.
    void take(List<KeptRun> stored) {
        var fresh = new ArrayList<KeptRun>();
        var staying = new HashSet<Path>();
        for (var run : stored) {
            fresh.add(run.result().isPresent() ? run : knownBetter(run));
            staying.add(run.directory());
        }
        runs.stream()
                .filter(it -> it.place() != Place.STORE && staying.add(it.directory()))
                .forEach(fresh::add);
        fresh.sort(NEWEST_FIRST);
        runs.removeIf(it -> !staying.contains(it.directory()));
        for (int index = 0; index < fresh.size(); index++) {
            put(index, fresh.get(index));
        }
        tellUsed();
    }

    private KeptRun knownBetter(KeptRun run) {
        return find(run.directory())
                .filter(it -> it.result().isPresent())
                .map(it -> it.with(run.bytes(), run.place()))
                .orElse(run);
    }

    private void put(int index, KeptRun run) {
        if (index < runs.size() && runs.get(index).directory().equals(run.directory())) {
            if (!runs.get(index).equals(run)) {
                runs.set(index, run);
            }
        } else {
            runs.removeIf(it -> it.directory().equals(run.directory()));
            runs.add(index, run);
        }
    }

    private void tellUsed() {
        used.set(DiskLimit.used(runs));
    }
}
