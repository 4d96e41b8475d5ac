package io.interleave.view.editor.help;

import io.interleave.model.Word;

/// A row of the list of words.
sealed interface WordRow {

    /// The chapter of the words below it.
    record Heading(String title) implements WordRow {}

    record Entry(Word word) implements WordRow {}
}
