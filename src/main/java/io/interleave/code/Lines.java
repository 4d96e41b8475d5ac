package io.interleave.code;

import io.interleave.model.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The lines of a program as they are written, with their indentation, and where in the scenario each comes from.
final class Lines {

    private static final String STEP = "    ";

    private final StringBuilder text = new StringBuilder();
    private final List<Listing.Passage> passages = new ArrayList<>();
    private final List<Listing.Gap> gaps = new ArrayList<>();
    private int line = 1;
    private int depth;

    /// Adds one line, or several if it has line ends within.
    void add(String words) {
        words.lines().forEach(it -> {
            if (!it.isEmpty()) {
                text.repeat(STEP, depth).append(it);
            }
            text.append('\n');
            line++;
        });
    }

    void blank() {
        text.append('\n');
        line++;
    }

    /// What `body` adds is one step deeper.
    void indented(Runnable body) {
        depth++;
        body.run();
        depth--;
    }

    /// What `body` adds comes from that place. Where it adds nothing, nothing does.
    void from(Place place, Runnable body) {
        int first = line;
        body.run();
        if (line > first) {
            passages.add(new Listing.Passage(first, line - 1, place));
        }
    }

    /// Something without an equivalent; the caller writes the comment.
    void gap(Place place, String words) {
        gaps.add(new Listing.Gap(place, words));
    }

    Listing listing(Language language, String fileName) {
        passages.sort(Comparator.comparingInt(Listing.Passage::first)
                .thenComparing(Comparator.comparingInt(Listing.Passage::last).reversed()));
        return new Listing(language, fileName, text.toString(), passages, gaps);
    }
}
