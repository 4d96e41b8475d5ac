package io.interleave.bench;

import io.interleave.export.Export;
import io.interleave.export.Format;
import io.interleave.export.KeptRun;
import io.interleave.trace.TraceWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// How long it takes to export a large run, and how large the files are. The run is that of {@link
/// TimelineLoad}. How much memory the program may have is said with `-Xmx`: it needs what the timeline needs,
/// and no more for a larger file.
///
/// Arguments: how many million events (1), how often to export (3), where to put the files (where the system
/// keeps what is temporary).
public final class ExportLoad {

    private ExportLoad() {}

    static void main(String[] arguments) throws IOException {
        long events = (arguments.length > 0 ? Long.parseLong(arguments[0]) : 1) * 1_000_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        var directory = arguments.length > 2
                ? Files.createTempDirectory(Path.of(arguments[2]), "export-load")
                : Files.createTempDirectory("export-load");
        var trace = directory.resolve(TraceWriter.ENGINE_TRACE);
        TimelineLoad.write(trace, events, true);
        try (var run = KeptRun.open(directory)) {
            long spans = run.timeline().lanes().stream()
                    .mapToLong(it -> it.spans().size())
                    .sum();
            System.out.printf("%,d events, %,d spans%n", run.timeline().eventsKept(), spans);
            for (int round = 0; round < rounds; round++) {
                for (var format : Format.values()) {
                    export(run, format, directory.resolve("out"), spans);
                }
            }
        }
        Files.delete(trace);
        Files.delete(directory);
    }

    private static void export(KeptRun run, Format format, Path out, long spans) throws IOException {
        long began = System.nanoTime();
        Export.to(format, run, out, false, _ -> true);
        long nanos = System.nanoTime() - began;
        long bytes = 0;
        try (var files = Files.walk(out)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                bytes += Files.isRegularFile(file) ? Files.size(file) : 0;
                Files.delete(file);
            }
        }
        System.out.printf(
                "%-9s %,7d ms, %,5d ns a span, %,d MiB%n",
                format.word(), nanos / 1_000_000, nanos / spans, bytes >> 20);
    }
}
