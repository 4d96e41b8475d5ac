package io.interleave.model;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Small changes to scenarios, such as a slip, a paste or a bad disk makes.
final class Mutations {

    private static final List<String> PIECES = Stream.concat(
                    Stream.of(
                            "{",
                            "}",
                            "[",
                            "]",
                            ":",
                            ": ",
                            ",",
                            "- ",
                            "\n",
                            "  ",
                            "\t",
                            "#",
                            "'",
                            "\"",
                            "&a",
                            "*a",
                            "!x",
                            "|",
                            ">",
                            "?",
                            "%",
                            "@",
                            "`",
                            "\\",
                            "$",
                            "(",
                            ")",
                            "+",
                            "==",
                            "-",
                            "0",
                            "99999999999999999999",
                            "1e9",
                            "ms",
                            "on",
                            "{n}",
                            "steps",
                            "timeout",
                            "else",
                            "at",
                            "count",
                            "\0",
                            "\uFEFF",
                            "é",
                            "😀",
                            "\uD800",
                            "\u2028",
                            "\r",
                            "---\n",
                            "..."),
                    Examples.words().stream().flatMap(Mutations::names))
            .toList();

    private Mutations() {}

    private static Stream<String> names(Word word) {
        return Stream.concat(Stream.of(word.word()), word.keyNames().stream());
    }

    /// What is changed: all of the gallery, and the example of every word.
    static List<String> texts() {
        return Stream.concat(
                        Gallery.entries().stream().map(Gallery.Entry::text),
                        Examples.words().stream().map(Examples::scenario))
                .toList();
    }

    /// @param texts from which pieces are pasted
    static String of(String text, List<String> texts, Random random) {
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes && !text.isEmpty(); i++) {
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + (random.nextInt(8) == 0 ? random.nextInt(200) : random.nextInt(4)));
            String piece = switch (random.nextInt(6)) {
                case 0 -> "";
                case 1 -> text.substring(from, to).repeat(2);
                case 2 -> {
                    String other = texts.get(random.nextInt(texts.size()));
                    int start = random.nextInt(other.length());
                    yield other.substring(start, Math.min(other.length(), start + random.nextInt(60)));
                }
                case 3 -> Character.toString(random.nextInt(0x80));
                case 4 -> {
                    to = wordEnd(text, from);
                    yield PIECES.get(random.nextInt(PIECES.size()));
                }
                default -> PIECES.get(random.nextInt(PIECES.size()));
            };
            text = text.substring(0, from) + piece + text.substring(to);
        }
        return text;
    }

    /// The end of the word that stands there, so that it can be changed for another one.
    private static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length() && Names.mayContain(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
