package io.interleave.view.editor.blocks;

import io.interleave.edit.Block;
import io.interleave.model.Word;
import java.util.Locale;

/// What a word is about, which gives its blocks their colour. The word says it too: nobody needs the colour.
enum Category {
    FLOW,
    WORK,
    STATE,
    LOCK,
    WAIT,
    QUEUE,
    UNIT,
    COROUTINE,
    POOL,
    KNOB,
    EXPECT,
    UNKNOWN;

    static Category of(Block block) {
        if (block.kind() == Block.Kind.EXPECTATION) {
            return EXPECT;
        }
        if (block.kind() == Block.Kind.PRESET) {
            return KNOB;
        }
        return block.vocabulary().map(Category::of).orElse(UNKNOWN);
    }

    static Category of(Word word) {
        return switch (word.family()) {
            case KNOB -> KNOB;
            case RESOURCE -> ofResource(word.word());
            case UNIT -> ofUnit(word.word());
            case STEP -> ofStep(word.chapter());
        };
    }

    private static Category ofResource(String word) {
        return switch (word) {
            case "variable" -> STATE;
            case "lock", "semaphore" -> LOCK;
            case "queue" -> QUEUE;
            case "event_loop" -> COROUTINE;
            case "pool" -> POOL;
            default -> WAIT;
        };
    }

    private static Category ofUnit(String word) {
        return switch (word) {
            case "coroutine", "generator" -> COROUTINE;
            case "task" -> POOL;
            default -> UNIT;
        };
    }

    private static Category ofStep(String chapter) {
        return switch (chapter) {
            case "Flow" -> FLOW;
            case "Work" -> WORK;
            case "Shared state" -> STATE;
            case "Locks and semaphores" -> LOCK;
            case "Waiting for each other" -> WAIT;
            case "Queues" -> QUEUE;
            case "Units and processes" -> UNIT;
            case "Coroutines and generators" -> COROUTINE;
            case "Pools and tasks" -> POOL;
            default -> UNKNOWN;
        };
    }

    /// The style class of what has its colour.
    String style() {
        return "block-" + name().toLowerCase(Locale.ROOT);
    }
}
