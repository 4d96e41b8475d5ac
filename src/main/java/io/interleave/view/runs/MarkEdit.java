package io.interleave.view.runs;

import io.interleave.view.store.KeptRun;
import java.nio.file.Path;

/// What the user is typing of a run.
record MarkEdit(Path run, Field field) {

    enum Field {
        NAME,
        NOTE
    }

    boolean isOf(KeptRun other) {
        return run.equals(other.directory());
    }

    String before(KeptRun of) {
        return switch (field) {
            case NAME -> of.name();
            case NOTE -> of.marks().note();
        };
    }
}
