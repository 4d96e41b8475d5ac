package io.interleave.edit;

import io.interleave.model.Form;
import io.interleave.model.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the slots of a block.
final class Slots {

    /// Of a `let` the local, and what it is given.
    static final String LOCAL = "local";

    static final String VALUE = "value";

    /// What stands alone behind a word, and no key means the same.
    static final String ALONE = "";

    private static final List<Word.Key> OF_THE_SCENARIO =
            List.of(new Word.Key("title", Form.PLAIN, true, ""), new Word.Key("about", Form.PLAIN, false, ""));

    /// Where a slot has its value in the nodes of a block.
    enum Where {
        /// The block is the value.
        ITSELF,
        /// The single value behind the word, which no key stands for.
        BEHIND_WORD,
        /// A key of the mapping behind the word, or the single value there that stands for it.
        INSIDE,
        /// A key beside the word.
        BESIDE,
        /// One of the sides of the assignment behind the word.
        ASSIGNED
    }

    /// @param node the value; nothing where the key is absent
    record Placed(Slot slot, Where where, Optional<Node> node) {}

    private final BlockSource block;
    private final List<Placed> found = new ArrayList<>();

    Slots(BlockSource block) {
        this.block = block;
    }

    List<Placed> all() {
        if (block.kind() == Block.Kind.EXPECTATION) {
            add(new Word.Key(ALONE, Form.CONDITION, true, ""), true, Where.ITSELF, block.node());
            return List.copyOf(found);
        }
        if (block.kind() == Block.Kind.PRESET) {
            block.entries().forEach(it -> add(ofKnob(it.key().text()), true, Where.BESIDE, Optional.of(it.value())));
            return List.copyOf(found);
        }
        var word = block.vocabulary();
        word.ifPresent(it -> {
            it.alone().ifPresent(form -> alone(it, form));
            it.keys().forEach(key -> add(key, true, Where.INSIDE, inside(it, key.name())));
        });
        var beside = block.kind() == Block.Kind.SCENARIO
                ? OF_THE_SCENARIO
                : word.map(Word::beside).orElse(List.of());
        beside.stream()
                .filter(it -> it.form().kind() != Form.Kind.STEPS)
                .forEach(
                        it -> add(it, true, Where.BESIDE, block.entry(it.name()).map(Node.Entry::value)));
        if (block.kind() != Block.Kind.SCENARIO) {
            unknown(word, beside);
        }
        return List.copyOf(found);
    }

    /// A preset has a value for any knob.
    static Placed absent(BlockSource preset, String knob) {
        var key = ofKnob(knob);
        var slot = new Slot(knob, key.form(), false, true, "", new Slot.Absent(), preset.start(), preset.start());
        return new Placed(slot, Where.BESIDE, Optional.empty());
    }

    private static Word.Key ofKnob(String name) {
        return new Word.Key(name, Form.PLAIN, false, "");
    }

    private void alone(Word word, Form form) {
        var value = block.wordEntry().map(Node.Entry::value);
        if (form.kind() == Form.Kind.ASSIGNMENT) {
            var first = value.filter(Node.Mapping.class::isInstance).stream()
                    .flatMap(it -> ((Node.Mapping) it).entries().stream())
                    .findFirst();
            add(new Word.Key(LOCAL, Form.LOCAL, true, ""), true, Where.ASSIGNED, first.map(Node.Entry::key));
            add(new Word.Key(VALUE, Form.VALUE, true, ""), true, Where.ASSIGNED, first.map(Node.Entry::value));
        } else if (form.kind() != Form.Kind.NOTHING && word.standsFor().isEmpty()) {
            boolean keyed = !word.keys().isEmpty() && value.orElse(null) instanceof Node.Mapping;
            var key = new Word.Key(ALONE, form, word.keys().isEmpty(), "");
            add(key, true, Where.BEHIND_WORD, keyed ? Optional.empty() : value);
        }
    }

    /// The value of a key of the mapping behind the word, or the single value that stands for it.
    private Optional<Node> inside(Word word, String key) {
        return block.wordEntry()
                .map(Node.Entry::value)
                .flatMap(value -> value instanceof Node.Mapping mapping
                        ? BlockSource.find(mapping.entries(), key).map(Node.Entry::value)
                        : Optional.of(value).filter(_ -> word.standsFor().equals(key)));
    }

    private void unknown(Optional<Word> word, List<Word.Key> beside) {
        if (word.isPresent() && block.wordEntry().orElseThrow().value() instanceof Node.Mapping mapping) {
            boolean isAssignment = word.get()
                    .alone()
                    .filter(it -> it.kind() == Form.Kind.ASSIGNMENT)
                    .isPresent();
            if (!isAssignment) {
                unknown(mapping.entries(), word.get().keys(), Where.INSIDE, "");
            }
        }
        unknown(block.entries(), beside, Where.BESIDE, block.vocabulary().isPresent() ? block.word() : "");
    }

    private void unknown(List<Node.Entry> entries, List<Word.Key> known, Where where, String word) {
        for (var it : entries) {
            String key = it.key().text();
            boolean isBody = block.vocabulary().isEmpty() && Outliner.isSteps(it);
            if (!key.equals(word)
                    && !isBody
                    && known.stream().noneMatch(k -> k.name().equals(key))) {
                add(new Word.Key(key, Form.PLAIN, false, ""), false, where, Optional.of(it.value()));
            }
        }
    }

    private void add(Word.Key key, boolean known, Where where, Optional<Node> value) {
        var content = value.map(it -> content(key.form(), it)).orElse(new Slot.Absent());
        int start = value.map(Node::start).orElseGet(() -> block.start());
        int end = value.map(Node::end).orElse(start);
        var slot = new Slot(key.name(), key.form(), key.required(), known, key.meaning(), content, start, end);
        found.add(new Placed(slot, where, value));
    }

    private Slot.Content content(Form form, Node value) {
        return switch (value) {
            case Node.Scalar scalar when scalar.isMissing() -> new Slot.Absent();
            case Node.Scalar scalar when takesOne(form) -> new Slot.Single(scalar.text(), !scalar.plain());
            case Node.Sequence(var _, var _, var _, var items)
            when takesMany(form) && items.stream().allMatch(it -> it.value() instanceof Node.Scalar) ->
                new Slot.Several(items.stream()
                        .map(it -> ((Node.Scalar) it.value()).text())
                        .toList());
            case Node.Mapping(var _, var _, var _, var entries)
            when form.kind() == Form.Kind.ENTRIES
                    && entries.stream().allMatch(it -> it.value() instanceof Node.Scalar) ->
                new Slot.Entries(entries.stream()
                        .map(it -> Map.entry(it.key().text(), ((Node.Scalar) it.value()).text()))
                        .toList());
            case Node _ -> new Slot.Misplaced(block.text().substring(value.start(), value.end()));
        };
    }

    static boolean takesOne(Form form) {
        return switch (form.kind()) {
            case EXPRESSION, LITERAL, LOCAL, NAME, NAMES, TEXT, PLAIN, CHOICE, SWITCH -> true;
            case TEXTS, ENTRIES, PLAINS, STEPS, ASSIGNMENT, NOTHING -> false;
        };
    }

    static boolean takesMany(Form form) {
        return switch (form.kind()) {
            case NAMES, TEXTS, PLAINS -> true;
            case EXPRESSION, LITERAL, LOCAL, NAME, TEXT, PLAIN, CHOICE, SWITCH, ENTRIES, STEPS, ASSIGNMENT, NOTHING ->
                false;
        };
    }
}
