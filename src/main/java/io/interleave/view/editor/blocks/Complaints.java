package io.interleave.view.editor.blocks;

import io.interleave.edit.Outline;
import io.interleave.lint.Hint;
import io.interleave.model.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What is wrong or probably a mistake, by the block that it is wrong with.
final class Complaints {

    static final Complaints NONE = new Complaints(Map.of());

    private final Map<Integer, List<Complaint>> byBlock;

    private Complaints(Map<Integer, List<Complaint>> byBlock) {
        this.byBlock = byBlock;
    }

    static Complaints of(Outline outline, List<Problem> problems, List<Hint> hints) {
        if (problems.isEmpty() && hints.isEmpty()) {
            return NONE;
        }
        var all = Stream.concat(
                problems.stream().map(Complaint::of), hints.stream().flatMap(Complaint::of));
        var starts = starts(outline.text());
        var byBlock = new HashMap<Integer, List<Complaint>>();
        for (var it : all.toList()) {
            int line = Math.clamp(it.place().line() - 1, 0, starts.size() - 1);
            int start = starts.get(line);
            int offset = Math.min(
                    outline.text().length(),
                    outline.text()
                            .offsetByCodePoints(
                                    start,
                                    columns(outline.text(), start, it.place().column() - 1)));
            byBlock.computeIfAbsent(outline.at(offset).id(), _ -> new ArrayList<>())
                    .add(it);
        }
        return new Complaints(byBlock);
    }

    /// As many code points as there are up to the end of the text.
    private static int columns(String text, int start, int wanted) {
        return Math.clamp(wanted, 0, text.codePointCount(start, text.length()));
    }

    private static List<Integer> starts(String text) {
        var starts = new ArrayList<Integer>();
        starts.add(0);
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                starts.add(i + 1);
            }
        }
        return starts;
    }

    List<Complaint> of(int block) {
        return byBlock.getOrDefault(block, List.of());
    }
}
