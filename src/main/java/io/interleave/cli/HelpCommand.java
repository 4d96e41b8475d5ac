package io.interleave.cli;

import io.interleave.model.Reference;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "help",
        description = "Explains a command, or with 'language' every word that a scenario can use.",
        mixinStandardHelpOptions = true)
final class HelpCommand implements Callable<Integer> {

    private static final String LANGUAGE = "language";

    @Parameters(paramLabel = "TOPIC", arity = "0..1", description = "A command, or 'language'.")
    private @Nullable String topic;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws BadInput {
        var line = spec.commandLine();
        var program = line.getParent();
        var out = line.getOut();
        if (topic == null) {
            program.usage(out);
        } else if (topic.equals(LANGUAGE)) {
            out.print(Reference.plain());
        } else {
            var command = program.getSubcommands().get(topic);
            if (command == null) {
                throw new BadInput("There is no help on '%s'; there is on '%s' and on the commands %s"
                        .formatted(
                                topic,
                                LANGUAGE,
                                String.join(", ", program.getSubcommands().keySet())));
            }
            command.usage(out);
        }
        out.flush();
        return ExitStatus.HELD;
    }
}
