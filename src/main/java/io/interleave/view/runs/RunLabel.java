package io.interleave.view.runs;

import io.interleave.view.fx.Figures;
import io.interleave.view.fx.Messages;
import io.interleave.view.store.KeptRun;
import io.interleave.view.store.KeptRun.KnobValue;
import io.interleave.view.store.KeptRun.Tone;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How a list shows a run: which, with what, and what came of it.
///
/// @param name the user's, or the scenario's title
/// @param at when it began: the time of day, before today the day too
/// @param exactly when it began, to the second
/// @param knobs the switches and all that was turned: `Lock off · Workers 8`
/// @param result a few words
/// @param note the user's; empty for none
public record RunLabel(String name, String at, String exactly, String knobs, String result, Tone tone, String note) {

    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter THIS_YEAR = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter EXACTLY = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter EARLIER = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    /// @param now in the zone in which the run's time is told
    public static RunLabel of(KeptRun run, LocalDateTime now, ZoneId zone) {
        var at = LocalDateTime.ofInstant(run.at(), zone);
        return new RunLabel(
                run.name(),
                at(at, now),
                EXACTLY.format(at),
                knobs(run),
                run.result().map(KeptRun.Result::words).orElseGet(() -> Messages.text("runs.unread")),
                run.result().map(KeptRun.Result::tone).orElse(Tone.OPEN),
                run.marks().note());
    }

    private static String at(LocalDateTime at, LocalDateTime now) {
        if (at.toLocalDate().equals(now.toLocalDate())) {
            return TODAY.format(at);
        }
        return at.getYear() == now.getYear() ? THIS_YEAR.format(at) : EARLIER.format(at);
    }

    private static String knobs(KeptRun run) {
        var words = new ArrayList<String>();
        run.knobs().stream().filter(KnobValue::telling).forEach(it -> words.add(it.label() + " " + it.value()));
        if (run.cores() > 0) {
            words.add(Messages.text("runs.cores", run.cores()));
        }
        return String.join(" · ", words);
    }

    /// All that a list knows of a run, a line for each thing.
    public static List<String> lines(KeptRun run, RunLabel label) {
        var lines = new ArrayList<String>();
        lines.add(label.name());
        if (!run.marks().name().isEmpty()) {
            lines.add(run.title());
        }
        lines.add(run.result()
                .map(it -> Messages.text("runs.tip.result", label.result(), Figures.duration(it.elapsed())))
                .orElse(label.result()));
        run.knobs().forEach(it -> lines.add(Messages.text("runs.tip.knob", it.label(), it.value())));
        if (run.cores() > 0) {
            lines.add(Messages.text("runs.cores", run.cores()));
        }
        lines.add(
                run.place() == KeptRun.Place.STORE
                        ? Messages.text("runs.tip.at", label.exactly(), Figures.bytes(run.bytes()))
                        : label.exactly());
        if (run.place() == KeptRun.Place.ELSEWHERE) {
            lines.add(run.directory().toString());
        }
        if (run.marks().pinned()) {
            lines.add(Messages.text("runs.tip.pinned"));
        }
        if (!label.note().isEmpty()) {
            lines.add(label.note());
        }
        return lines;
    }
}
