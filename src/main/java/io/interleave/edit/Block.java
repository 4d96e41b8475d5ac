package io.interleave.edit;

import io.interleave.model.Word;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A part of a scenario that is moved and edited as one: a step, a knob, a preset, a resource, a group of units,
/// an expectation, and the scenario itself, which holds all others.
public final class Block {

    public enum Kind {
        SCENARIO,
        KNOB,
        PRESET,
        RESOURCE,
        UNIT,
        STEP,
        EXPECTATION;

        /// Whether such blocks have names.
        public boolean isNamed() {
            return this == PRESET || isDeclared();
        }

        /// Whether the names of such blocks can be used in others, so that none of them is there twice.
        boolean isDeclared() {
            return family().isPresent() && this != STEP;
        }

        Optional<Word.Family> family() {
            return switch (this) {
                case KNOB -> Optional.of(Word.Family.KNOB);
                case RESOURCE -> Optional.of(Word.Family.RESOURCE);
                case UNIT -> Optional.of(Word.Family.UNIT);
                case STEP -> Optional.of(Word.Family.STEP);
                case SCENARIO, PRESET, EXPECTATION -> Optional.empty();
            };
        }
    }

    private final int id;
    private final Kind kind;
    private final Optional<Body> home;
    private final int index;
    private final BlockSource source;
    private final List<Body> bodies;

    Block(int id, Kind kind, Optional<Body> home, int index, BlockSource source, Bodies make) {
        this.id = id;
        this.kind = kind;
        this.home = home;
        this.index = index;
        this.source = source;
        this.bodies = make.of(this);
    }

    /// Makes the bodies of a block.
    interface Bodies {
        List<Body> of(Block block);
    }

    /// Tells the block from all others of its script, and stays the same over all edits, be they of the block
    /// itself, of others, or of the text.
    public int id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    /// What it is called; empty for what has no name.
    public String name() {
        return source.name().map(Node.Scalar::text).orElse("");
    }

    /// The word that says which step, or what kind of knob, resource or unit it is; where there is none that the
    /// language knows the first key, and an empty text where there is not even that.
    public String word() {
        return source.word();
    }

    /// What the language knows of the word; nothing if it knows no such word.
    public Optional<Word> vocabulary() {
        return source.vocabulary();
    }

    /// What it has, and what it may have, in the order of the vocabulary; then what the vocabulary knows nothing
    /// of. Bodies are not among them.
    public List<Slot> slots() {
        return source.slots().stream().map(Slots.Placed::slot).toList();
    }

    public Optional<Slot> slot(String key) {
        return slots().stream().filter(it -> it.key().equals(key)).findFirst();
    }

    /// The bodies that it has and that it may have.
    public List<Body> bodies() {
        return bodies;
    }

    public Optional<Body> body(String key) {
        return bodies.stream().filter(it -> it.key().equals(key)).findFirst();
    }

    /// The body that this is in. The scenario itself is in none.
    ///
    /// @throws IllegalStateException of the scenario
    public Body home() {
        return home.orElseThrow(() -> new IllegalStateException("the scenario is in no body"));
    }

    /// The block that this is in; nothing of the scenario itself.
    public Optional<Block> parent() {
        return home.map(Body::owner);
    }

    /// Its number among the blocks of its body, from 0.
    public int index() {
        return index;
    }

    /// Where it begins in the text, without its comments: at its dash or its name.
    public int start() {
        return source.start();
    }

    /// Behind its last character.
    public int end() {
        return source.end();
    }

    /// Whether this is `other` or stands within it.
    public boolean isWithin(Block other) {
        return id == other.id || parent().filter(it -> it.isWithin(other)).isPresent();
    }

    /// This and all blocks within it, in the order of the text.
    public Stream<Block> all() {
        return Stream.concat(
                Stream.of(this),
                bodies.stream().flatMap(it -> it.blocks().stream()).flatMap(Block::all));
    }

    BlockSource source() {
        return source;
    }

    @Override
    public String toString() {
        return "%s #%d %s %s".formatted(kind, id, name(), word()).strip();
    }
}
