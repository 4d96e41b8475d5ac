package io.interleave.view.timeline;

import io.interleave.analysis.Lane;
import java.util.List;

/// What the lanes of a moment stand for, counted: there may be a hundred thousand.
///
/// @param lanes those of a moment; a run with other lanes has another list
/// @param shared resources, and the threads that coroutines share
record Inventory(List<Lane> lanes, int cores, int units, int shared) {

    static final Inventory NONE = new Inventory(List.of(), 0, 0, 0);

    static Inventory of(List<Lane> lanes) {
        int cores = 0;
        int shared = 0;
        for (Lane lane : lanes) {
            switch (lane.kind()) {
                case CORE -> cores++;
                case CARRIER, LOCK, LEVEL, VARIABLE -> shared++;
                case GROUP, UNIT, CHILD -> {}
            }
        }
        return new Inventory(lanes, cores, RunSummary.units(lanes), shared);
    }
}
