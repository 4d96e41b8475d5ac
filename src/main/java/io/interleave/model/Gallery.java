package io.interleave.model;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The scenarios that come with the program.
public final class Gallery {

    /// Scenarios that belong together.
    ///
    /// @param about what they have in common: one paragraph in plain words
    /// @param entries in the order in which a student should meet them
    public record Chapter(String title, String about, List<Entry> entries) {
        public Chapter {
            entries = List.copyOf(entries);
        }
    }

    /// @param name by which the command line knows it, such as `lost-update`
    /// @param chapter the title of the chapter that it is in
    /// @param text the scenario's file
    public record Entry(String name, String chapter, String text) {

        public String fileName() {
            return name + SUFFIX;
        }

        /// The scenario's title, found without reading all of it: the window lists dozens before the first is
        /// opened.
        public String title() {
            var line = TITLE.matcher(text);
            return line.find() ? line.group(1) : name;
        }
    }

    private static final String FOLDER = "/gallery/";
    private static final String SUFFIX = ".interleave.yaml";

    /// On one line, in single quotes or none.
    private static final Pattern TITLE = Pattern.compile("^title: +'?(.*?)'?$", Pattern.MULTILINE);

    /// Read when first asked for.
    private static final class Loaded {
        static final List<Chapter> CHAPTERS =
                new GalleryIndex(name -> resource(name + SUFFIX)).read(resource("index.txt"));
        static final List<Entry> ENTRIES =
                CHAPTERS.stream().flatMap(it -> it.entries().stream()).toList();
    }

    private Gallery() {}

    public static List<Chapter> chapters() {
        return Loaded.CHAPTERS;
    }

    /// All scenarios, chapter by chapter.
    public static List<Entry> entries() {
        return Loaded.ENTRIES;
    }

    public static Optional<Entry> find(String name) {
        return entries().stream().filter(it -> it.name().equals(name)).findFirst();
    }

    /// The name that a misspelt one was perhaps meant to be.
    public static Optional<String> nearest(String name) {
        return Nearest.to(name, entries().stream().map(Entry::name).toList());
    }

    private static String resource(String name) {
        try (var in = Gallery.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new FileNotFoundException("the program lacks its own file " + FOLDER + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading the gallery", e);
        }
    }
}
