package io.interleave.view.editor.blocks;

import io.interleave.edit.Block;
import io.interleave.edit.Outline;
import io.interleave.edit.Slot;
import io.interleave.model.Form;
import io.interleave.model.Literals;
import io.interleave.model.UnitGroup;
import io.interleave.model.Vocabulary;
import io.interleave.model.Word;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What can stand in a slot, for choosing and for completing what is typed.
final class Names {

    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
    private static final List<String> UNITS = List.of("us", "ms", "s", "min");
    private static final List<String> SWITCH = List.of("on", "off");

    /// A command that writes and ends, one that takes its time, one that writes much, one that copies what it reads,
    /// and one that fails.
    private static final List<String> COMMANDS = List.of("echo hello", "sleep 5", "seq 1 1000", "cat", "false");

    private final Outline outline;

    Names(Outline outline) {
        this.outline = outline;
    }

    /// Of a slot whose value is one of several words, all of those.
    List<String> choices(Slot slot) {
        return switch (slot.form().kind()) {
            case NAME, NAMES -> names(slot.form());
            case CHOICE -> slot.form().choices();
            case SWITCH -> SWITCH;
            case EXPRESSION, LITERAL, LOCAL, TEXT, TEXTS, ENTRIES, PLAIN, PLAINS, STEPS, ASSIGNMENT, NOTHING ->
                List.of();
        };
    }

    /// The things there are that could be named, and the kinds of those that there could be.
    private List<String> names(Form form) {
        return Stream.of(Block.Kind.RESOURCE, Block.Kind.UNIT)
                .flatMap(this::blocks)
                .filter(it -> form.choices().contains(it.word()))
                .map(Block::name)
                .toList();
    }

    /// The kinds of resources that could be made to be named here.
    List<String> creatable(Slot slot) {
        return slot.form().kind() == Form.Kind.NAME
                ? slot.form().choices().stream()
                        .filter(it -> Vocabulary.find(Word.Family.RESOURCE, it).isPresent())
                        .toList()
                : List.of();
    }

    private Stream<Block> blocks(Block.Kind kind) {
        return outline.scenario().bodies().stream()
                .filter(it -> it.kind() == kind)
                .flatMap(it -> it.blocks().stream());
    }

    /// What may stand where else all has to be typed.
    static List<String> values(Form form) {
        return form.kind() == Form.Kind.TEXTS ? COMMANDS : List.of();
    }

    /// What may be meant by a word of which so much is typed.
    ///
    /// @param block whose value it is
    List<String> completions(Block block, Form form, String word) {
        if (word.isEmpty()) {
            return List.of();
        }
        if (NUMBER.matcher(word).matches()) {
            return form.equals(Form.DURATION) || form.kind() == Form.Kind.LITERAL
                    ? UNITS.stream().map(it -> word + it).toList()
                    : List.of();
        }
        boolean isKnob = word.startsWith("$");
        String begun = isKnob ? word.substring(1) : word;
        return known(block).stream()
                .filter(it -> it.startsWith(begun) && !it.equals(begun))
                .map(it -> isKnob ? "$" + it : it)
                .toList();
    }

    /// Knobs, what the unit has by nature, and the locals that steps of the unit give a value.
    private Set<String> known(Block block) {
        var known = new LinkedHashSet<String>();
        blocks(Block.Kind.KNOB).map(Block::name).forEach(known::add);
        var unit = new ArrayList<Block>();
        for (var it = block; it.parent().isPresent(); it = it.parent().orElseThrow()) {
            if (it.kind() == Block.Kind.UNIT) {
                unit.add(it);
            }
        }
        if (unit.stream().noneMatch(it -> it.word().equals("task"))) {
            known.add(UnitGroup.INDEX);
        }
        unit.stream().flatMap(Block::all).forEach(it -> locals(it, known));
        if (block.kind() == Block.Kind.EXPECTATION) {
            blocks(Block.Kind.RESOURCE)
                    .filter(it -> it.word().equals("variable"))
                    .map(Block::name)
                    .forEach(known::add);
        }
        return known;
    }

    private static void locals(Block step, Set<String> into) {
        var slots = step.slots();
        slots.stream()
                .filter(it -> it.form().kind() == Form.Kind.LOCAL && !it.isAbsent())
                .map(Slot::text)
                .forEach(into::add);
        if (step.word().equals("read")) {
            slots.stream().filter(it -> it.key().equals("from")).map(Slot::text).forEach(into::add);
        }
    }

    /// Whether a value can be made a knob's: a number, a duration, a switch or a text where an expression may stand.
    static boolean canBeKnob(Block block, Slot slot) {
        return slot.form().kind() == Form.Kind.EXPRESSION
                && block.kind() != Block.Kind.EXPECTATION
                && slot.content() instanceof Slot.Single(String text, var _)
                && (Literals.parse(text).isPresent() || text.matches("'[^'\\\\]+'"));
    }
}
