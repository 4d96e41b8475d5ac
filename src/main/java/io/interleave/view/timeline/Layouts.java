package io.interleave.view.timeline;

import io.interleave.analysis.Lane;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps the layout of the lanes while nothing changes that it depends on: there may be a hundred thousand.
final class Layouts {

    private @Nullable Cause cause;
    private @Nullable LaneLayout layout;

    /// What a layout depends on. The lanes are those of a moment: a run with other lanes has another list.
    ///
    /// @param flat on how many lanes nothing has happened; which ones follows, since what has changed stays so
    private record Cause(
            List<Lane> lanes,
            Arrangement arrangement,
            Metrics metrics,
            int room,
            boolean conflicts,
            long flat,
            Surroundings surroundings) {

        boolean is(Cause other) {
            return lanes == other.lanes
                    && arrangement == other.arrangement
                    && metrics.equals(other.metrics)
                    && room == other.room
                    && conflicts == other.conflicts
                    && flat == other.flat
                    && surroundings == other.surroundings;
        }
    }

    LaneLayout of(Source source, Look look, int room) {
        boolean conflicts = source.lostUpdates().size() > 0;
        long flat = source.lanes().stream().filter(LaneStacker::isFlat).count();
        var now = new Cause(
                source.lanes(), look.arrangement(), look.metrics(), room, conflicts, flat, look.surroundings());
        var before = cause;
        var made = layout;
        if (before == null || made == null || !now.is(before)) {
            var sections = Sections.of(source, look.arrangement());
            made = stack(now, sections, true);
            if (made.height() + made.pinnedHeight() > room) {
                // Headings that make lanes scroll that need not are not worth their room.
                var without = stack(now, sections, false);
                made = without.height() + without.pinnedHeight() > room ? made : without;
            }
            cause = now;
            layout = made;
        }
        return made;
    }

    private static LaneLayout stack(Cause of, List<Section> sections, boolean headings) {
        return new LaneStacker(
                        of.lanes(),
                        sections,
                        of.arrangement(),
                        of.metrics(),
                        of.room(),
                        of.conflicts(),
                        of.surroundings() == Surroundings.OF_PICTURE ? LaneLayout.SMALLEST / 2 : LaneLayout.SMALLEST,
                        headings)
                .stack();
    }
}
