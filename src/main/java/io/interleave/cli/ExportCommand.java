package io.interleave.cli;

import io.interleave.export.Export;
import io.interleave.export.Format;
import io.interleave.export.KeptRun;
import io.interleave.export.Picture;
import io.interleave.model.Durations;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        description = "Writes a kept run for other programs, or for other people.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nFormats:%n",
        footer = {
            "  perfetto  Perfetto's protobuf: cores, thread states, counters, flows;",
            "            opens in ui.perfetto.dev and trace_processor",
            "  chrome    Chrome's trace event JSON; opens in speedscope, Perfetto and",
            "            chrome://tracing (for speedscope any name but *.chrome.json)",
            "  csv       tables of spans, events, units, resources, steps and links:",
            "            RFC 4180, UTF-8, times in nanoseconds from the run's beginning;",
            "            a directory, or a zip where OUT ends with .zip",
            "  run       the run itself as one file, which any command takes as RUN",
            "  png, svg  a picture of the timeline; see --from to --dark"
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

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Where a picture begins, from the run's beginning, such as 1.5ms.")
    private @Nullable String from;

    @Option(names = "--until", paramLabel = "TIME", description = "Where a picture ends.")
    private @Nullable String until;

    @Option(names = "--width", paramLabel = "PIXELS", description = "Of a picture; ${DEFAULT-VALUE} if not given.")
    private int width = RunCommand.WIDTH;

    @Option(names = "--height", paramLabel = "PIXELS", description = "Of a picture; ${DEFAULT-VALUE} if not given.")
    private int height = RunCommand.HEIGHT;

    @Option(names = "--dark", description = "Draws a picture light on dark.")
    private boolean dark;

    @Spec
    private CommandSpec spec;

    private final PictureWriter pictures;

    ExportCommand(PictureWriter pictures) {
        this.pictures = pictures;
    }

    @Override
    public Integer call() throws BadInput {
        var picture = picture();
        var to = Format.of(format);
        if (picture.isEmpty() && to.isEmpty()) {
            throw new BadInput("--to %s: expected one of %s".formatted(format, formats()));
        }
        try (var kept = KeptRuns.open(run, spec.commandLine().getErr())) {
            write(kept, picture, to);
            return ExitStatus.HELD;
        } catch (OutOfMemoryError _) {
            throw KeptRuns.tooLarge(run);
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

    private void write(KeptRun kept, Optional<Picture> picture, Optional<Format> to) throws IOException {
        if (picture.isPresent()) {
            Export.whole(out, force, file -> pictures.write(kept.timeline(), picture.get(), file));
        } else if (to.isPresent()) {
            var progress = new ExportProgress(spec.commandLine().getErr());
            try {
                Export.to(to.get(), kept, out, force, progress);
            } finally {
                progress.clear();
            }
        }
    }

    private Optional<Picture> picture() throws BadInput {
        var kind = Picture.Kind.of(format);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        if (width < Picture.SMALLEST_WIDTH || height < Picture.SMALLEST_HEIGHT) {
            throw new BadInput("--width %d --height %d: a picture has at least %d by %d pixels"
                    .formatted(width, height, Picture.SMALLEST_WIDTH, Picture.SMALLEST_HEIGHT));
        }
        if (width > Picture.LARGEST || height > Picture.LARGEST) {
            throw new BadInput("--width %d --height %d: a picture has at most %,d by %<,d pixels"
                    .formatted(width, height, Picture.LARGEST));
        }
        long begin = time("--from", from, 0);
        long end = time("--until", until, Long.MAX_VALUE);
        if (begin >= end) {
            throw new BadInput("--from %s --until %s: a picture ends after it begins".formatted(from, until));
        }
        return Optional.of(new Picture(kind.get(), width, height, dark, begin, end));
    }

    private static long time(String option, @Nullable String text, long otherwise) throws BadInput {
        if (text == null) {
            return otherwise;
        }
        var nanos = Durations.parse(text);
        if (nanos.isEmpty() || nanos.getAsLong() < 0) {
            throw new BadInput("%s %s: expected a time such as 500us or 1.5s".formatted(option, text));
        }
        return nanos.getAsLong();
    }

    private static String reason(FileSystemException e) {
        var reason = e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
        return e.getFile() == null ? reason : "%s: %s".formatted(e.getFile(), reason);
    }

    private static String formats() {
        return Stream.concat(
                        Arrays.stream(Format.values()).map(Format::word),
                        Arrays.stream(Picture.Kind.values()).map(Picture.Kind::word))
                .collect(Collectors.joining(", "));
    }
}
