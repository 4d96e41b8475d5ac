package io.interleave.cli;

import io.interleave.code.JavaCode;
import io.interleave.code.Language;
import io.interleave.code.Listing;
import io.interleave.code.PythonCode;
import io.interleave.export.Export;
import io.interleave.model.Remarks;
import io.interleave.model.Scenario;
import io.interleave.model.Settings;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
        name = "code",
        description = "Prints a scenario as a program that does the same without Interleave.",
        mixinStandardHelpOptions = true)
final class CodeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE|NAME", description = "A scenario file, or a scenario of the gallery.")
    private String name;

    @Option(names = "--to", paramLabel = "LANGUAGE", required = true, description = "What the program is written in.")
    private String to;

    @Option(names = "--set", paramLabel = "KNOB=VALUE", description = "Turns a knob; may be repeated.")
    private List<String> turns = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The file to write, or the directory for a file named after the scenario.")
    private @Nullable Path output;

    @Option(names = "--force", description = "Replaces what is at FILE already.")
    private boolean force;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws BadInput {
        var language = language();
        var source = Source.find(name);
        var scenario = source.scenario();
        var settings = Turns.settings(turns, scenario, name);
        var listing = listing(language, scenario, settings, Remarks.of(source.text()));
        var err = spec.commandLine().getErr();
        listing.gaps()
                .forEach(
                        it -> err.println("%s:%d: %s".formatted(name, it.place().line(), it.words())));
        err.flush();
        if (output == null) {
            var out = spec.commandLine().getOut();
            out.print(listing.text());
            out.flush();
        } else {
            write(listing, output);
        }
        return ExitStatus.HELD;
    }

    private Listing listing(Language language, Scenario scenario, Settings settings, Remarks remarks) {
        return switch (language) {
            case JAVA -> JavaCode.of(scenario, settings, name, remarks);
            case PYTHON -> PythonCode.of(scenario, settings, name, remarks);
        };
    }

    private Language language() throws BadInput {
        return Stream.of(Language.values())
                .filter(it -> word(it).equals(to.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new BadInput("--to %s: expected one of %s"
                        .formatted(
                                to,
                                Stream.of(Language.values())
                                        .map(CodeCommand::word)
                                        .collect(Collectors.joining(", ")))));
    }

    private static String word(Language language) {
        return language.name().toLowerCase(Locale.ROOT);
    }

    private void write(Listing listing, Path where) throws BadInput {
        var file = Files.isDirectory(where) ? where.resolve(listing.fileName()) : where;
        try {
            Export.whole(file, force, part -> Files.writeString(part, listing.text()));
        } catch (FileAlreadyExistsException _) {
            throw new BadInput("'%s' is there already; --force replaces it".formatted(file));
        } catch (IOException e) {
            var reason = Optional.ofNullable(e.getMessage()).orElse(e.getClass().getSimpleName());
            throw new BadInput("'%s' cannot be written: %s".formatted(file, reason));
        }
    }
}
