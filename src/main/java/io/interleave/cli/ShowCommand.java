package io.interleave.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "show", description = "Prints a scenario.", mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "A scenario of the gallery, or a file.")
    private String name;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var out = spec.commandLine().getOut();
        out.print(Source.find(name).text());
        out.flush();
        return ExitStatus.HELD;
    }
}
