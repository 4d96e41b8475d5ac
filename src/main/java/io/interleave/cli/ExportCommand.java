package io.interleave.cli;

import io.interleave.export.Export;
import io.interleave.export.Format;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        description = "Writes a kept run for other programs, or as one file for other people.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nFormats:%n",
        footer = {
            "  perfetto  Perfetto's protobuf, with cores, thread states, counters and flows; opens in ui.perfetto.dev",
            "  chrome    Chrome's trace event JSON; opens in speedscope, Perfetto and chrome://tracing",
        })
final class ExportCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "RUN",
            description = "The directory of a run that --trace has kept, a trace file, or a run as a single file.")
    private Path run;

    @Parameters(paramLabel = "OUT", description = "The file to write.")
    private Path out;

    @Option(names = "--to", paramLabel = "FORMAT", required = true, description = "One of the formats below.")
    private String format;

    @Option(names = "--force", description = "Replaces what is at OUT already.")
    private boolean force;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws BadInput, IOException {
        var to = Format.of(format)
                .orElseThrow(() -> new BadInput("--to %s: expected one of %s".formatted(format, formats())));
        try (var kept = KeptRuns.open(run, spec.commandLine().getErr())) {
            Export.to(to, kept, out, force, _ -> true);
            return ExitStatus.HELD;
        } catch (FileAlreadyExistsException e) {
            throw new BadInput(
                    e.getReason() == null
                            ? "'%s' is there already; --force replaces it".formatted(out)
                            : "'%s': %s".formatted(out, e.getReason()));
        } catch (FileSystemException e) {
            throw new BadInput("'%s' cannot be written: %s".formatted(out, reason(e)));
        } catch (IOException e) {
            throw new BadInput("'%s' cannot be written: %s. Nothing was left there".formatted(out, e.getMessage()));
        }
    }

    private static String reason(FileSystemException e) {
        var reason = e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
        return e.getFile() == null ? reason : "%s: %s".formatted(e.getFile(), reason);
    }

    private static String formats() {
        return Arrays.stream(Format.values()).map(Format::word).collect(Collectors.joining(", "));
    }
}
