package io.interleave.view.editor.text;

/// One change of a text: at `offset`, `removed` was there and `inserted` is now. Offsets count `char`s.
public record TextEdit(int offset, String removed, String inserted) {

    /// The smallest change that makes `after` of `before`; it does not cut a character in two.
    public static TextEdit between(String before, String after) {
        int most = Math.min(before.length(), after.length());
        int start = 0;
        while (start < most && before.charAt(start) == after.charAt(start)) {
            start++;
        }
        if (start > 0 && Character.isHighSurrogate(before.charAt(start - 1))) {
            start--;
        }
        int end = 0;
        while (end < most - start
                && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
            end++;
        }
        if (end > 0 && Character.isLowSurrogate(before.charAt(before.length() - end))) {
            end--;
        }
        return new TextEdit(
                start, before.substring(start, before.length() - end), after.substring(start, after.length() - end));
    }

    /// What the text becomes.
    ///
    /// @throws IllegalArgumentException if the text has something else at this place
    public String applyTo(String text) {
        if (!text.startsWith(removed, offset)) {
            throw new IllegalArgumentException("the text at %d is not what is to be replaced".formatted(offset));
        }
        return text.substring(0, offset) + inserted + text.substring(end());
    }

    /// The change that takes this one back.
    public TextEdit inverse() {
        return new TextEdit(offset, inserted, removed);
    }

    public boolean isNothing() {
        return removed.equals(inserted);
    }

    /// Where the text that is removed ends.
    int end() {
        return offset + removed.length();
    }
}
