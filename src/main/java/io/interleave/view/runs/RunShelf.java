package io.interleave.view.runs;

import io.interleave.analysis.Timeline;
import io.interleave.trace.TraceWriter;
import io.interleave.view.fx.Messages;
import io.interleave.view.session.PastRun;
import io.interleave.view.session.RunPlan;
import io.interleave.view.store.DiskLimit;
import io.interleave.view.store.KeptRun;
import io.interleave.view.store.KeptRun.Marks;
import io.interleave.view.store.KeptRun.Place;
import io.interleave.view.store.RunStore;
import io.interleave.view.store.UserSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;

/// The runs that the window lists: those that are kept on disk, of this session and earlier ones and of other
/// windows, and those that were opened from elsewhere.
///
/// All methods are called on the window's thread, and all properties change there. The list changes at once;
/// the disk follows in the background, in the order of the calls. What the disk is found to hold is taken over
/// only if nothing was asked for meanwhile; else it is looked at again.
public final class RunShelf {

    private final RunStore store;
    private final UserSettings settings;
    private final Executor background;
    private final Executor ui;
    private final RunList list = new RunList();
    private final Wastebasket wastebasket;
    private final ReadOnlyLongWrapper limit = new ReadOnlyLongWrapper(DiskLimit.DEFAULT);
    private final ReadOnlyObjectWrapper<Optional<ShelfNotice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final List<Supplier<Set<Path>>> users = new ArrayList<>();

    /// Counts what was asked for.
    private long asked;

    /// @param background does one thing after the other, in order
    /// @param ui runs a task on the window's thread
    public RunShelf(RunStore store, UserSettings settings, Executor background, Executor ui) {
        this.store = store;
        this.settings = settings;
        this.background = background;
        this.ui = ui;
        wastebasket = new Wastebasket(store, this::fail);
    }

    /// Newest first.
    public ObservableList<KeptRun> runs() {
        return list.runs();
    }

    /// What the runs take on disk, in bytes.
    public ReadOnlyLongProperty usedProperty() {
        return list.usedProperty();
    }

    /// What they may take.
    public ReadOnlyLongProperty limitProperty() {
        return limit.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<ShelfNotice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// Adds one who tells which runs are in use, and so not deleted to make room: they are shown or go on.
    public void keepThose(Supplier<Set<Path>> inUse) {
        users.add(inUse);
    }

    private Set<Path> inUse() {
        return users.stream().flatMap(it -> it.get().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /// The directory of a run that begins now.
    public Path next(String scenario) {
        return store.next(scenario);
    }

    /// Lists the runs of earlier sessions, after what killed windows have left was cleared away.
    public void load() {
        background.execute(() -> {
            store.sweep(Instant.now());
            long told = settings.runsLimit();
            ui.execute(() -> {
                limit.set(told);
                makeRoom();
            });
        });
    }

    /// A run has begun. It is kept under its name even where this window never sees its end.
    public void begun(RunPlan plan) {
        var run = Remembered.of(plan, Instant.now());
        background.execute(() -> {
            if (Files.isRegularFile(run.trace())) {
                keep(run, Optional.empty());
            }
        });
    }

    /// Keeps a run that has ended, or whose trace was read, with its picture.
    ///
    /// @param timeline of the run, if it has left any
    /// @return the run as it is listed
    public KeptRun add(PastRun past, Optional<Timeline> timeline) {
        asked++;
        var trace = past.plan().directory().resolve(TraceWriter.ENGINE_TRACE);
        var run = Remembered.of(past, Files.isRegularFile(trace) ? Place.STORE : Place.NOWHERE);
        var listed = list.find(run.directory()).map(it -> run.with(it.marks())).orElse(run);
        list.put(listed);
        if (run.place() == Place.STORE) {
            background.execute(() -> keep(run, timeline));
            makeRoom();
        }
        return listed;
    }

    private void keep(KeptRun run, Optional<Timeline> timeline) {
        try {
            store.keep(run);
            if (timeline.isPresent() && !Files.exists(run.picture())) {
                Thumbnail.write(timeline.get(), run.picture());
            }
        } catch (IOException failed) {
            fail("runs.failed.keep", run, failed);
        }
    }

    /// Deletes a directory in which there is no run after all.
    public void discard(Path directory) {
        background.execute(() -> store.discard(directory));
    }

    /// Lists a run that was opened from a file or folder of the user's. What is known of it is kept, and its
    /// picture, but not with the run.
    public void addOpened(PastRun past, Timeline timeline) {
        asked++;
        var run = store.elsewhere(Remembered.of(past, Place.ELSEWHERE));
        list.put(run);
        background.execute(() -> keep(run, Optional.of(timeline)));
        relist();
    }

    /// @param name empty for the scenario's title
    public void rename(KeptRun run, String name) {
        var own = run.title().equals(name.strip()) ? "" : name;
        mark(run, it -> it.named(own));
    }

    public void note(KeptRun run, String note) {
        mark(run, it -> it.noted(note));
    }

    /// Pins the runs; or lets them go if all are pinned.
    public void pin(List<KeptRun> chosen) {
        boolean pins = !chosen.stream().allMatch(it -> it.marks().pinned());
        List.copyOf(chosen).forEach(run -> mark(run, it -> it.pinned(pins)));
    }

    private void mark(KeptRun run, UnaryOperator<Marks> change) {
        var marked = run.with(change.apply(run.marks()));
        if (!marked.equals(run) && list.replace(run, marked)) {
            asked++;
            if (run.place() != Place.NOWHERE) {
                background.execute(() -> keepMarks(marked));
            }
        }
    }

    private void keepMarks(KeptRun run) {
        try {
            store.mark(run);
        } catch (IOException failed) {
            fail("runs.failed.mark", run, failed);
        }
    }

    /// Takes the runs off the list. Those of the store can be had back until something else is deleted, the
    /// notice is put away, or the window is closed; those elsewhere are only no longer listed.
    public void delete(List<KeptRun> chosen) {
        var going = List.copyOf(chosen);
        var stored = going.stream().filter(it -> it.place() == Place.STORE).toList();
        asked++;
        list.remove(going);
        background.execute(() -> {
            going.stream().filter(it -> it.place() == Place.ELSEWHERE).forEach(store::forget);
            wastebasket.replaceBy(stored);
        });
        tell(stored.isEmpty() ? Optional.empty() : Optional.of(new ShelfNotice.Deleted(stored)));
    }

    private void undo() {
        asked++;
        tell(Optional.empty());
        background.execute(wastebasket::restore);
        relist();
    }

    /// Sets what the runs may take on disk; asks first where runs would have to go.
    public void limit(long bytes) {
        var going = DiskLimit.surplus(runs(), bytes, inUse());
        if (going.isEmpty()) {
            takeLimit(bytes);
        } else {
            putAway();
            tell(Optional.of(new ShelfNotice.WouldDelete(bytes, going)));
        }
    }

    private void takeLimit(long bytes) {
        limit.set(bytes);
        background.execute(() -> keepLimit(bytes));
        makeRoom();
    }

    private void keepLimit(long bytes) {
        try {
            settings.runsLimit(bytes);
        } catch (IOException failed) {
            fail(Messages.text("runs.failed.limit", String.valueOf(failed.getMessage())));
        }
    }

    /// Does what the notice offers.
    public void accept() {
        switch (notice.get().orElse(null)) {
            case ShelfNotice.Deleted _ -> undo();
            case ShelfNotice.WouldDelete(long bytes, var _) -> {
                tell(Optional.empty());
                takeLimit(bytes);
            }
            case ShelfNotice.Comparing _, ShelfNotice.Failed _ -> putAway();
            case null -> {}
        }
    }

    /// Asks for the run that `run` is to be compared with.
    public void askForOther(KeptRun run) {
        putAway();
        tell(Optional.of(new ShelfNotice.Comparing(run)));
    }

    /// The notice has been seen.
    public void putAway() {
        if (notice.get().filter(ShelfNotice.Deleted.class::isInstance).isPresent()) {
            background.execute(wastebasket::empty);
        }
        tell(Optional.empty());
    }

    /// Deletes for good what was deleted. The window closes.
    public void close() {
        background.execute(wastebasket::empty);
    }

    /// Deletes what is too much, and lists what there is.
    private void makeRoom() {
        long most = limit.get();
        var kept = inUse();
        look(() -> store.prune(most, kept));
    }

    private void relist() {
        look(store::list);
    }

    private void look(Supplier<List<KeptRun>> question) {
        long when = asked;
        background.execute(() -> {
            var found = question.get();
            ui.execute(() -> {
                if (when == asked) {
                    list.take(found);
                } else {
                    relist();
                }
            });
        });
    }

    private void fail(String key, KeptRun run, IOException failed) {
        fail(Messages.text(key, run.name(), String.valueOf(failed.getMessage())));
        ui.execute(this::relist);
    }

    private void fail(String message) {
        ui.execute(() -> tell(Optional.of(new ShelfNotice.Failed(message))));
    }

    private void tell(Optional<ShelfNotice> news) {
        notice.set(news);
    }
}
