package io.interleave.analysis;

import java.util.Locale;

/// What kind of thing a unit is.
public enum UnitKind {
    THREAD,
    COROUTINE,
    GENERATOR,
    PROCESS,
    /// Of a pool.
    WORKER,
    /// A thread or process that a child process started.
    CHILD;

    /// What a trace calls it; a thread where this version does not know the word.
    static UnitKind of(String word) {
        for (var kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        return THREAD;
    }

    /// As a scenario and a trace have it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it runs on threads that are not its own.
    boolean roams() {
        return this == COROUTINE || this == GENERATOR;
    }

    /// Whether it is a program of its own, of which only the kernel tells.
    boolean isSilent() {
        return this == PROCESS || this == CHILD;
    }
}
