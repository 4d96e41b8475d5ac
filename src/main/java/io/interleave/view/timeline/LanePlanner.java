package io.interleave.view.timeline;

import io.interleave.analysis.Finding;
import io.interleave.analysis.Lane;
import io.interleave.analysis.Spans;
import io.interleave.analysis.State;
import io.interleave.view.fx.Figures;
import io.interleave.view.timeline.FramePlan.LanePlan;
import io.interleave.view.timeline.FramePlan.SpanText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decides what one lane shows. Keeps its buffers.
final class LanePlanner {

    /// The height of a lane's body, in ems, from which there is room for a note under its name.
    private static final double NOTE_UNDER = 2;

    private final CensusPlanner censuses = new CensusPlanner();
    private final TextRuler ruler;
    private boolean merged;
    private boolean done;

    LanePlanner(TextRuler ruler) {
        this.ruler = ruler;
    }

    /// A new picture begins.
    void begin() {
        censuses.begin();
        merged = false;
        done = false;
    }

    /// Whether a piece of a lane of the picture stands for several spans.
    boolean merged() {
        return merged;
    }

    /// Whether the end of a unit is in the picture.
    boolean done() {
        return done;
    }

    /// @param planned what it shows of its spans
    LanePlan plan(Source source, Lane lane, Strip planned, LaneLayout.Row row, int y, Look look, Areas areas) {
        Metrics metrics = look.metrics();
        Spans spans = lane.spans();
        int width = areas.plot().width();
        boolean unit = lane.kind() == Lane.Kind.UNIT || lane.kind() == Lane.Kind.CHILD;
        Strip strip = strip(source, lane, planned, look, width);
        Note note = note(source, lane, row, look);
        boolean under = row.bodyHeight() >= metrics.px(NOTE_UNDER) && LaneStacker.isCurve(lane.kind());
        double taken = metrics.margin() * 2 + (unit ? metrics.px(1.4) : 0) + metrics.px(indent(row));
        double room = areas.names().width() - taken;
        double beside = under || note.text().isEmpty() ? 0 : ruler.width(note.text(), Face.SMALL) + metrics.px(0.6);
        double wanted = ruler.width(lane.name(), face(lane.kind()));
        if (LaneStacker.isCurve(lane.kind()) && wanted + beside > room) {
            note = Note.NONE;
            beside = 0;
        }
        StepLine line = line(source, lane, look, width);
        String most = look.until() < source.now() ? "" : most(source, lane, line, note);
        double space = under ? room : room - wanted - metrics.px(0.6);
        double wide = most.isEmpty() ? Double.MAX_VALUE : ruler.width(most, Face.SMALL);
        if (wide <= space) {
            note = new Note(most, false);
            beside = under ? 0 : wide + metrics.px(0.6);
        }
        String name = ruler.fitted(lane.name(), face(lane.kind()), room - beside);
        return new LanePlan(
                row,
                lane,
                y,
                strip,
                line,
                others(lane, look, width),
                lane.kind() == Lane.Kind.LEVEL
                        && source.resourceWord(lane.subject()).equals("pool"),
                texts(source, lane, row, strip, look, width),
                name,
                note.text(),
                under,
                note.warns(),
                unit ? Ink.ofUnit(lane.subject()) : -1,
                unit ? doneX(source, spans, look, width) : -1);
    }

    static Face face(Lane.Kind kind) {
        return switch (kind) {
            case CORE, GROUP, UNIT -> Face.BOLD;
            case CHILD, CARRIER, LOCK, LEVEL, VARIABLE -> Face.NORMAL;
        };
    }

    /// How far to the right a lane's name stands, in ems.
    static double indent(LaneLayout.Row row) {
        return (row.depth() + (row.fold().isEmpty() ? 0 : 1)) * 0.9;
    }

    private Strip strip(Source source, Lane lane, Strip planned, Look look, int width) {
        return switch (lane.kind()) {
            case GROUP ->
                lane.census()
                        .map(it -> censuses.plan(it, look.scale(), width, Math.min(source.now(), look.until())))
                        .orElse(Strip.EMPTY);
            case CORE, UNIT, CHILD, CARRIER, LOCK, VARIABLE, LEVEL -> {
                for (int piece = 0; piece < planned.size() && !merged; piece++) {
                    merged = planned.merged(piece);
                }
                yield planned;
            }
        };
    }

    private StepLine line(Source source, Lane lane, Look look, int width) {
        return switch (lane.kind()) {
            case VARIABLE -> line(LaneReading.variable(source, lane.subject(), lane.spans()), lane, look, width);
            case LEVEL -> line(LaneReading.amount(lane.spans()), lane, look, width);
            case CORE, GROUP, UNIT, CHILD, CARRIER, LOCK -> StepLine.EMPTY;
        };
    }

    private StepLine others(Lane lane, Look look, int width) {
        return lane.kind() == Lane.Kind.LEVEL
                ? line(LaneReading.others(lane.spans()), lane, look, width)
                : StepLine.EMPTY;
    }

    private StepLine line(StepLine.Reading reading, Lane lane, Look look, int width) {
        return StepLine.plan(reading, lane.spans(), look.scale(), width, look.until(), ruler);
    }

    private record Note(String text, boolean warns) {
        static final Note NONE = new Note("", false);
    }

    private static Note note(Source source, Lane lane, LaneLayout.Row row, Look look) {
        if (look.until() < source.now() && (lane.kind() == Lane.Kind.VARIABLE || lane.kind() == Lane.Kind.LEVEL)) {
            return new Note(valueAt(source, lane, look.until()), false);
        }
        return switch (lane.kind()) {
            case VARIABLE -> {
                long lost = lost(source, lane.subject());
                yield lost > 0 ? new Note(Words.text("lane.lost", Figures.count(lost)), true) : Note.NONE;
            }
            case LOCK -> {
                Spans spans = lane.spans();
                boolean off = spans.size() > 0 && spans.state(spans.size() - 1) == State.OFF;
                yield off ? new Note(Words.text("lane.off"), false) : Note.NONE;
            }
            case GROUP -> new Note(group(source, lane, row, look), false);
            case LEVEL -> {
                String kind = Words.kind(source.resourceWord(lane.subject()));
                yield kind.equals(lane.name()) ? Note.NONE : new Note(kind, false);
            }
            case CORE, UNIT, CHILD, CARRIER -> Note.NONE;
        };
    }

    /// What the top of the curve of a count stands for: it has no scale of its own. Empty for other lanes.
    private static String most(Source source, Lane lane, StepLine line, Note kind) {
        boolean counts = lane.kind() == Lane.Kind.LEVEL
                && line.highest() > 0
                && !source.resourceWord(lane.subject()).equals("event");
        if (!counts) {
            return "";
        }
        String most = Figures.count((long) line.highest());
        return kind.text().isEmpty() ? Words.text("lane.most", most) : Words.text("lane.most.kind", kind.text(), most);
    }

    private static String group(Source source, Lane lane, LaneLayout.Row row, Look look) {
        if (row.folded() || look.arrangement().whole().contains(lane.group())) {
            return Words.text("lane.group.all", Figures.count(lane.units()));
        }
        long shown = source.lanes().stream()
                .filter(it -> it.kind() == Lane.Kind.UNIT && it.group().equals(lane.group()))
                .count();
        return Words.text("lane.group", Figures.count(shown), Figures.count(lane.units()));
    }

    /// What a lane comes to at the moment that is played.
    private static String valueAt(Source source, Lane lane, long time) {
        Spans spans = lane.spans();
        int span = spans.at(time - 1);
        if (span == Spans.NONE) {
            return "";
        }
        long value = spans.value(span);
        String word = source.resourceWord(lane.subject());
        return lane.kind() == Lane.Kind.VARIABLE
                ? Words.text("lane.value", source.display(lane.subject(), value))
                : Words.level(word, CountWords.amount(word, value));
    }

    private static long lost(Source source, int variable) {
        for (Finding finding : source.findings()) {
            if (finding instanceof Finding.UpdatesLost lost && lost.variable() == variable) {
                return lost.lost();
            }
        }
        return 0;
    }

    private int doneX(Source source, Spans spans, Look look, int width) {
        if (spans.size() == 0 || spans.end(spans.size() - 1) >= source.now()) {
            return -1;
        }
        long end = spans.end(spans.size() - 1);
        double x = look.scale().x(end);
        if (end > look.until() || x < 0 || x > width) {
            return -1;
        }
        done = true;
        return (int) Math.round(x);
    }

    private List<SpanText> texts(Source source, Lane lane, LaneLayout.Row row, Strip strip, Look look, int width) {
        Metrics metrics = look.metrics();
        if (row.bodyHeight() < metrics.px(1) || lane.kind() == Lane.Kind.GROUP) {
            return List.of();
        }
        List<SpanText> texts = new ArrayList<>();
        int pad = metrics.px(0.35);
        for (int piece = 0; piece < strip.size(); piece++) {
            int room = strip.right(piece) - strip.left(piece) - 2 * pad;
            if (strip.merged(piece) || room < metrics.px(1.6)) {
                continue;
            }
            String text = SpanWords.inside(source, lane, strip.first(piece));
            if (ruler.width(text, Face.SMALL) > room) {
                text = SpanWords.brief(source, lane, strip.first(piece));
            }
            boolean mayShorten = room >= metrics.px(4);
            String fitted = mayShorten ? ruler.fitted(text, Face.SMALL, room) : text;
            double taken = ruler.width(fitted, Face.SMALL);
            if (!fitted.isEmpty() && taken <= room) {
                int middle = strip.left(piece) + pad + (int) Math.round((room - taken) / 2);
                texts.add(new SpanText(middle, fitted, strip.ink(piece)));
            }
        }
        beforeItsStart(source, lane, look, width).ifPresent(texts::add);
        return List.copyOf(texts);
    }

    /// Says of a unit that comes later why there is nothing to see of it before.
    private Optional<SpanText> beforeItsStart(Source source, Lane lane, Look look, int width) {
        boolean unit = lane.kind() == Lane.Kind.UNIT;
        long started = lane.spans().size() > 0 ? lane.spans().start(0) : Long.MAX_VALUE;
        long until = Math.min(started, Math.min(source.now(), look.until()));
        double left = Math.max(0, look.scale().x(source.start()));
        double room = Math.min(width, look.scale().x(until)) - left;
        String text = Words.text("lane.not-started");
        double taken = ruler.width(text, Face.SMALL);
        return unit && room > taken + look.metrics().px(2)
                ? Optional.of(new SpanText((int) (left + (room - taken) / 2), text, Ink.of(State.UNKNOWN)))
                : Optional.empty();
    }
}
