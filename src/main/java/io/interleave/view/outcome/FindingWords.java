package io.interleave.view.outcome;

import io.interleave.analysis.Finding;
import io.interleave.view.fx.Messages;
import io.interleave.view.fx.Words;
import java.util.stream.Collectors;

/// What the analysis found, in sentences.
public final class FindingWords {

    private FindingWords() {}

    /// A few words, as a list of runs has room for: `1,213 lost`.
    public static String brief(Finding finding) {
        return switch (finding) {
            case Finding.UpdatesLost lost -> Messages.text("finding.lost.brief", lost.lost());
            case Finding.Deadlock _ -> Messages.text("finding.deadlock.brief");
            case Finding.Contention contention ->
                Messages.text("finding.contention.brief", Words.percent(contention.share()));
        };
    }

    /// One or more lines.
    public static String full(Finding finding) {
        return switch (finding) {
            case Finding.UpdatesLost lost ->
                Messages.text(
                        "finding.lost",
                        lost.lost(),
                        lost.name(),
                        lost.writes(),
                        lost.writes() == 0 ? "0 %" : Words.percent((double) lost.lost() / lost.writes()));
            case Finding.Deadlock deadlock ->
                deadlock.circle().stream().map(FindingWords::link).collect(Collectors.joining("\n"));
            case Finding.Contention contention ->
                Messages.text(
                        "finding.contention",
                        contention.name(),
                        Words.percent(contention.share()),
                        contention.waits(),
                        Words.duration(contention.longest()));
        };
    }

    private static String link(Finding.Deadlock.Link link) {
        return link.unit().equals(link.holder())
                ? Messages.text("finding.deadlock.self", link.unit(), link.lock(), link.line(), link.heldSinceLine())
                : Messages.text(
                        "finding.deadlock.link",
                        link.unit(),
                        link.line(),
                        link.lock(),
                        link.holder(),
                        link.heldSinceLine());
    }
}
