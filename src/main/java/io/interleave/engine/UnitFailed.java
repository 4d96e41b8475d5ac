package io.interleave.engine;

import static java.util.Objects.requireNonNull;

import io.interleave.model.Place;

/// A unit cannot go on, for a reason that lies in the scenario. Ends the unit and then the run; the message is for
/// a person.
final class UnitFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Place place;

    UnitFailed(Place place, String message) {
        super(message, null, false, false);
        this.place = place;
    }

    Place place() {
        return place;
    }

    @Override
    public String getMessage() {
        return requireNonNull(super.getMessage());
    }
}
