package io.interleave.cli;

import io.interleave.model.Gallery;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "list", description = "Lists the scenarios of the gallery.", mixinStandardHelpOptions = true)
final class ListCommand implements Runnable {

    /// Columns that a chapter's paragraph takes.
    private static final int WIDTH = 92;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        var out = spec.commandLine().getOut();
        int width = Gallery.entries().stream()
                .mapToInt(it -> it.name().length())
                .max()
                .orElse(0);
        for (var chapter : Gallery.chapters()) {
            print(chapter, width, out);
        }
        out.flush();
    }

    private static void print(Gallery.Chapter chapter, int width, PrintWriter out) {
        out.println(chapter.title());
        out.println();
        lines(chapter.about()).forEach(line -> out.println("  " + line));
        out.println();
        for (var entry : chapter.entries()) {
            out.printf("  %-" + width + "s  %s%n", entry.name(), entry.title());
        }
        out.println();
    }

    /// A paragraph, broken between words.
    private static List<String> lines(String paragraph) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : paragraph.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }
}
