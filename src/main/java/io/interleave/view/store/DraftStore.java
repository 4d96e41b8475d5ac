package io.interleave.view.store;

import io.interleave.run.UserFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// The drafts of this user: a file for each, with the process in its name that it belongs to. Nobody touches the
/// drafts of a process that is alive; those of one that has ended belong to the first that asks for them.
///
/// To be used by one thread at a time.
public final class DraftStore implements AutoCloseable {

    private static final Pattern NAME = Pattern.compile("([^.]+)\\.([^.]+)\\.json(.*\\.tmp)?");
    private static final long MOST_BYTES = 64 << 20;
    private static final int VERSION = 1;

    private final Path directory;
    private final List<Path> unreadable = new ArrayList<>();
    private Optional<Lease> lease = Optional.empty();

    public DraftStore(Path directory) {
        this.directory = directory;
    }

    public static DraftStore ofThisUser() {
        return new DraftStore(UserFiles.ofThisUser("drafts"));
    }

    /// Takes over the drafts of processes that have ended, the one edited last first. What cannot be read is put
    /// aside as it is.
    ///
    /// @throws IOException if the directory cannot be used
    public List<KeptDraft> recover() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        var recovered = new ArrayList<KeptDraft>();
        for (String owner : owners()) {
            var taken = owner.equals(lease().name()) ? Optional.<Lease>empty() : Lease.takeOver(directory, owner);
            if (taken.isPresent()) {
                try (var _ = taken.get()) {
                    takeFrom(owner, recovered);
                }
            }
        }
        recovered.sort(Comparator.comparing(KeptDraft::at).reversed());
        return recovered;
    }

    /// Where what could not be read lies now.
    public List<Path> unreadable() {
        return List.copyOf(unreadable);
    }

    private void takeFrom(String owner, List<KeptDraft> recovered) throws IOException {
        for (var file : files()) {
            var name = NAME.matcher(file.getFileName().toString());
            if (!name.matches() || !name.group(2).equals(owner)) {
                continue;
            }
            if (name.group(3) != null) {
                // Half of what a later attempt has, or of what was never told to be kept.
                Files.deleteIfExists(file);
                continue;
            }
            var draft = JsonFile.read(file, MOST_BYTES).flatMap(it -> draft(name.group(1), it));
            if (draft.isPresent()) {
                Files.move(file, place(draft.get().id()), StandardCopyOption.ATOMIC_MOVE);
                recovered.add(draft.get());
            } else {
                var aside = file.resolveSibling(file.getFileName() + ".unreadable");
                unreadable.add(Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE));
            }
        }
    }

    private List<String> owners() throws IOException {
        return files().stream()
                .map(it -> NAME.matcher(it.getFileName().toString()))
                .filter(Matcher::matches)
                .map(it -> it.group(2))
                .distinct()
                .toList();
    }

    private List<Path> files() throws IOException {
        try (var all = Files.list(directory)) {
            return all.toList();
        }
    }

    /// Keeps a draft in place of what was kept of it before: as a whole, or not at all.
    ///
    /// @throws IOException if that cannot be done
    public void write(KeptDraft draft) throws IOException {
        Files.createDirectories(directory);
        JsonFile.write(place(draft.id()), json(draft));
    }

    /// Keeps nothing of that draft.
    ///
    /// @throws IOException if it cannot be deleted
    public void delete(String id) throws IOException {
        Files.deleteIfExists(place(id));
    }

    private Path place(String id) throws IOException {
        return directory.resolve(id + "." + lease().name() + ".json");
    }

    private Lease lease() throws IOException {
        if (lease.isEmpty()) {
            Files.createDirectories(directory);
            lease = Optional.of(Lease.take(directory));
        }
        return lease.get();
    }

    /// From now on the drafts belong to whoever asks for them.
    @Override
    public void close() throws IOException {
        if (lease.isPresent()) {
            lease.get().close();
            lease = Optional.empty();
        }
    }

    private static ObjectNode json(KeptDraft draft) {
        var json = JsonFile.empty();
        json.put("version", VERSION);
        switch (draft.origin()) {
            case DraftOrigin.Gallery(var name) -> json.put("gallery", name);
            case DraftOrigin.OfFile(var file) -> json.put("file", file.toString());
            case DraftOrigin.Loose(var name) -> json.put("name", name);
        }
        return json.put("title", draft.title())
                .put("editedAt", draft.at().toString())
                .put("open", draft.open())
                .put("pasted", draft.pasted())
                .put("base", draft.base())
                .put("text", draft.text());
    }

    private static Optional<KeptDraft> draft(String id, ObjectNode json) {
        if (!json.path("text").isString()) {
            return Optional.empty();
        }
        return Optional.of(new KeptDraft(
                id,
                origin(json),
                json.path("title").asString(""),
                json.path("base").asString(""),
                json.path("text").asString(""),
                time(json.path("editedAt").asString("")),
                json.path("open").asBoolean(false),
                json.path("pasted").asBoolean(false)));
    }

    private static DraftOrigin origin(ObjectNode json) {
        if (json.path("gallery").isString()) {
            return new DraftOrigin.Gallery(json.path("gallery").asString(""));
        }
        if (json.path("file").isString()) {
            try {
                return new DraftOrigin.OfFile(Path.of(json.path("file").asString("")));
            } catch (InvalidPathException _) {
                return new DraftOrigin.Loose(json.path("title").asString(""));
            }
        }
        return new DraftOrigin.Loose(json.path("name").asString(""));
    }

    private static Instant time(String said) {
        try {
            return Instant.parse(said);
        } catch (DateTimeException _) {
            return Instant.EPOCH;
        }
    }
}
