package io.interleave.edit;

import io.interleave.model.YamlNode;
import io.interleave.model.YamlTree;
import java.util.ArrayList;
import java.util.Optional;

/// Reads a text, or a part of one, into nodes.
final class Tree {

    private final String text;
    private final int base;

    private Tree(String text, int base) {
        this.text = text;
        this.base = base;
    }

    /// @param base where `text` begins in the whole
    static Optional<Node> read(String text, int base) {
        return YamlTree.parse(text).map(new Tree(text, base)::node);
    }

    private Node node(YamlNode node) {
        return switch (node) {
            case YamlNode.Scalar scalar -> scalar(scalar);
            case YamlNode.Sequence sequence -> sequence(sequence);
            case YamlNode.Mapping mapping -> mapping(mapping);
        };
    }

    private Node.Scalar scalar(YamlNode.Scalar scalar) {
        return new Node.Scalar(
                base + scalar.start(), base + trimmed(scalar.start(), scalar.end()), scalar.text(), scalar.plain());
    }

    private Node.Sequence sequence(YamlNode.Sequence sequence) {
        var items = new ArrayList<Node.Item>(sequence.items().size());
        int at = sequence.start();
        for (var it : sequence.items()) {
            int start = sequence.flow() ? it.start() : dash(at);
            items.add(new Node.Item(base + start, node(it)));
            at = Math.max(start + 1, it.end());
        }
        return new Node.Sequence(
                base + sequence.start(), base + trimmed(sequence.start(), sequence.end()), sequence.flow(), items);
    }

    /// The next dash behind what can stand between two items: blanks, line ends and comments.
    private int dash(int from) {
        int at = from;
        while (text.charAt(at) != '-') {
            if (text.charAt(at) == '#') {
                while (!Lines.isBreak(text.charAt(at))) {
                    at++;
                }
            }
            at++;
        }
        return at;
    }

    private Node.Mapping mapping(YamlNode.Mapping mapping) {
        var entries = new ArrayList<Node.Entry>(mapping.entries().size());
        for (var it : mapping.entries()) {
            entries.add(new Node.Entry(key(it.key()), node(it.value())));
        }
        return new Node.Mapping(
                base + mapping.start(), base + trimmed(mapping.start(), mapping.end()), mapping.flow(), entries);
    }

    /// Keys are looked up at each edit, thousands of them, and most are the same few words: as the same strings they
    /// are found at once.
    private Node.Scalar key(YamlNode.Scalar key) {
        var scalar = scalar(key);
        return new Node.Scalar(scalar.start(), scalar.end(), scalar.text().intern(), scalar.plain());
    }

    private int trimmed(int start, int end) {
        int at = end;
        while (at > start && (Lines.isBreak(text.charAt(at - 1)) || Lines.isBlank(text.charAt(at - 1)))) {
            at--;
        }
        return at;
    }
}
