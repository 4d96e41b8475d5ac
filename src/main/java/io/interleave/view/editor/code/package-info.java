/// The scenario as a program: shown, copied, saved, and each line with the block that it comes from.
package io.interleave.view.editor.code;
