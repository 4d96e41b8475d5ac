package io.interleave.view.outcome;

import io.interleave.analysis.Finding;
import io.interleave.view.fx.Figures;
import io.interleave.view.fx.Messages;
import java.util.ArrayList;
import java.util.stream.Collectors;

/// What the analysis found, in sentences.
public final class FindingWords {

    private FindingWords() {}

    /// A few words, as a list of runs has room for: `1,213 lost`.
    public static String brief(Finding finding) {
        return switch (finding) {
            case Finding.UpdatesLost lost -> Messages.text("finding.lost.brief", lost.lost());
            case Finding.Deadlock _ -> Messages.text("finding.deadlock.brief");
            case Finding.Stall _ -> Messages.text("finding.stall.brief");
            case Finding.SignalLost _ -> Messages.text("finding.signal.brief");
            case Finding.Contention contention ->
                Messages.text("finding.contention.brief", Figures.percent(contention.share()));
            case Finding.QueueFull full -> Messages.text("finding.full.brief", full.name());
            case Finding.Starved starved -> Messages.text("finding.starved.brief", starved.unit());
            case Finding.LoopBlocked blocked ->
                Messages.text("finding.blocked.brief", Figures.duration(blocked.nanos()));
            case Finding.TasksRejected tasks -> Messages.text("finding.rejected.brief", tasks.rejected());
            case Finding.WorkerDied died -> Messages.text("finding.died.brief", died.worker());
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
                        lost.writes() == 0 ? "0 %" : Figures.percent((double) lost.lost() / lost.writes()));
            case Finding.Deadlock deadlock ->
                deadlock.circle().stream().map(FindingWords::link).collect(Collectors.joining("\n"));
            case Finding.Contention it -> waits("finding.contention", it.name(), it.share(), it.waits(), it.longest());
            case Finding.QueueFull it -> waits("finding.full", it.name(), it.share(), it.waits(), it.longest());
            case Finding.Stall stall -> stall(stall);
            case Finding.SignalLost signal ->
                Messages.text(
                        "finding.signal",
                        signal.signaller(),
                        signal.line(),
                        signal.name(),
                        signal.waiter(),
                        signal.waiterLine());
            case Finding.Starved starved ->
                Messages.text(
                        "finding.starved",
                        starved.unit(),
                        Figures.duration(starved.waited()),
                        starved.line(),
                        starved.name(),
                        starved.overtaken());
            case Finding.LoopBlocked blocked ->
                Messages.text(
                        "finding.blocked",
                        blocked.unit(),
                        Figures.duration(blocked.nanos()),
                        blocked.line(),
                        blocked.waiting(),
                        blocked.times());
            case Finding.TasksRejected tasks ->
                Messages.text("finding.rejected", tasks.name(), tasks.rejected(), tasks.submitted());
            case Finding.WorkerDied died -> Messages.text("finding.died", died.worker(), died.pool(), died.task());
        };
    }

    private static String waits(String key, String name, double share, long waits, long longest) {
        return Messages.text(key, name, Figures.percent(share), waits, Figures.duration(longest));
    }

    private static String stall(Finding.Stall stall) {
        var lines = new ArrayList<String>();
        lines.add(Messages.text("finding.stall", stall.units()));
        stall.waits().forEach(it -> lines.add(wait(it)));
        int more = stall.units() - stall.waits().size();
        if (more > 0) {
            lines.add(Messages.text("finding.stall.more", more));
        }
        return String.join("\n", lines);
    }

    private static String wait(Finding.Wait wait) {
        var kind = wait.kind().isEmpty() ? "nothing" : wait.kind();
        return Messages.text("finding.stall." + kind, wait.unit(), wait.line(), wait.what(), wait.amount());
    }

    private static String link(Finding.Deadlock.Link link) {
        if (link.lock().isEmpty()) {
            return Messages.text("finding.deadlock.join", link.unit(), link.line(), link.holder());
        }
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
