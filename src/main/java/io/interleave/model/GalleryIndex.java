package io.interleave.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Reads the gallery's table of contents. `= Locks` begins a chapter, `- lost-update` names a scenario of it,
/// and the lines between are the chapter's paragraph. Lines that begin with `#` say nothing.
final class GalleryIndex {

    private final UnaryOperator<String> texts;
    private final List<Gallery.Chapter> chapters = new ArrayList<>();
    private final List<String> about = new ArrayList<>();
    private final List<Gallery.Entry> entries = new ArrayList<>();
    private String title = "";

    /// @param texts gives the file of the scenario of that name
    GalleryIndex(UnaryOperator<String> texts) {
        this.texts = texts;
    }

    List<Gallery.Chapter> read(String index) {
        index.lines().map(String::strip).forEach(this::line);
        endChapter();
        return List.copyOf(chapters);
    }

    private void line(String line) {
        if (line.startsWith("=")) {
            endChapter();
            title = line.substring(1).strip();
        } else if (line.startsWith("-")) {
            String name = line.substring(1).strip();
            entries.add(new Gallery.Entry(name, title, texts.apply(name)));
        } else if (!line.isEmpty() && !line.startsWith("#")) {
            about.add(line);
        }
    }

    private void endChapter() {
        if (!entries.isEmpty()) {
            chapters.add(new Gallery.Chapter(title, String.join(" ", about), entries));
        }
        entries.clear();
        about.clear();
    }
}
