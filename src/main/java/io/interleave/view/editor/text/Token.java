package io.interleave.view.editor.text;

/// A stretch of one line, in `char`s from its beginning.
record Token(int start, int end, TokenKind kind) {}
