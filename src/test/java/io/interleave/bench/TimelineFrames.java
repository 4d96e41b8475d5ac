package io.interleave.bench;

import io.interleave.view.timeline.FrameBench;

/// Times the frames of a timeline of about a million spans (or as many as its first argument says) on 64 lanes at
/// 1900 × 1000: how long the plan takes (while who records has to wait), how long painting into memory, how long
/// text on an image; for the whole run, for zooms into it, and panning. Prints the median, the best and the 99th
/// percentile; the best says what the work takes where nothing else wants the cores. Run by hand:
///
/// `mvn -Pbench -Dbench.main=io.interleave.bench.TimelineFrames -Dbench=`
public final class TimelineFrames {

    private TimelineFrames() {}

    public static void main(String[] arguments) {
        int spans = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        FrameBench.run(spans);
    }
}
