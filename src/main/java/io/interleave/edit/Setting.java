package io.interleave.edit;

import io.interleave.model.Form;
import io.interleave.model.ScenarioReader;
import io.interleave.model.Word;
import io.interleave.model.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Gives slots of a block their values.
final class Setting {

    private final Block block;
    private final BlockSource source;
    private final Lines lines;
    private final String text;
    private final Keys keys;
    private final Defaults defaults;
    private final List<String> knobs;

    Setting(Outline outline, Block block) {
        this.block = block;
        this.source = block.source();
        this.lines = outline.lines();
        this.text = outline.text();
        this.keys = new Keys(lines);
        this.defaults = new Defaults(outline);
        this.knobs = outline.section("knobs").blocks().stream().map(Block::name).toList();
    }

    List<Replacement> set(String key, Slot.Content content) {
        var placed = source.slots().stream()
                .filter(it -> it.slot().key().equals(key))
                .findFirst()
                .or(() -> Optional.of(Slots.absent(source, key)).filter(_ -> isOfPreset(key)))
                .orElseThrow(() -> Refusal.of("no.slot", block.word(), key));
        if (placed.slot().content().equals(content)) {
            return List.of();
        }
        if (!fits(placed.slot().form(), content)) {
            throw Refusal.of("no.value", key);
        }
        return switch (content) {
            case Slot.Absent _, Slot.Misplaced _ -> clear(placed);
            case Slot.Several(var texts) when texts.isEmpty() -> clear(placed);
            case Slot.Entries(var entries) when entries.isEmpty() -> clear(placed);
            case Slot.Single single -> List.of(single(placed, single));
            case Slot.Several several -> several(placed, several);
            case Slot.Entries entries -> List.of(put(placed, Written.entries(entries)));
        };
    }

    private boolean isOfPreset(String key) {
        return block.kind() == Block.Kind.PRESET && knobs.contains(key);
    }

    private static boolean fits(Form form, Slot.Content content) {
        return switch (content) {
            case Slot.Absent _ -> true;
            case Slot.Single _ -> Slots.takesOne(form);
            case Slot.Several _ -> Slots.takesMany(form);
            case Slot.Entries _ -> form.kind() == Form.Kind.ENTRIES;
            case Slot.Misplaced _ -> false;
        };
    }

    private Replacement single(Slots.Placed placed, Slot.Single value) {
        boolean keepsQuotes = placed.slot().form().kind() != Form.Kind.LITERAL;
        if (keepsQuotes
                && placed.node().orElse(null) instanceof Node.Scalar there
                && isQuotedLine(there, isFlow(placed))) {
            boolean isDouble = text.charAt(there.start()) == '"';
            return replace(there, isDouble ? YamlScalar.doubleQuoted(value.text()) : YamlScalar.quoted(value.text()));
        }
        return put(placed, written(placed, value));
    }

    /// Whether the value has quotes that it could do without: somebody wanted them.
    private boolean isQuotedLine(Node.Scalar value, boolean flow) {
        return !value.plain()
                && isOnOneLine(value)
                && YamlScalar.write(value.text(), flow).equals(value.text());
    }

    private String written(Slots.Placed placed, Slot.Single value) {
        boolean isAbout =
                block.kind() == Block.Kind.SCENARIO && placed.slot().key().equals("about");
        if (value.quoted() && placed.slot().form().kind() == Form.Kind.LITERAL) {
            return YamlScalar.quoted(value.text());
        }
        return isAbout && !isFlow(placed)
                ? Paragraph.write(value.text(), 2)
                : YamlScalar.write(value.text(), isFlow(placed));
    }

    /// Of a list that is there only those items are touched that differ, so that comments in it stay.
    private List<Replacement> several(Slots.Placed placed, Slot.Several value) {
        boolean itemByItem = placed.node().orElse(null) instanceof Node.Sequence sequence
                && placed.slot().content() instanceof Slot.Several
                && !sequence.items().isEmpty();
        return itemByItem
                ? new Items((Node.Sequence) placed.node().orElseThrow(), lines, keys).set(value.texts())
                : List.of(put(placed, Written.list(value.texts())));
    }

    /// Whether the slot's value stands, or will, within brackets or braces.
    private boolean isFlow(Slots.Placed placed) {
        boolean isFlow = source.mapping().filter(Node.Mapping::flow).isPresent()
                || block.parent().isPresent() && Layout.isFlow(block.home());
        return switch (placed.where()) {
            case ITSELF, BEHIND_WORD, BESIDE -> isFlow;
            case ASSIGNED -> isFlow || Layout.isFlow(Optional.of(behindWord()));
            case INSIDE ->
                isFlow
                        || Layout.isFlow(Optional.of(behindWord()))
                        || placed.node().isEmpty() && !(behindWord() instanceof Node.Mapping);
        };
    }

    // What is there is replaced, and what is not put in

    private Replacement put(Slots.Placed placed, String written) {
        var there = placed.node();
        if (there.isPresent()) {
            return fill(there.get(), written);
        }
        return switch (placed.where()) {
            case ITSELF, ASSIGNED -> throw Refusal.of("unusual");
            case BEHIND_WORD -> fill(behindWord(), written);
            case INSIDE -> putInside(placed.slot().key(), written);
            case BESIDE ->
                source.mapping()
                        .map(it -> keys.put(it, placed.slot().key(), written, order()))
                        .orElseGet(() -> firstOf(placed.slot().key(), written));
        };
    }

    /// The first key of something that has none yet.
    private Replacement firstOf(String key, String written) {
        var node = source.node().filter(it -> it instanceof Node.Scalar scalar && scalar.isMissing());
        return fill(node.orElseThrow(() -> Refusal.of("unusual")), "{ %s: %s }".formatted(key, written));
    }

    private List<String> order() {
        return switch (block.kind()) {
            case SCENARIO -> ScenarioReader.KEYS;
            case PRESET -> knobs;
            case KNOB, RESOURCE, UNIT, STEP, EXPECTATION ->
                Stream.concat(Stream.of(block.word()), word().beside().stream().map(Word.Key::name))
                        .toList();
        };
    }

    private Word word() {
        return block.vocabulary().orElseThrow(() -> Refusal.of("unusual"));
    }

    private Node behindWord() {
        return source.wordEntry().orElseThrow(() -> Refusal.of("unusual")).value();
    }

    /// A key of the mapping behind the word. Where a single value stands there, that becomes the key that it
    /// stands for; where it stands for none, it gives way to a mapping with all that such a one needs.
    private Replacement putInside(String key, String written) {
        var value = behindWord();
        if (value instanceof Node.Mapping mapping) {
            return keys.put(
                    mapping,
                    key,
                    written,
                    word().keys().stream().map(Word.Key::name).toList());
        }
        boolean isMissing = value instanceof Node.Scalar scalar && scalar.isMissing();
        String stands = word().standsFor();
        if (isMissing && stands.equals(key)) {
            return fill(value, written);
        }
        var pairs = new ArrayList<String>();
        for (var it : word().keys()) {
            if (it.name().equals(key)) {
                pairs.add(key + ": " + written);
            } else if (it.name().equals(stands) && !isMissing) {
                pairs.add(it.name() + ": " + inOneLine(value));
            } else if (it.required()) {
                pairs.add(it.name() + ": " + defaults.of(it.form(), it.name()));
            }
        }
        return fill(value, pairs.stream().collect(Collectors.joining(", ", "{ ", " }")));
    }

    private String inOneLine(Node value) {
        return value instanceof Node.Scalar scalar && (scalar.plain() || !isOnOneLine(value))
                ? YamlScalar.write(scalar.text(), true)
                : text.substring(value.start(), value.end());
    }

    private boolean isOnOneLine(Node value) {
        return lines.isOneLine(value);
    }

    private Replacement fill(Node there, String written) {
        boolean isMissing = there instanceof Node.Scalar scalar && scalar.isMissing();
        if (!isMissing) {
            return replace(there, written);
        }
        boolean hasIndicator = there.start() > 0 && ":-".indexOf(text.charAt(there.start() - 1)) >= 0;
        return new Replacement(there.start(), "", (hasIndicator ? " " : ": ") + written);
    }

    private Replacement replace(Node there, String written) {
        return new Replacement(
                there.start(), text.substring(there.start(), there.end()), written.replace("\n", lines.lineBreak()));
    }

    // What is taken out

    private List<Replacement> clear(Slots.Placed placed) {
        if (placed.node().isEmpty()) {
            return List.of();
        }
        var slot = placed.slot();
        return switch (placed.where()) {
            case ITSELF, BEHIND_WORD, ASSIGNED -> throw Refusal.of("needed", slot.key(), block.word());
            case INSIDE -> {
                boolean isLast = !(behindWord() instanceof Node.Mapping mapping)
                        || mapping.entries().size() == 1;
                if (slot.required() || isLast) {
                    throw Refusal.of("needed", slot.key(), block.word());
                }
                yield List.of(remove((Node.Mapping) behindWord(), slot.key()));
            }
            case BESIDE -> {
                if (slot.required()) {
                    throw Refusal.of("needed", slot.key(), block.word());
                }
                yield List.of(remove(source.mapping().orElseThrow(), slot.key()));
            }
        };
    }

    private Replacement remove(Node.Mapping mapping, String key) {
        return keys.remove(mapping, BlockSource.find(mapping.entries(), key).orElseThrow());
    }
}
