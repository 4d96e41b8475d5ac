package io.interleave.view.timeline;

import io.interleave.analysis.LostUpdates;
import io.interleave.view.fx.Figures;
import java.util.List;

/// Explains a lost update.
final class ConflictWords {

    private ConflictWords() {}

    static Hover of(Source source, int conflict) {
        LostUpdates lost = source.lostUpdates();
        String title = Words.text("conflict.title", Figures.count(conflict + 1), Figures.count(lost.size()));
        return new Hover(title, List.of(sentence(source, lost, conflict)), conflict, 0, 0);
    }

    private static String sentence(Source source, LostUpdates lost, int conflict) {
        int variable = lost.variable(conflict);
        String loser = source.unitName(lost.lostUnit(conflict));
        String winner = source.unitName(lost.overwriter(conflict));
        String name = source.resourceName(variable);
        String lostWrite = source.display(variable, lost.lostWriteValue(conflict));
        String overWrite = source.display(variable, lost.overwriterWriteValue(conflict));
        if (lost.overwriterReadTime(conflict) == Long.MIN_VALUE) {
            return Words.text("conflict.blind", loser, lostWrite, winner, overWrite, name);
        }
        String overRead = source.display(variable, lost.overwriterReadValue(conflict));
        if (lost.lostReadTime(conflict) == Long.MIN_VALUE) {
            return Words.text("conflict.unread", loser, lostWrite, winner, overRead, overWrite, name);
        }
        String lostRead = source.display(variable, lost.lostReadValue(conflict));
        return lostRead.equals(overRead)
                ? Words.text("conflict.both", loser, winner, lostRead, lostWrite, overWrite, name)
                : Words.text("conflict.old", loser, lostRead, lostWrite, winner, overRead, overWrite, name);
    }
}
