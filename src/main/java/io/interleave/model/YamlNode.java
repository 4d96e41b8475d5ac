package io.interleave.model;

import java.util.List;

/// A scenario's text as a tree, before anything is known about what it means. Positions are in `char`s.
public sealed interface YamlNode {

    Place place();

    int start();

    /// Exclusive. Of what is shown by indentation, the end of the last value in it.
    int end();

    /// What a message calls a node of this kind.
    default String words() {
        return switch (this) {
            case Scalar scalar when scalar.isMissing() -> "nothing";
            case Scalar _ -> "a single value";
            case Sequence _ -> "a list";
            case Mapping _ -> "a mapping";
        };
    }

    /// A single value.
    ///
    /// @param text what it says, unquoted
    /// @param plain written without quotes
    /// @param source as the file has it, quotes included
    /// @param start where `source` begins in the text, in `char`s
    record Scalar(Place place, String text, boolean plain, String source, int start) implements YamlNode {

        public boolean isMissing() {
            return plain && text.isEmpty();
        }

        @Override
        public int end() {
            return start + source.length();
        }

        /// The text as a message quotes it: the beginning of a long one, and nothing that would break the line.
        String shown() {
            return Names.shown(text);
        }

        /// Where the characters of `text` stand in the file. Exact if the value is on one line; otherwise the place
        /// of the whole.
        ExprLexer.Places places() {
            var columns = place.line() == place.endLine() ? QuotedText.columns(this) : new int[0];
            return columns.length == text.length() + 1
                    ? (from, to) -> new Place(place.line(), columns[from], place.line(), columns[to])
                    : (_, _) -> place;
        }
    }

    /// @param start of its first item, or of its bracket
    /// @param flow written in brackets
    record Sequence(Place place, int start, int end, boolean flow, List<YamlNode> items) implements YamlNode {}

    /// @param start of its first key, or of its brace
    /// @param flow written in braces, or as a single pair in a list in brackets
    record Mapping(Place place, int start, int end, boolean flow, List<Entry> entries) implements YamlNode {}

    record Entry(Scalar key, YamlNode value) {

        Place place() {
            return key.place().to(value.place());
        }
    }
}
