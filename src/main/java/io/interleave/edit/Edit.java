package io.interleave.edit;

/// What came of an operation.
public sealed interface Edit {

    /// @param change what it does to the text; nothing where all is so already
    /// @param script what that gives
    /// @param selection what is best selected then
    record Done(Change change, Script script, Selection selection) implements Edit {}

    /// @param message why not, a sentence for the person who tried
    record Refused(String message) implements Edit {}
}
