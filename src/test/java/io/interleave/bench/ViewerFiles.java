package io.interleave.bench;

import io.interleave.export.Export;
import io.interleave.export.Format;
import io.interleave.export.KeptRun;
import io.interleave.trace.TraceWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Leaves the run of {@link TimelineLoad} in a directory, as a trace and in the formats that other viewers open,
/// to measure those beside our own.
///
/// Arguments: how many million spans, about; the directory.
public final class ViewerFiles {

    private ViewerFiles() {}

    static void main(String[] arguments) throws IOException {
        // Seven events make ten spans.
        long events = (long) (Double.parseDouble(arguments[0]) * 700_000);
        var directory = Files.createDirectories(Path.of(arguments[1]));
        TimelineLoad.write(directory.resolve(TraceWriter.ENGINE_TRACE), events, false);
        try (var run = KeptRun.open(directory)) {
            for (var format : new Format[] {Format.CHROME, Format.PERFETTO}) {
                Export.to(format, run, directory.resolve("run." + format.extension()), true, _ -> true);
            }
        }
        try (var files = Files.list(directory)) {
            for (var file : files.sorted().toList()) {
                System.out.printf("%,6d MiB %s%n", Files.size(file) >> 20, file);
            }
        }
    }
}
