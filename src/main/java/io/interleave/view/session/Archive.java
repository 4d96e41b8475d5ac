package io.interleave.view.session;

import io.interleave.view.fx.Messages;
import io.interleave.view.runs.RunShelf;
import io.interleave.view.store.KeptRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The runs of now and earlier, and how one of them is had again: from memory, or from its trace. What cannot
/// be had is told.
public final class Archive {

    /// Of so many runs of this session the window still knows all it has told, without reading them again.
    private static final int REMEMBERED = 20;

    private final RunShelf shelf;
    private final RunOpener opener;
    private final ReadOnlyObjectWrapper<Optional<String>> message = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Map<Path, PastRun> remembered = new LinkedHashMap<>();

    Archive(RunShelf shelf, RunOpener opener) {
        this.shelf = shelf;
        this.opener = opener;
    }

    public RunShelf shelf() {
        return shelf;
    }

    public RunOpener opener() {
        return opener;
    }

    /// Why something could not be opened, in whole sentences; empty once that was seen.
    public ReadOnlyObjectProperty<Optional<String>> messageProperty() {
        return message.getReadOnlyProperty();
    }

    public void tell(String problem) {
        message.set(Optional.of(problem));
    }

    /// The message has been seen.
    public void putMessageAway() {
        message.set(Optional.empty());
    }

    /// Keeps a run of this session.
    void remember(PastRun past, Optional<RunFeed> read) {
        remembered.put(past.plan().directory(), past);
        if (remembered.size() > REMEMBERED) {
            remembered.remove(remembered.keySet().iterator().next());
        }
        shelf.add(past, read.map(RunFeed::timeline));
    }

    /// What is known of a run by heart, as long as its trace is there too.
    Optional<PastRun> remembered(KeptRun run) {
        return Optional.ofNullable(remembered.get(run.directory()))
                .filter(_ -> run.place() == KeptRun.Place.NOWHERE || Files.exists(run.trace()));
    }

    void delete(List<KeptRun> runs) {
        runs.forEach(it -> remembered.remove(it.directory()));
        shelf.delete(runs);
    }

    /// Reads a run again. One that is deleted meanwhile is not shown any more.
    void read(KeptRun run, Consumer<RunReading.Read> then) {
        opener.read(run, reading -> {
            if (isListed(run)) {
                take(reading, read -> {
                    learn(run, read);
                    then.accept(read);
                });
            }
        });
    }

    private boolean isListed(KeptRun run) {
        return shelf.runs().stream().anyMatch(it -> it.directory().equals(run.directory()));
    }

    /// Reads a run from a file or folder of the user's, and lists it.
    void read(Path path, Consumer<RunReading.Read> then) {
        var listed = shelf.runs().stream()
                .filter(it -> it.directory().equals(path) || it.trace().equals(path))
                .findFirst();
        if (listed.isPresent()) {
            read(listed.get(), then);
            return;
        }
        opener.read(
                path,
                reading -> take(reading, read -> {
                    shelf.addOpened(read.past(), read.feed().timeline());
                    then.accept(read);
                }));
    }

    /// Unpacks a run that comes as a single file among the kept ones.
    void unpack(Path file, Consumer<RunReading.Read> then) {
        var into = shelf.next(Library.stem(file));
        opener.unpack(file, into, reading -> {
            if (reading instanceof RunReading.Read read) {
                shelf.add(read.past(), Optional.of(read.feed().timeline()));
            } else {
                shelf.discard(into);
            }
            take(reading, then);
        });
    }

    private void take(RunReading reading, Consumer<RunReading.Read> then) {
        switch (reading) {
            case RunReading.Read read -> then.accept(read);
            case RunReading.Unreadable(var why) -> tell(why);
        }
    }

    /// Keeps what reading a run has told of it, where that was not known.
    ///
    /// @return the run as it is known now
    public KeptRun learn(KeptRun run, RunReading.Read read) {
        boolean known = run.result().isPresent() && Files.exists(run.picture());
        return run.place() == KeptRun.Place.STORE && !known
                ? shelf.add(read.past(), Optional.of(read.feed().timeline()))
                : run;
    }

    void tellNoRun(Path folder) {
        tell(Messages.text("open.folder", folder.getFileName().toString()));
    }
}
