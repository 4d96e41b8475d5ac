package io.interleave.view.editor.blocks;

import io.interleave.edit.Block;
import io.interleave.edit.Outline;
import io.interleave.edit.Slot;
import io.interleave.model.Form;
import java.util.List;
import java.util.Map;

/// What a value is at first that a block had not before, until a person gives it another one.
final class First {

    private final Outline outline;

    First(Outline outline) {
        this.outline = outline;
    }

    Slot.Content of(Block block, Slot slot) {
        return switch (slot.form().kind()) {
            case PLAINS -> new Slot.Several(List.of("one", "two"));
            case TEXTS -> new Slot.Several(List.of("echo", "hello"));
            case NAMES ->
                new Slot.Several(
                        new Names(outline).choices(slot).stream().limit(1).toList());
            case ENTRIES -> new Slot.Entries(List.of(Map.entry("LANG", "C")));
            case NAME, CHOICE ->
                Slot.Single.of(
                        new Names(outline).choices(slot).stream().findFirst().orElse("?"));
            case SWITCH -> Slot.Single.of("on");
            case LOCAL -> Slot.Single.of("value");
            case PLAIN, TEXT -> Slot.Single.of(slot.key().equals("label") ? block.name() : "text");
            case EXPRESSION, LITERAL, STEPS, ASSIGNMENT, NOTHING -> Slot.Single.of(expression(slot));
        };
    }

    private static String expression(Slot slot) {
        if (slot.form().equals(Form.DURATION)) {
            return slot.key().equals("timeout") ? "100ms" : "1ms";
        }
        if (slot.form().equals(Form.CONDITION)) {
            return "on";
        }
        return switch (slot.key()) {
            case "capacity" -> "4";
            case "priority" -> "5";
            default -> "1";
        };
    }
}
