package io.interleave.view.editor.files;

import io.interleave.view.fx.Messages;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/// A scenario to begin with.
///
/// @param name what it is called among the templates
/// @param title what the scenario is called that is made of it
/// @param about what it has, in a line
public record Template(String name, String title, String about, String text) {

    private static final List<String> NAMES = List.of(
            "empty", "threads-and-variable", "bounded-queue", "two-locks", "child-with-timeout", "coroutines", "pool");

    /// Of the one that says nothing yet.
    private static final String UNTITLED = "Untitled";

    private static final Pattern TITLE = Pattern.compile("(?m)^title: (.*)$");
    private static final Pattern ABOUT = Pattern.compile("(?m)^about: (.*)$");

    /// Read when first asked for.
    private static final class Loaded {
        static final List<Template> ALL =
                NAMES.stream().map(Template::read).map(Template::of).toList();
    }

    /// All there are, the simplest first.
    public static List<Template> all() {
        return Loaded.ALL;
    }

    /// The same under another title, in its text as well.
    Template titled(String other) {
        return new Template(name, other, about, text.replace("\ntitle: " + title + "\n", "\ntitle: " + other + "\n"));
    }

    /// Reading whole scenarios for this would delay the list.
    private static Template of(String text) {
        var title = said(TITLE, text);
        boolean isEmpty = title.equals(UNTITLED);
        return new Template(
                isEmpty ? Messages.text("files.templates.empty") : title,
                title,
                isEmpty ? Messages.text("files.templates.empty.about") : said(ABOUT, text),
                text);
    }

    private static String said(Pattern line, String text) {
        var said = line.matcher(text);
        if (!said.find()) {
            throw new IllegalStateException("a template without " + line);
        }
        return said.group(1);
    }

    private static String read(String name) {
        var place = "/templates/" + name + ".interleave.yaml";
        try (var in = Template.class.getResourceAsStream(place)) {
            if (in == null) {
                throw new FileNotFoundException(place);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("the template " + name + " cannot be read", broken);
        }
    }
}
