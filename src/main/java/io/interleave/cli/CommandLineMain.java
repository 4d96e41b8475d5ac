package io.interleave.cli;

import io.interleave.run.Engines;
import io.interleave.run.Trust;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The command `interleave`.
@Command(
        name = "interleave",
        description = "See concurrency: run scenarios on real threads and locks. Without a command, opens the window.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:ran, and expectations held",
            "1:ran, and one did not",
            "2:bad input, nothing was started",
            "3:the run itself failed"
        })
public final class CommandLineMain implements Runnable {

    @Spec
    private CommandSpec spec;

    private CommandLineMain() {}

    /// Does what the arguments say.
    ///
    /// @param engines where runs are started; the caller closes them
    /// @return the exit status: see the class's description
    public static int run(Engines engines, PictureWriter pictures, String... arguments) {
        if (List.of(arguments).indexOf(RunCommand.NAME) == 0) {
            // An engine takes its time to get ready; meanwhile the command and the scenario are read and checked.
            engines.warmUp();
        }
        return commandLine(engines, pictures).execute(arguments);
    }

    static CommandLine commandLine(Engines engines, PictureWriter pictures) {
        return commandLine(engines, pictures, new Agreement(Trust.ofThisUser(), Agreement::atTerminal));
    }

    static CommandLine commandLine(Engines engines, PictureWriter pictures, Agreement agreement) {
        return new CommandLine(new CommandLineMain())
                .addSubcommand(new ListCommand())
                .addSubcommand(new ShowCommand())
                .addSubcommand(new CheckCommand())
                .addSubcommand(new CodeCommand())
                .addSubcommand(new RunCommand(engines, pictures, agreement))
                .addSubcommand(new ReportCommand())
                .addSubcommand(new ExportCommand(pictures))
                .addSubcommand(new SchemaCommand())
                .addSubcommand(new HelpCommand())
                .setExecutionExceptionHandler(CommandLineMain::explain);
    }

    private static int explain(Exception problem, CommandLine line, CommandLine.ParseResult parsed) {
        PrintWriter err = line.getErr();
        if (problem instanceof BadInput) {
            err.println(problem.getMessage());
            err.flush();
            return ExitStatus.BAD_INPUT;
        }
        // A fault of the program or of the machine: nothing that could be taken for an expectation that did not hold.
        problem.printStackTrace(err);
        err.flush();
        return ExitStatus.FAILED;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
