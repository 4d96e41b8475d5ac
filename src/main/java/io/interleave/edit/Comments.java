package io.interleave.edit;

import java.util.ArrayList;
import java.util.List;
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
        return Stream.concat(above.stream(), Stream.of(beside))
                .filter(it -> !it.isEmpty())
                .toList();
    }

    static Comments of(Lines lines, int from, Block block) {
        var above = new ArrayList<String>();
        for (int line = from; line < lines.start(block.start()); line = lines.next(line)) {
            if (lines.isComment(line)) {
                above.add(said(lines.text().substring(lines.content(line), lines.end(line))));
            }
        }
        return new Comments(above, beside(lines, block));
    }

    /// A `#` begins a comment where blanks are before it, and no value goes on behind it.
    private static String beside(Lines lines, Block block) {
        int end = lines.end(block.start());
        String line = lines.text().substring(block.start(), end);
        for (int hash = line.indexOf(" #"); hash >= 0; hash = line.indexOf(" #", hash + 1)) {
            if (!isWithinValue(block, block.start() + hash + 1)) {
                return said(line.substring(hash + 1));
            }
        }
        return "";
    }

    private static boolean isWithinValue(Block block, int offset) {
        return block.source().scalars().stream().anyMatch(it -> it.start() < offset && offset < it.end());
    }

    private static String said(String comment) {
        return comment.substring(1).strip();
    }
}
