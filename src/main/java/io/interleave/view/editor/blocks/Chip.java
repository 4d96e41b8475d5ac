package io.interleave.view.editor.blocks;

import io.interleave.edit.Slot;
import io.interleave.model.Form;

/// A value as it is shown on a block, to be clicked and changed.
///
/// @param key of the slot
/// @param label before it; empty where the word before says it
/// @param text what it is now; empty where it is missing
/// @param knob whether a knob gives it
record Chip(String key, String label, String text, Form form, boolean knob) {

    /// By which the name of a block is told from its slots: no slot is called so.
    static final String NAME = "(name)";

    static Chip of(Slot slot, String label) {
        String text = shown(slot);
        boolean knob = slot.form().kind() == Form.Kind.EXPRESSION && text.startsWith("$");
        return new Chip(slot.key(), label, text, slot.form(), knob);
    }

    /// A value on one line.
    private static String shown(Slot slot) {
        return Texts.of(slot.form(), slot.content()).replaceAll("\\s+", " ").strip();
    }

    /// Whether it is one of some words, which need not be typed.
    boolean isChosen() {
        return switch (form.kind()) {
            case NAME, CHOICE, SWITCH -> true;
            case EXPRESSION, LITERAL, LOCAL, NAMES, TEXT, TEXTS, ENTRIES, PLAIN, PLAINS, STEPS, ASSIGNMENT, NOTHING ->
                false;
        };
    }
}
