package io.interleave.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        description = {
            "Says what is wrong with scenario files, all of it at once, and what in them is probably a mistake.",
            "Runs nothing. Hints do not make a file a bad one: to watch a mistake is what it may be for."
        },
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files to check.")
    private List<Path> files;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        int status = ExitStatus.HELD;
        for (var file : files) {
            try {
                var source = Source.read(file);
                var lines = new ArrayList<>(source.problemLines());
                lines.addAll(source.hintLines());
                out.println(lines.isEmpty() ? file + ": in order" : String.join(System.lineSeparator(), lines));
                if (source.reading().scenario().isEmpty()) {
                    status = ExitStatus.BAD_INPUT;
                }
            } catch (BadInput e) {
                out.println(e.getMessage());
                status = ExitStatus.BAD_INPUT;
            }
        }
        out.flush();
        return status;
    }
}
