package io.interleave.code;

import io.interleave.model.Place;
import io.interleave.model.Remarks;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The comments of a scenario as they are carried into one program: each once, to what comes from its line first.
final class Carried {

    private final Remarks remarks;
    private final Set<Integer> lines = new HashSet<>();

    Carried(Remarks remarks) {
        this.remarks = remarks;
    }

    static Carried nothing() {
        return new Carried(Remarks.NONE);
    }

    List<String> at(Place place) {
        return lines.add(place.line()) ? remarks.of(place.line()) : List.of();
    }
}
