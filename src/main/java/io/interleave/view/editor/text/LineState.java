package io.interleave.view.editor.text;

/// What the lines before say about how a line is to be read. Small and comparable, so that after an edit only the
/// lines are read again whose state it changed.
///
/// @param section which part of the scenario this is in
/// @param names how deep the names of the section stand; -1 while none has come
/// @param block how deep the key stands whose text goes on over several lines; -1 outside of one
/// @param quote the quote that is still open; 0 where none is
/// @param flow how many braces and brackets are open
/// @param named whether the thing that was named last has not said yet what it is
record LineState(Section section, int names, int block, char quote, int flow, boolean named) {

    enum Section {
        NONE,
        KNOBS,
        RESOURCES,
        UNITS,
        EXPECT;

        static Section of(String key) {
            return switch (key) {
                case "knobs" -> KNOBS;
                case "resources" -> RESOURCES;
                case "units" -> UNITS;
                case "expect" -> EXPECT;
                default -> NONE;
            };
        }
    }

    static final LineState BEGINNING = new LineState(Section.NONE, -1, -1, (char) 0, 0, false);
}
