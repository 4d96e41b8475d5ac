package io.interleave.view.editor.blocks;

import java.util.Objects;

/// The colours and measures of this view, of which its popups need their own copy.
final class Sheet {

    static final String URL = Objects.requireNonNull(Sheet.class.getResource("/io/interleave/view/blocks.css"))
            .toExternalForm();

    private Sheet() {}
}
