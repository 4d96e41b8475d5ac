package io.interleave.analysis;

import io.interleave.trace.Event;
import io.interleave.trace.EventKind;

/// How many bytes a process was given and has written.
final class Streams {

    final int unit;
    private long input;
    private long output;
    private long errors;

    Streams(int unit) {
        this.unit = unit;
    }

    void moved(Event event) {
        if (event.kind() == EventKind.INPUT) {
            input = event.value();
        } else if (event.object() == 2) {
            errors = event.value();
        } else {
            output = event.value();
        }
    }

    long input() {
        return input;
    }

    long output() {
        return output;
    }

    long errors() {
        return errors;
    }
}
