package io.interleave.cli;

import static io.interleave.cli.RunText.format;
import static io.interleave.cli.RunText.time;

import io.interleave.analysis.PoolFigures;
import io.interleave.analysis.ProcessFigures;
import io.interleave.analysis.Timeline;
import io.interleave.trace.Definition;
import java.util.ArrayList;
import java.util.List;

/// Says for a person at a terminal how child processes ended, what passed through pools, what starting cost,
/// and what the run could not do.
record FigureText(Timeline timeline) {

    private static final int MOST = 20;

    List<String> lines() {
        var lines = new ArrayList<String>();
        var processes = timeline.processes();
        processes.stream().limit(MOST).map(FigureText::process).forEach(lines::add);
        if (processes.size() > MOST) {
            lines.add(format("  and %,d processes more", processes.size() - MOST));
        }
        timeline.pools().forEach(it -> lines.add(pool(it)));
        timeline.startCosts().stream()
                .filter(it -> it.count() > 1)
                .limit(MOST)
                .map(FigureText::cost)
                .forEach(lines::add);
        timeline.notes().stream().limit(MOST).map(FigureText::note).forEach(lines::add);
        return lines;
    }

    private static String process(ProcessFigures it) {
        var end = it.exit()
                .map(exit -> exit.signal() > 0
                        ? "ended by signal " + exit.signalName()
                        : format("exit status %d", exit.status()))
                .orElse("has not ended");
        return format(
                "  %s: %s, %,d bytes in, %,d out, %,d of errors", it.name(), end, it.input(), it.output(), it.errors());
    }

    private static String pool(PoolFigures it) {
        var text = format("  %s: %,d tasks, %,d done", it.name(), it.submitted(), it.done());
        var rejected = it.rejected() == 0 ? "" : format(", %,d refused", it.rejected());
        return text + rejected + (it.stolen() == 0 ? "" : format(", %,d stolen", it.stolen()));
    }

    private static String cost(Definition.StartCost it) {
        var memory = it.bytes() < 0 ? "" : format(", %,.1f KiB each", it.bytes() / 1024.0 / it.count());
        return format("  %s: %,d started in %s%s", it.group(), it.count(), time(it.nanos()), memory);
    }

    private static String note(Definition.Note it) {
        return it.line() > 0 ? format("  note, line %d: %s", it.line(), it.text()) : "  note: " + it.text();
    }
}
