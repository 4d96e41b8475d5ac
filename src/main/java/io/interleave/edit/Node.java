package io.interleave.edit;

import java.util.ArrayList;
import java.util.List;

/// A part of the text as YAML sees it, with its place in `char`s. What stands between the parts, such as
/// comments, is found by looking at the text itself.
sealed interface Node {

    int start();

    /// Behind the last character that is neither blank nor a line's end.
    int end();

    /// The same part of a text in which it stands so many characters later.
    Node shifted(int by);

    /// The single values in this, but for keys.
    default List<Scalar> scalars() {
        return switch (this) {
            case Scalar scalar -> List.of(scalar);
            case Sequence sequence ->
                sequence.items().stream()
                        .flatMap(it -> it.value().scalars().stream())
                        .toList();
            case Mapping mapping ->
                mapping.entries().stream()
                        .flatMap(it -> it.value().scalars().stream())
                        .toList();
        };
    }

    /// @param plain written without quotes
    record Scalar(int start, int end, String text, boolean plain) implements Node {

        boolean isMissing() {
            return plain && text.isEmpty();
        }

        @Override
        public Scalar shifted(int by) {
            return new Scalar(start + by, end + by, text, plain);
        }
    }

    /// @param flow in brackets
    record Sequence(int start, int end, boolean flow, List<Item> items) implements Node {

        @Override
        public Sequence shifted(int by) {
            var shifted = new ArrayList<Item>(items.size());
            for (var it : items) {
                shifted.add(it.shifted(by));
            }
            return new Sequence(start + by, end + by, flow, shifted);
        }
    }

    /// @param flow in braces, or a single pair in a list in brackets
    record Mapping(int start, int end, boolean flow, List<Entry> entries) implements Node {

        @Override
        public Mapping shifted(int by) {
            var shifted = new ArrayList<Entry>(entries.size());
            for (var it : entries) {
                shifted.add(it.shifted(by));
            }
            return new Mapping(start + by, end + by, flow, shifted);
        }
    }

    /// @param start of its dash; in brackets of the value
    record Item(int start, Node value) {

        Item shifted(int by) {
            return by == 0 ? this : new Item(start + by, value.shifted(by));
        }
    }

    record Entry(Scalar key, Node value) {

        int start() {
            return key.start;
        }

        int end() {
            return Math.max(key.end, value.end());
        }

        Entry shifted(int by) {
            return by == 0 ? this : new Entry(key.shifted(by), value.shifted(by));
        }
    }
}
