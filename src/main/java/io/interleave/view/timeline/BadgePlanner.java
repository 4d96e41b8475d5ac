package io.interleave.view.timeline;

import io.interleave.trace.Definition;
import io.interleave.view.fx.Figures;
import io.interleave.view.timeline.FramePlan.Badge;
import io.interleave.view.timeline.FramePlan.Tone;
import java.util.ArrayList;
import java.util.List;

/// What is said above the lanes about how well they are known, and what is not shown.
final class BadgePlanner {

    private BadgePlanner() {}

    static List<Badge> badges(Source source, Look look) {
        List<Badge> badges = new ArrayList<>();
        badges.add(source.cores().map(BadgePlanner::badge).orElse(new Badge(Words.text("badge.none"), Tone.PLAIN)));
        if (source.switchesLost() > 0) {
            badges.add(new Badge(Words.text("badge.switches", Figures.count(source.switchesLost())), Tone.WARNING));
        }
        if (source.eventsNotKept() > 0) {
            badges.add(new Badge(Words.text("badge.events", Figures.count(source.eventsNotKept())), Tone.WARNING));
        }
        if (look.frozen()) {
            badges.add(new Badge(Words.text(source.ended() ? "badge.frozen.ended" : "badge.frozen"), Tone.PLAIN));
        }
        int hidden = look.arrangement().hidden().size();
        if (hidden > 0) {
            badges.add(new Badge(
                    hidden == 1 ? Words.text("badge.hidden.one") : Words.text("badge.hidden", Figures.count(hidden)),
                    Tone.PLAIN));
        }
        return List.copyOf(badges);
    }

    private static Badge badge(Definition.Cores cores) {
        String plain = cores.reason().isEmpty() ? ".plain" : "";
        return switch (cores.source()) {
            case EXACT -> new Badge(Words.text("badge.exact"), Tone.GOOD);
            case SAMPLED -> new Badge(Words.text("badge.sampled" + plain, cores.reason()), Tone.WARNING);
            case ESTIMATED -> new Badge(Words.text("badge.estimated" + plain, cores.reason()), Tone.WARNING);
        };
    }
}
