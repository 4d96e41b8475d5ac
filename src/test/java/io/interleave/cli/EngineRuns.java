package io.interleave.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.run.LocalEngines;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs of scenarios as the command line does them.
public final class EngineRuns {

    private EngineRuns() {}

    /// @param scenario of the gallery, or a file
    /// @param limit after which a run is ended, as `--limit` takes it
    /// @param settings as `--set` takes them
    /// @return what `--json` gives
    public static JsonNode run(LocalEngines engines, String scenario, String limit, List<String> settings) {
        var options = new ArrayList<>(List.of("--json", "--limit", limit));
        settings.forEach(it -> options.addAll(List.of("--set", it)));
        return JsonMapper.builder().build().readTree(text(engines, scenario, options));
    }

    /// @param options of `run`
    /// @return all that is printed
    public static String text(LocalEngines engines, String scenario, List<String> options) {
        engines.warmUp();
        var arguments = new ArrayList<>(List.of("run", scenario, "--allow-commands"));
        arguments.addAll(options);
        var out = new StringWriter();
        var err = new StringWriter();
        int status = CommandLineMain.commandLine(engines, (_, _, _) -> {})
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
        assertThat(out.toString()).as("status %d, %s", status, err).isNotEmpty();
        return out.toString();
    }
}
