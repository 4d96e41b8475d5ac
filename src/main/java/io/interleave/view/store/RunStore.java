package io.interleave.view.store;

import io.interleave.trace.TraceOwner;
import io.interleave.trace.TraceWriter;
import io.interleave.view.store.KeptRun.Marks;
import io.interleave.view.store.KeptRun.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The runs that are kept on disk. Several windows may keep theirs in the same place: each finds those of the
/// others when it looks, and none deletes a run that is still going on in another.
public final class RunStore {

    private static final System.Logger LOG = System.getLogger(RunStore.class.getName());

    /// A directory without a trace is a run that is about to begin, or one that never did.
    private static final Duration BEGINNING = Duration.ofHours(1);

    private final RunDirectories directories;

    public RunStore(RunDirectories directories) {
        this.directories = directories;
    }

    /// The directory of a run that begins now. Nothing is made yet.
    public Path next(String scenario) {
        return directories.next(scenario);
    }

    /// The runs there are, newest first, but for those that go on: the kept ones, and those elsewhere that were
    /// opened and are still there. Of one whose file is missing or broken only the time and the scenario's name
    /// are known.
    public List<KeptRun> list() {
        var runs = new ArrayList<KeptRun>();
        for (var directory : directories.all()) {
            find(directory).ifPresent(runs::add);
        }
        for (var about : directories.elsewhere()) {
            RunFile.elsewhere(about).flatMap(it -> findElsewhere(it, about)).ifPresent(runs::add);
        }
        runs.sort(Comparator.comparing(KeptRun::at)
                .thenComparing(KeptRun::directory)
                .reversed());
        return runs;
    }

    /// The run in that directory, if it has left a trace and is over.
    public Optional<KeptRun> find(Path directory) {
        var trace = directory.resolve(TraceWriter.ENGINE_TRACE);
        if (!Files.isRegularFile(trace) || TraceOwner.isAtWork(trace)) {
            return Optional.empty();
        }
        var run = RunFile.read(named(directory));
        // Another window may have deleted it meanwhile.
        return Files.exists(trace) ? Optional.of(run) : Optional.empty();
    }

    private static Optional<KeptRun> findElsewhere(Path directory, Path about) {
        var run = RunFile.read(named(directory, about, Place.ELSEWHERE));
        return Optional.of(run)
                .filter(it -> Files.isRegularFile(it.trace()))
                .map(it -> it.with(Tree.bytes(it.trace()), Place.ELSEWHERE));
    }

    private static KeptRun named(Path directory) {
        return named(directory, directory, Place.STORE).with(Tree.bytes(directory), Place.STORE);
    }

    private static KeptRun named(Path directory, Path about, Place place) {
        var scenario = RunDirectories.scenario(directory);
        return new KeptRun(
                directory,
                about,
                RunDirectories.begun(directory),
                scenario,
                scenario,
                Marks.NONE,
                List.of(),
                0,
                Optional.empty(),
                0,
                place);
    }

    /// Keeps what is known of a run whose trace is in the store or elsewhere. What the user has said of it before
    /// stays.
    ///
    /// @return the run as it is kept
    public KeptRun keep(KeptRun run) throws IOException {
        var marked = run.with(RunFile.read(run).marks());
        boolean isElsewhere = run.place() == Place.ELSEWHERE;
        if (isElsewhere) {
            Files.createDirectories(run.about());
        }
        var kept = isElsewhere ? marked : marked.with(Tree.bytes(run.directory()), Place.STORE);
        RunFile.write(kept);
        return kept;
    }

    /// A run of somebody else's, with the place for what is known of it.
    public KeptRun elsewhere(KeptRun run) {
        return run.about(directories.elsewhere(run.directory()));
    }

    /// Deletes what is known of a run that is elsewhere.
    public void forget(KeptRun run) {
        discard(run.about());
    }

    /// Keeps what the user has said of a run.
    public void mark(KeptRun run) throws IOException {
        RunFile.writeMarks(run);
    }

    /// Sets a run aside: it is no longer listed, and can be had back until it is deleted for good.
    public SetAside setAside(KeptRun run) throws IOException {
        var aside =
                directories.setAside(run.directory(), ProcessHandle.current().pid());
        Files.move(run.directory(), aside, StandardCopyOption.ATOMIC_MOVE);
        return new SetAside(run, aside);
    }

    /// A run that is no longer listed.
    public record SetAside(KeptRun run, Path place) {

        /// Lists it again.
        public void restore() throws IOException {
            Files.move(place, run.directory(), StandardCopyOption.ATOMIC_MOVE);
        }

        /// Deletes it for good.
        ///
        /// @throws IOException if something of it is left
        public void delete() throws IOException {
            Tree.delete(place);
        }
    }

    /// Deletes what is more than `limit` bytes, oldest first; nothing that is pinned, in use, or going on.
    ///
    /// @return the runs that are left, as `list` has them
    public List<KeptRun> prune(long limit, Set<Path> inUse) {
        var runs = new ArrayList<>(list());
        for (var run : DiskLimit.surplus(runs, limit, inUse)) {
            if (delete(run)) {
                runs.remove(run);
            }
        }
        return runs;
    }

    private boolean delete(KeptRun run) {
        try {
            setAside(run).delete();
            return true;
        } catch (NoSuchFileException _) {
            // Another window was quicker.
            return true;
        } catch (IOException undeletable) {
            LOG.log(System.Logger.Level.WARNING, "the run " + run.directory() + " cannot be deleted", undeletable);
            return false;
        }
    }

    /// Deletes what windows that were killed have left: runs set aside, and directories in which nothing was
    /// run; and what is known of runs elsewhere that are no longer there, unless the user has said something of
    /// them.
    public void sweep(Instant now) {
        for (var aside : directories.setAside()) {
            if (ProcessHandle.of(RunDirectories.setAsideBy(aside)).isEmpty()) {
                sweep(aside);
            }
        }
        for (var directory : directories.all()) {
            if (!Files.exists(directory.resolve(TraceWriter.ENGINE_TRACE))
                    && RunDirectories.begun(directory).plus(BEGINNING).isBefore(now)) {
                sweep(directory);
            }
        }
        directories.elsewhere().stream().filter(it -> !isWorthKeeping(it)).forEach(RunStore::sweep);
    }

    private static boolean isWorthKeeping(Path about) {
        return RunFile.elsewhere(about)
                .map(it -> RunFile.read(named(it, about, Place.ELSEWHERE)))
                .filter(it -> Files.exists(it.trace()) || !it.marks().equals(Marks.NONE))
                .isPresent();
    }

    /// Deletes a directory that holds no run, if it is there.
    public void discard(Path directory) {
        if (Files.exists(directory)) {
            sweep(directory);
        }
    }

    private static void sweep(Path directory) {
        try {
            Tree.delete(directory);
        } catch (IOException undeletable) {
            LOG.log(System.Logger.Level.WARNING, directory + " cannot be deleted", undeletable);
        }
    }
}
