/// Editing a scenario. The text is the truth: whatever is edited, in blocks, in a property sheet or in the text,
/// is a {@link Change} of characters, and what a change is not about stays as it was, comments, order and layout
/// included. A {@link Script} is the text with its {@link Outline} of blocks; an {@link Operation} on blocks
/// gives another one; a {@link History} goes back and forth over all of them.
///
/// Immutable values and pure functions, but for `History`. Nothing here is known of any screen.
package io.interleave.edit;
