package io.interleave.view.session;

import io.interleave.model.Gallery;
import io.interleave.model.Reading;
import io.interleave.model.ScenarioReader;
import io.interleave.model.ScenarioText;
import io.interleave.view.fx.Messages;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where documents come from: the gallery and files.
public final class Library {

    private static final List<String> ENDINGS =
            List.of(".interleave.yaml", ".yaml", ".yml", ".trace", ".interleave-run");

    /// Those of the gallery that somebody has asked for.
    private final Map<String, Document> read = new HashMap<>();

    /// Reads the one that is open at first; the others are read when they are opened.
    public Library() {
        first();
    }

    /// The gallery.
    public List<Gallery.Chapter> chapters() {
        return Gallery.chapters();
    }

    /// The gallery's document of that name.
    public Optional<Document> find(String name) {
        return Gallery.find(name).map(this::document);
    }

    public Document document(Gallery.Entry entry) {
        return read.computeIfAbsent(entry.name(), name -> document(name, Optional.empty(), entry.text()));
    }

    /// The one that is open at first.
    public Document first() {
        return find("lost-update").orElseGet(() -> document(Gallery.entries().getFirst()));
    }

    /// The file as a document; one that cannot be read says why.
    public Document open(Path file) {
        try {
            var read = ScenarioText.of(file);
            return document(stem(file), Optional.of(file), read.text(), read.reading());
        } catch (NoSuchFileException _) {
            return unreadable(file, Messages.text("problem.missing"));
        } catch (AccessDeniedException _) {
            return unreadable(file, Messages.text("problem.denied"));
        } catch (IOException failed) {
            return unreadable(file, Messages.text("problem.unreadable", String.valueOf(failed.getMessage())));
        }
    }

    /// A document from text, as it came with a run.
    public Document document(String name, Optional<Path> file, String text) {
        return document(name, file, text, ScenarioReader.read(text));
    }

    private static Document document(String name, Optional<Path> file, String text, Reading reading) {
        return new Document(name, file, text, reading.scenario(), reading.problems(), Optional.empty());
    }

    static Document unreadable(Path file, String why) {
        return new Document(stem(file), Optional.of(file), "", Optional.empty(), List.of(), Optional.of(why));
    }

    /// What a document from that file is called.
    public static String stem(Path file) {
        var name = file.getFileName().toString();
        return ENDINGS.stream()
                .filter(name::endsWith)
                .findFirst()
                .map(ending -> name.substring(0, name.length() - ending.length()))
                .orElse(name);
    }
}
