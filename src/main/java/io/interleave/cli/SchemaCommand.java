package io.interleave.cli;

import io.interleave.model.Schema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "schema",
        description = "Prints a JSON Schema of scenario files (draft 2020-12), for editors.",
        mixinStandardHelpOptions = true)
final class SchemaCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        var out = spec.commandLine().getOut();
        out.println(new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(Schema.document()));
        out.flush();
    }
}
