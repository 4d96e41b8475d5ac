package io.interleave.analysis;

/// What a unit that moves an argument or a result is about.
public enum Transfer {
    /// Turns it into bytes.
    SERIALIZE,
    /// Sends the bytes.
    SEND,
    /// Turns them back.
    DESERIALIZE
}
