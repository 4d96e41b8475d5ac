package io.interleave.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// What comments say of a block, without their `#`.
///
/// @param above line by line
/// @param beside behind the block's first line; empty where there is none
public record Comments(List<String> above, String beside) {

    public Comments {
        above = List.copyOf(above);
    }

    /// All lines, without those that only set others apart.
    public List<String> all() {
        return lines().stream().filter(it -> !it.isEmpty()).toList();
    }

    /// All lines, those above first.
    public List<String> lines() {
        return Stream.concat(above.stream(), Stream.of(beside).filter(it -> !it.isEmpty()))
                .toList();
    }

    static Comments of(Lines lines, int from, Block block) {
        var above = above(lines, from, block).stream()
                .map(it -> said(lines, lines.content(it)))
                .toList();
        var hash = hash(lines, block);
        return new Comments(above, hash.isPresent() ? said(lines, hash.getAsInt()) : "");
    }

    /// Where the lines start that are comments above a block.
    static List<Integer> above(Lines lines, int from, Block block) {
        var above = new ArrayList<Integer>();
        for (int line = from; line < lines.start(block.start()); line = lines.next(line)) {
            if (lines.isComment(line)) {
                above.add(line);
            }
        }
        return above;
    }

    /// Where the comment begins that is behind a block's first line. A `#` begins one where blanks are before it,
    /// and no value goes on behind it.
    static OptionalInt hash(Lines lines, Block block) {
        int start = block.start();
        String line = lines.text().substring(start, lines.end(start));
        for (int blank = line.indexOf(" #"); blank >= 0; blank = line.indexOf(" #", blank + 1)) {
            if (!isWithinValue(block, start + blank + 1)) {
                return OptionalInt.of(start + blank + 1);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean isWithinValue(Block block, int offset) {
        return block.source().scalars().stream().anyMatch(it -> it.start() < offset && offset < it.end());
    }

    private static String said(Lines lines, int hash) {
        return lines.text().substring(hash + 1, lines.end(hash)).strip();
    }
}
