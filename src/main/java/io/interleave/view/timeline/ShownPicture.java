package io.interleave.view.timeline;

import io.interleave.export.Picture;
import java.io.IOException;
import java.nio.file.Path;

/// Writes a picture of what was shown when it was asked for.
@FunctionalInterface
public interface ShownPicture {

    void write(Picture.Kind kind, String title, Path file) throws IOException;
}
