package io.interleave.cli;

import io.interleave.analysis.Timeline;
import io.interleave.export.Picture;
import java.io.IOException;
import java.nio.file.Path;

/// Draws a finished run as a picture.
@FunctionalInterface
public interface PictureWriter {

    /// @param file where the picture goes; it is overwritten
    void write(Timeline timeline, Picture picture, Path file) throws IOException;
}
