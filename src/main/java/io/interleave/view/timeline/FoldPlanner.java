package io.interleave.view.timeline;

import java.util.Arrays;
import java.util.List;

/// What several lanes come to together: for each pixel column how large a part of them is in which ink. Keeps
/// its buffers.
final class FoldPlanner {

    private final Strip.Builder out = new Strip.Builder();
    private long[] sums = new long[0];

    /// Another picture begins: the strips of the one before the last are no more.
    void begin() {
        out.begin();
    }

    /// @param lanes what each of them shows; those that show nothing at a place count as doing nothing
    Strip plan(List<Strip> lanes, int width) {
        if (sums.length < width * Ink.COUNT) {
            sums = new long[width * Ink.COUNT];
        }
        Arrays.fill(sums, 0, width * Ink.COUNT, 0);
        for (Strip lane : lanes) {
            for (int piece = 0; piece < lane.size(); piece++) {
                add(lane, piece, width);
            }
        }
        for (int column = 0; column < width; column++) {
            column(column, lanes.size());
        }
        return out.build();
    }

    private void add(Strip lane, int piece, int width) {
        int from = Math.max(0, lane.left(piece));
        int to = Math.min(width, lane.right(piece));
        for (int column = from; column < to; column++) {
            if (lane.firstSlice(piece) == lane.lastSlice(piece)) {
                sums[column * Ink.COUNT + lane.ink(piece)] += Strip.WHOLE;
            }
            for (int slice = lane.firstSlice(piece); slice < lane.lastSlice(piece); slice++) {
                sums[column * Ink.COUNT + lane.sliceInk(slice)] += lane.sliceShare(slice);
            }
        }
    }

    /// What is there at all has a share.
    private void column(int column, int lanes) {
        int most = -1;
        for (int ink = 0; ink < Ink.COUNT; ink++) {
            long sum = sums[column * Ink.COUNT + ink];
            if (sum > 0 && (most < 0 || sum > sums[column * Ink.COUNT + most])) {
                most = ink;
            }
        }
        if (most < 0) {
            return;
        }
        out.piece(column, column + 1, column, 2, most);
        for (int ink = 0; ink < Ink.COUNT; ink++) {
            long sum = sums[column * Ink.COUNT + ink];
            if (sum > 0) {
                out.slice(ink, (int) Math.clamp((sum + lanes / 2) / lanes, 1, Strip.WHOLE));
            }
        }
    }
}
