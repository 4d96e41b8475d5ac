package io.interleave.cli;

import io.interleave.model.Gallery;
import io.interleave.model.Scenario;
import io.interleave.model.ScenarioReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "list", description = "Lists the scenarios of the gallery.", mixinStandardHelpOptions = true)
final class ListCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        var out = spec.commandLine().getOut();
        int width = Gallery.entries().stream()
                .mapToInt(it -> it.name().length())
                .max()
                .orElse(0);
        var chapter = "";
        for (var entry : Gallery.entries()) {
            if (!entry.chapter().equals(chapter)) {
                chapter = entry.chapter();
                out.println(chapter);
            }
            var title = ScenarioReader.read(entry.text())
                    .scenario()
                    .map(Scenario::title)
                    .orElse("");
            out.printf("  %-" + width + "s  %s%n", entry.name(), title);
        }
        out.flush();
    }
}
