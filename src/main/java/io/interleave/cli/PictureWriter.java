package io.interleave.cli;

import io.interleave.analysis.Timeline;
import java.io.IOException;
import java.nio.file.Path;

/// Draws a finished run as a picture.
@FunctionalInterface
public interface PictureWriter {

    /// @param file a PNG, which is overwritten
    void write(Timeline timeline, Path file) throws IOException;
}
