package io.interleave.model;

/// Where something stands in a scenario's text. Lines and columns count from 1, as editors show them; a column
/// counts code points. The end is exclusive: it is the place of the first character behind.
public record Place(int line, int column, int endLine, int endColumn) {

    /// The place of what no file says: a value that the program itself made.
    public static final Place NOWHERE = new Place(0, 0, 0, 0);

    /// From where this begins to where `last` ends.
    Place to(Place last) {
        return new Place(line, column, last.endLine, last.endColumn);
    }

    /// The first character's place, with nothing in it.
    Place start() {
        return new Place(line, column, line, column);
    }
}
