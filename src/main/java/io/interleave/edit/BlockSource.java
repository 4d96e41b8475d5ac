package io.interleave.edit;

import io.interleave.model.Vocabulary;
import io.interleave.model.Word;
import java.util.List;
import java.util.Optional;

/// The part of the text that a block is read from.
final class BlockSource {

    private final String text;
    private final Block.Kind kind;
    private final Optional<Node.Scalar> name;
    private final Optional<Node> node;
    private final int start;
    private final Optional<Word> vocabulary;
    private final String word;

    /// Found out when first asked for: of most blocks nobody does.
    private volatile Optional<List<Slots.Placed>> slots = Optional.empty();

    /// @param node what the block is; nothing where there is no text at all
    BlockSource(String text, Block.Kind kind, int start, Optional<Node.Scalar> name, Optional<Node> node) {
        this.text = text;
        this.kind = kind;
        this.start = start;
        this.name = name;
        this.node = node;
        this.vocabulary = kind == Block.Kind.STEP
                ? step(entries())
                : kind.family()
                        .flatMap(family -> Vocabulary.kind(
                                family,
                                entries().stream().map(it -> it.key().text()).toList()));
        this.word = vocabulary.isPresent()
                ? vocabulary.get().word()
                : kind == Block.Kind.SCENARIO
                                || kind == Block.Kind.PRESET
                                || entries().isEmpty()
                        ? ""
                        : entries().getFirst().key().text();
    }

    private static Optional<Word> step(List<Node.Entry> entries) {
        for (var it : entries) {
            var word = Vocabulary.find(Word.Family.STEP, it.key().text());
            if (word.isPresent()) {
                return word;
            }
        }
        return Optional.empty();
    }

    String text() {
        return text;
    }

    Block.Kind kind() {
        return kind;
    }

    Optional<Node.Scalar> name() {
        return name;
    }

    Optional<Node> node() {
        return node;
    }

    Optional<Node.Mapping> mapping() {
        return node.filter(Node.Mapping.class::isInstance).map(Node.Mapping.class::cast);
    }

    List<Node.Entry> entries() {
        return node.orElse(null) instanceof Node.Mapping mapping ? mapping.entries() : List.of();
    }

    Optional<Node.Entry> entry(String key) {
        return find(entries(), key);
    }

    /// All single values in the block.
    List<Node.Scalar> scalars() {
        return node.map(Node::scalars).orElse(List.of());
    }

    /// The word with what stands behind it.
    Optional<Node.Entry> wordEntry() {
        return entry(word);
    }

    static Optional<Node.Entry> find(List<Node.Entry> entries, String key) {
        for (var it : entries) {
            if (it.key().text().equals(key)) {
                return Optional.of(it);
            }
        }
        return Optional.empty();
    }

    Optional<Word> vocabulary() {
        return vocabulary;
    }

    String word() {
        return word;
    }

    int start() {
        return start;
    }

    int end() {
        int named = name.map(Node.Scalar::end).orElse(start);
        return Math.max(named, node.map(Node::end).orElse(start));
    }

    List<Slots.Placed> slots() {
        if (slots.isEmpty()) {
            slots = Optional.of(new Slots(this).all());
        }
        return slots.orElseThrow();
    }
}
