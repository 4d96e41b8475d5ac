package io.interleave.view.timeline;

import java.util.List;
import java.util.Optional;

/// The flags of marks above the lanes.
final class Flags {

    private Flags() {}

    /// The mark whose flag is at a place.
    ///
    /// @param start of the run
    static Optional<Note> at(FramePlan plan, List<Note> notes, long start, TextRuler ruler, double x, double y) {
        Area axis = plan.areas().axis();
        double height = plan.look().metrics().px(1.3);
        if (!axis.contains(x, y) || y < axis.bottom() - height) {
            return Optional.empty();
        }
        return notes.stream()
                .filter(note -> {
                    double left = axis.x() + plan.look().scale().x(start + note.time());
                    double width = Math.max(height, ruler.width(note.text(), Face.SMALL_BOLD) + height / 2);
                    return x >= left - 2 && x <= left + width;
                })
                .findFirst();
    }
}
