package io.interleave.view.gallery;

import io.interleave.model.Gallery;
import io.interleave.view.session.Document;

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

    /// The heading over those that were opened from files.
    record Files(String title) implements Row {}

    record File(Document document) implements Row {
        @Override
        public String title() {
            return document.title();
        }
    }
}
