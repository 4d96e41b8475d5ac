package io.interleave.view.gallery;

import io.interleave.model.Gallery;
import io.interleave.view.editor.files.ListedFile;
import io.interleave.view.editor.files.WorkingCopy;

/// A row of the pane.
sealed interface Row {

    String title();

    record Chapter(Gallery.Chapter chapter) implements Row {
        @Override
        public String title() {
            return chapter.title();
        }
    }

    record Scenario(Gallery.Entry entry) implements Row {
        @Override
        public String title() {
            return entry.title();
        }
    }

    /// Over those that were opened from files, or that are not saved.
    record Heading(String title) implements Row {}

    record File(ListedFile listed) implements Row {
        @Override
        public String title() {
            return listed.title();
        }
    }

    record Unsaved(WorkingCopy copy) implements Row {
        @Override
        public String title() {
            return copy.titleProperty().get();
        }
    }
}
