package io.interleave.analysis;

/// The units of one group in order of creation, also those that have no lane among {@link Timeline#lanes}: a
/// view of them that grows with the group. To be asked within {@link Timeline#look}.
public final class GroupUnits {

    private final Group group;

    GroupUnits(Group group) {
        this.group = group;
    }

    public String name() {
        return group.name;
    }

    public UnitKind kind() {
        return group.kind;
    }

    public int size() {
        return group.size();
    }

    /// The id of the unit at a place, from 0.
    public int unit(int place) {
        return group.units().get(place).id;
    }

    /// The place of a unit, or {@link Spans#NONE} where it is none of these.
    public int placeOf(int unit) {
        return group.placeOf(unit);
    }
}
