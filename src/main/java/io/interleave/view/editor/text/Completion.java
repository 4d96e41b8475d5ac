package io.interleave.view.editor.text;

/// Something that may be written at a place.
///
/// @param label as the list shows it
/// @param kind which colour it has there
/// @param meaning one line on what it is
/// @param from where what it replaces begins; it ends at the place that was asked about
/// @param insert what is written instead
/// @param selectFrom of `insert`, what is selected then: the first thing to fill in
/// @param selectTo where that ends
record Completion(String label, TokenKind kind, String meaning, int from, String insert, int selectFrom, int selectTo) {

    /// With the caret behind it.
    static Completion plain(String label, TokenKind kind, String meaning, int from) {
        return new Completion(label, kind, meaning, from, label, label.length(), label.length());
    }
}
