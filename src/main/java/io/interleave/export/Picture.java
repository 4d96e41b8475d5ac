package io.interleave.export;

import java.util.Locale;
import java.util.Optional;

/// A picture of a run, or of a part of it, as it is asked for.
///
/// @param width in pixels, at least 200
/// @param height in pixels, at least 100
/// @param from where it begins, in nanoseconds from the run's beginning
/// @param to where it ends, after `from`; `Long.MAX_VALUE` for the end of the run
public record Picture(Kind kind, int width, int height, boolean dark, long from, long to) {

    /// The least that shows anything.
    public static final int SMALLEST_WIDTH = 200;

    public static final int SMALLEST_HEIGHT = 100;

    /// The most in either direction.
    public static final int LARGEST = 16_000;

    /// The formats of pictures.
    public enum Kind {
        /// Pixels.
        PNG,
        /// Shapes, and text as text.
        SVG;

        /// As a person types it, and how the names of such files end.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> of(String word) {
            for (var kind : values()) {
                if (kind.word().equals(word)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    public Picture {
        if (width < SMALLEST_WIDTH || height < SMALLEST_HEIGHT) {
            throw new IllegalArgumentException("a picture of " + width + " by " + height + " pixels shows nothing");
        }
        if (from >= to) {
            throw new IllegalArgumentException("a picture from " + from + " to " + to + " shows nothing");
        }
    }

    /// Of a whole run.
    public static Picture ofRun(Kind kind, int width, int height, boolean dark) {
        return new Picture(kind, width, height, dark, 0, Long.MAX_VALUE);
    }

    public boolean isWhole() {
        return from == 0 && to == Long.MAX_VALUE;
    }
}
