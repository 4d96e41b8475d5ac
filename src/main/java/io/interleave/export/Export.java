package io.interleave.export;

import java.io.IOException;
import java.nio.file.Path;
import tools.jackson.core.exc.JacksonIOException;

/// Writes a run in one of the formats.
public final class Export {

    /// Of a run with more units, those of large groups are told of by their group, but for the first few, where
    /// a format has a lane for each.
    static final int MOST_UNITS = 10_000;

    /// Follows an export, and may end it.
    @FunctionalInterface
    public interface Progress {

        /// @param share that is written, 0 to 1, about
        /// @return false to end the export; then nothing is left of it
        boolean goesOn(double share);
    }

    /// Makes a file at a place where nothing is yet.
    @FunctionalInterface
    public interface Content {
        void writeTo(Path place) throws IOException;
    }

    private Export() {}

    /// Has a file made beside its place and moved there when it is whole. Whatever goes wrong, nothing is left
    /// behind, and what was there before stays.
    ///
    /// @param overwrite whether what is there already may be replaced
    /// @throws java.nio.file.FileAlreadyExistsException if there is something and it may not be replaced
    public static void whole(Path out, boolean overwrite, Content content) throws IOException {
        WholeFile.write(out, overwrite, content);
    }

    /// Writes a run, which must not change meanwhile. The file is there as a whole, or not at all.
    ///
    /// @param out the file; for tables a directory, unless its name ends with `.zip`
    /// @param overwrite whether what is there already may be replaced
    /// @return false if `progress` ended it
    /// @throws java.nio.file.FileAlreadyExistsException if there is something and it may not be replaced
    /// @throws IOException if it cannot be written, for want of room too
    public static boolean to(Format format, KeptRun run, Path out, boolean overwrite, Progress progress)
            throws IOException {
        try {
            switch (format) {
                case CHROME -> WholeFile.write(out, overwrite, place -> ChromeExport.write(run, place, progress));
                case PERFETTO -> WholeFile.write(out, overwrite, place -> PerfettoExport.write(run, place, progress));
                case CSV -> CsvExport.write(run, out, overwrite, progress);
                case RUN -> WholeFile.write(out, overwrite, place -> SingleFileRun.write(run, place, progress));
            }
            return true;
        } catch (Cancelled _) {
            return false;
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }
}
