package io.interleave.view.timeline;

import org.jspecify.annotations.Nullable;

/// What someone has chosen in the picture. Times are nanoseconds of the run's clock.
public sealed interface Selection {

    Selection NONE = new Nothing();

    record Nothing() implements Selection {}

    /// A stretch of time, on all lanes.
    ///
    /// @param to after `from`
    record Range(long from, long to) implements Selection {}

    /// One span of a lane.
    ///
    /// @param span its place among the lane's spans
    record OfSpan(LaneKey lane, int span, long from, long to) implements Selection {}

    record OfLane(LaneKey lane) implements Selection {}

    /// Whether it has a beginning and an end.
    default boolean hasTime() {
        return switch (this) {
            case Nothing _, OfLane _ -> false;
            case Range _, OfSpan _ -> true;
        };
    }

    /// The lane that is selected, or of which a span is; null if none.
    default @Nullable LaneKey lane() {
        return switch (this) {
            case Nothing _, Range _ -> null;
            case OfSpan(var lane, int _, long _, long _) -> lane;
            case OfLane(var lane) -> lane;
        };
    }

    default long from() {
        return switch (this) {
            case Nothing _, OfLane _ -> 0;
            case Range(long from, long _) -> from;
            case OfSpan(var _, int _, long from, long _) -> from;
        };
    }

    default long to() {
        return switch (this) {
            case Nothing _, OfLane _ -> 0;
            case Range(long _, long to) -> to;
            case OfSpan(var _, int _, long _, long to) -> to;
        };
    }
}
