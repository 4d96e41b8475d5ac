package io.interleave.view.editor.text;

import io.interleave.model.Word;
import java.util.Locale;

/// What a stretch of a scenario's text is, as far as its colour goes. The first eight say what a step or a thing is
/// for, in the colours that blocks have as well.
enum TokenKind {
    WORK,
    FLOW,
    STATE,
    LOCK,
    WAITING,
    UNIT,
    COROUTINE,
    POOL,
    /// A key of the whole scenario: `units`.
    SECTION,
    /// A name where it is declared.
    DECLARATION,
    KEY,
    /// A knob, by its `$name`.
    KNOB,
    /// A declared name where it is used.
    NAME,
    NUMBER,
    STRING,
    COMMENT,
    PUNCTUATION,
    PLAIN;

    /// The class that the stylesheet knows it by.
    String styleClass() {
        return "token-" + name().toLowerCase(Locale.ROOT);
    }

    /// The colour of a word of the language.
    static TokenKind of(Word word) {
        return switch (word.family()) {
            case KNOB -> KNOB;
            case RESOURCE -> ofResource(word.word());
            case UNIT -> word.word().equals("coroutine") || word.word().equals("generator") ? COROUTINE : UNIT;
            case STEP -> ofChapter(word.chapter());
        };
    }

    private static TokenKind ofResource(String word) {
        return switch (word) {
            case "variable" -> STATE;
            case "lock", "semaphore" -> LOCK;
            case "event_loop" -> COROUTINE;
            case "pool" -> POOL;
            default -> WAITING;
        };
    }

    private static TokenKind ofChapter(String chapter) {
        return switch (chapter) {
            case "Flow" -> FLOW;
            case "Work" -> WORK;
            case "Shared state" -> STATE;
            case "Locks and semaphores" -> LOCK;
            case "Waiting for each other", "Queues" -> WAITING;
            case "Units and processes" -> UNIT;
            case "Coroutines and generators" -> COROUTINE;
            case "Pools and tasks" -> POOL;
            default -> throw new IllegalArgumentException("no colour for the chapter " + chapter);
        };
    }
}
