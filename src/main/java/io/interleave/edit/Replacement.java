package io.interleave.edit;

/// Some characters of a text that others take the place of.
///
/// @param offset in `char`s from the beginning of the text
/// @param removed what stands there
/// @param inserted what is to stand there
public record Replacement(int offset, String removed, String inserted) {

    /// Behind the last character that is removed.
    public int removedEnd() {
        return offset + removed.length();
    }

    /// Behind the last character that is inserted, in the text that this makes.
    public int insertedEnd() {
        return offset + inserted.length();
    }

    /// How much longer the text becomes.
    int growth() {
        return inserted.length() - removed.length();
    }

    Replacement inverse() {
        return new Replacement(offset, inserted, removed);
    }

    boolean isNothing() {
        return removed.equals(inserted);
    }
}
