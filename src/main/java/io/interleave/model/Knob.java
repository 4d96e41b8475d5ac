package io.interleave.model;

import java.util.List;

/// A number, a switch or a choice that the user may turn.
///
/// `name` is the word by which the scenario refers to it (`$name`), `label` what the window shows, `live` says that
/// turning it acts on a run that is under way.
public sealed interface Knob {

    String name();

    String label();

    boolean live();

    Place place();

    /// The value that the scenario starts with.
    Value initial();

    /// A number or a duration within bounds, both inclusive. All four values have one type: `WHOLE`, `DECIMAL` or
    /// `TIME`.
    record Slider(
            String name, String label, boolean live, Place place, Value initial, Value min, Value max, Scale scale)
            implements Knob {}

    record Toggle(String name, String label, boolean live, Place place, Value.Truth initial) implements Knob {}

    /// One of several words. `options` holds at least two, without repetition; `initial` is one of them.
    record Choice(String name, String label, boolean live, Place place, Value.Text initial, List<String> options)
            implements Knob {}

    /// How a slider spreads its range over its length.
    enum Scale {
        LINEAR,
        LOG
    }
}
