package io.interleave.view.editor.help;

import java.util.List;

/// A scenario in which a word is seen at work, and what the word becomes in its programs.
///
/// @param name of the gallery, or of its own for one that was made from the word's example
/// @param fromGallery whether the gallery has it
/// @param start where in the text the block begins that has the word
/// @param java the lines that come from that block, without what they are indented by
record Sample(
        String name,
        String title,
        boolean fromGallery,
        String text,
        int start,
        List<String> java,
        List<String> python) {

    Sample {
        java = List.copyOf(java);
        python = List.copyOf(python);
    }
}
