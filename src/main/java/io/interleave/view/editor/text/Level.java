package io.interleave.view.editor.text;

import java.util.List;

/// One of the mappings around a place in a text.
///
/// @param keys those that it has, without the one that is being written
/// @param current the key in whose value the place is; empty where the place is at a key
/// @param item whether it is an item of a list
/// @param column where its keys stand
/// @param inline whether it is in braces
record Level(List<String> keys, String current, boolean item, int column, boolean inline) {

    Level {
        keys = List.copyOf(keys);
    }
}
