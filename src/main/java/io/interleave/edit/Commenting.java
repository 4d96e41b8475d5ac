package io.interleave.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Gives blocks their comments. Lines that say the same as before stay as they are written.
final class Commenting {

    private final Lines lines;
    private final Block block;
    private final Layout layout;
    private final List<Integer> above;
    private final OptionalInt beside;
    private final Comments comments;

    Commenting(Outline outline, Block block) {
        if (block.parent().isEmpty()) {
            throw Refusal.of("scenario");
        }
        this.lines = outline.lines();
        this.block = block;
        this.layout = new Layout(lines);
        this.above = Comments.above(lines, outline.range(block).from(), block);
        this.comments = outline.comments(block);
        this.beside = comments.beside().isEmpty() ? OptionalInt.empty() : Comments.hash(lines, block);
    }

    /// @param said line by line, as {@link Comments#lines()} has them
    List<Replacement> say(List<String> said) {
        if (said.equals(comments.lines())) {
            return List.of();
        }
        boolean keepsBeside = beside.isPresent() && !said.equals(comments.above()) && !said.isEmpty();
        var replacements = new ArrayList<Replacement>();
        replacements.addAll(above(keepsBeside ? said.subList(0, said.size() - 1) : said));
        if (beside.isPresent()) {
            replacements.add(beside(keepsBeside ? said.getLast() : ""));
        }
        return replacements;
    }

    private List<Replacement> above(List<String> said) {
        var there = comments.above();
        if (said.equals(there)) {
            return List.of();
        }
        if (!layout.isOnLinesOfItsOwn(block)) {
            throw Refusal.of("unusual");
        }
        int most = Math.min(there.size(), said.size());
        int head = 0;
        while (head < most && there.get(head).equals(said.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < most - head && there.get(there.size() - 1 - tail).equals(said.get(said.size() - 1 - tail))) {
            tail++;
        }
        var written = new StringBuilder();
        for (int i = head; i < said.size() - tail; i++) {
            written.append(indentation(i)).append(written(said.get(i))).append(lines.lineBreak());
        }
        int from = start(head);
        return List.of(new Replacement(
                from, lines.text().substring(from, start(there.size() - tail)), written.toString()));
    }

    private int start(int index) {
        return index < above.size() ? above.get(index) : lines.start(block.start());
    }

    /// That of the line that stands there, so that what was set apart stays so.
    private String indentation(int index) {
        int line = start(Math.min(index, above.size()));
        return lines.text().substring(line, lines.content(line));
    }

    private static String written(String said) {
        return said.isEmpty() ? "#" : "# " + said;
    }

    private Replacement beside(String said) {
        int hash = beside.orElseThrow();
        int from = hash;
        while (said.isEmpty() && Lines.isBlank(lines.text().charAt(from - 1))) {
            from--;
        }
        String there = lines.text().substring(from, lines.end(hash));
        boolean isSame = said.equals(comments.beside());
        return new Replacement(from, there, isSame ? there : said.isEmpty() ? "" : written(said));
    }
}
