package io.interleave.view.editor.blocks;

import io.interleave.edit.Block;
import io.interleave.edit.Slot;
import io.interleave.model.Form;
import io.interleave.view.fx.Messages;
import java.util.List;

/// What stands on a row. Two faces that are equal look the same.
///
/// @param word what kind of thing it is, in the language's words
/// @param name what it is called; empty for what has no name
/// @param note what is to be said beside that is no value
/// @param users of a resource: the units that do something with it
/// @param offers values that it has not and that are likely wanted
/// @param comment what the text's comments say of it, line by line
/// @param problems what is wrong with it, or what is to be minded, in sentences
/// @param broken whether the scenario cannot run for it
record Face(
        String word,
        String name,
        List<Chip> chips,
        List<Slot> offers,
        String note,
        List<String> users,
        List<String> comment,
        List<String> problems,
        boolean broken) {

    Face {
        chips = List.copyOf(chips);
        offers = List.copyOf(offers);
        users = List.copyOf(users);
        comment = List.copyOf(comment);
        problems = List.copyOf(problems);
    }

    /// Of a row that says one thing only.
    static Face of(String words) {
        return new Face(words, "", List.of(), List.of(), "", List.of(), List.of(), List.of(), false);
    }

    /// The values that are shown on a block: those that the text has, and the one that the word is nothing
    /// without. Of a knob only what it must have, for it has much to say.
    static List<Chip> chips(Block block) {
        var slots = block.slots();
        boolean isKnob = block.kind() == Block.Kind.KNOB;
        return slots.stream()
                .filter(it -> !isKnob || it.required())
                .filter(it -> !it.isAbsent() || it.required() && it == slots.getFirst())
                .map(it -> Chip.of(it, label(block, it.key(), it == slots.getFirst())))
                .toList();
    }

    /// The bound of a queue, the timeout of whatever can wait, and the queue that a loop may have instead of its range.
    static List<Slot> offers(Block block) {
        return block.slots().stream()
                .filter(it -> it.isAbsent() && it.known() && !it.required())
                .filter(it -> List.of("capacity", "timeout", "in").contains(it.key()))
                .map(Face::unplaced)
                .toList();
    }

    /// What an offer says: the key, and of a name what it is the name of.
    static String offered(Slot slot) {
        String what =
                slot.form().kind() == Form.Kind.NAME ? slot.form().choices().getFirst() : "";
        return Messages.text("blocks.offer", (slot.key() + " " + what).strip());
    }

    /// Where a value stands in the text is no matter here.
    static Slot unplaced(Slot slot) {
        return new Slot(slot.key(), slot.form(), slot.required(), slot.known(), slot.meaning(), slot.content(), 0, 0);
    }

    private static String label(Block block, String key, boolean first) {
        if (key.isEmpty() || block.kind() == Block.Kind.EXPECTATION) {
            return "";
        }
        boolean isSaid = block.vocabulary()
                .filter(it -> first && (it.standsFor().equals(key) || key.equals("local")))
                .isPresent();
        return isSaid ? "" : key.equals("value") && block.word().equals("let") ? "=" : key;
    }
}
