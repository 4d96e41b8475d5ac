package io.interleave.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "report",
        description = {
            "Says what came out of a kept run: outcome, findings, and where the time went.",
            "The exit status is that of the run."
        },
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "RUN",
            description = "The directory of a run that --trace has kept, a trace file, or a run as a single file.")
    private Path run;

    @Option(names = "--json", description = "Prints one JSON document, as 'run --json' does, instead of text.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws BadInput, IOException {
        var line = spec.commandLine();
        try (var kept = KeptRuns.open(run, line.getErr())) {
            var result = KeptResult.of(kept);
            var out = line.getOut();
            if (json) {
                out.println(result.json(Optional.of(kept.trace()), Optional.empty()));
            } else {
                out.println(result.text());
                new TableText(kept.timeline()).lines().forEach(out::println);
            }
            out.flush();
            return result.exitStatus();
        }
    }
}
