package io.interleave.model;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The scenarios that come with the program.
public final class Gallery {

    /// @param name by which the command line knows it, such as `lost-update`
    /// @param chapter the heading that it is listed under
    /// @param text the scenario's file
    public record Entry(String name, String chapter, String text) {

        public String fileName() {
            return name + SUFFIX;
        }
    }

    private static final String FOLDER = "/gallery/";
    private static final String SUFFIX = ".interleave.yaml";

    /// Read when first asked for.
    private static final class Loaded {
        static final List<Entry> ENTRIES = load();
    }

    private Gallery() {}

    /// All scenarios, chapter by chapter in the order in which a student should meet them.
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

    private static List<Entry> load() {
        return resource("index.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.strip().split("\\s+", 2))
                .map(words -> new Entry(words[0], words[1], resource(words[0] + SUFFIX)))
                .toList();
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
