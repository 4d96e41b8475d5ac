package io.interleave.model;

import java.util.ArrayList;
import java.util.List;

/// A text of headings, paragraphs, examples and tables, which can be read on a terminal and on a web page.
final class Page {

    /// Columns of a terminal that may be 80 wide.
    private static final int WIDTH = 78;

    private sealed interface Block {}

    private record Heading(int level, String text) implements Block {}

    private record Paragraph(String text) implements Block {}

    private record Code(String text) implements Block {}

    private record Table(String what, List<Row> rows) implements Block {
        Table {
            rows = List.copyOf(rows);
        }
    }

    /// @param name as it is written in a scenario
    record Row(String name, String text) {}

    private final List<Block> blocks = new ArrayList<>();

    /// @param level 1 for the whole page, 2 for a chapter, 3 for a word
    Page heading(int level, String text) {
        blocks.add(new Heading(level, text));
        return this;
    }

    Page paragraph(String text) {
        blocks.add(new Paragraph(text));
        return this;
    }

    /// An example in YAML.
    Page code(String text) {
        blocks.add(new Code(text));
        return this;
    }

    /// @param what the rows are, in one word
    Page table(String what, List<Row> rows) {
        if (!rows.isEmpty()) {
            blocks.add(new Table(what, rows));
        }
        return this;
    }

    /// For a terminal, at most 80 columns wide.
    String plain() {
        var text = new StringBuilder();
        for (var block : blocks) {
            switch (block) {
                case Heading(int level, String heading) -> {
                    text.append(level == 2 ? "\n" : "").append(heading).append('\n');
                    if (level < 3) {
                        text.append((level == 1 ? "=" : "-").repeat(heading.length()))
                                .append("\n\n");
                    }
                }
                case Paragraph(String paragraph) ->
                    wrap(paragraph.replace('`', '\''), "  ", "  ", text).append('\n');
                case Code(String code) -> {
                    code.lines()
                            .forEach(line -> text.append(line.isEmpty() ? "" : "      " + line)
                                    .append('\n'));
                    text.append('\n');
                }
                case Table(var what, var rows) -> {
                    text.append("  ").append(what).append(":\n");
                    int longest = rows.stream()
                            .mapToInt(it -> it.name().length())
                            .max()
                            .orElse(0);
                    for (var row : rows) {
                        String name = "    " + row.name()
                                + " ".repeat(longest - row.name().length() + 2);
                        wrap(row.text().replace('`', '\''), name, " ".repeat(name.length()), text);
                    }
                    text.append('\n');
                }
            }
        }
        return text.toString();
    }

    private static StringBuilder wrap(String paragraph, String first, String others, StringBuilder text) {
        var line = new StringBuilder(first);
        boolean empty = true;
        for (var word : paragraph.split(" ")) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                text.append(line).append('\n');
                line = new StringBuilder(others);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        return text.append(line).append('\n');
    }

    /// For a web page, in Markdown.
    String markdown() {
        var text = new StringBuilder();
        for (var block : blocks) {
            switch (block) {
                case Heading(int level, String heading) ->
                    text.append("#".repeat(level)).append(' ').append(level == 3 ? "`" + heading + "`" : heading);
                case Paragraph(String paragraph) -> text.append(paragraph);
                case Code(String code) -> text.append("```yaml\n").append(code).append("\n```");
                case Table(String what, var rows) -> {
                    text.append("| ").append(what).append(" | |\n| --- | --- |");
                    for (var row : rows) {
                        text.append("\n| `%s` | %s |"
                                .formatted(row.name(), row.text())
                                .replace("||", "\\|\\|"));
                    }
                }
            }
            text.append("\n\n");
        }
        return text.toString().strip() + "\n";
    }
}
