package io.interleave.cli;

import io.interleave.model.CommandText;
import io.interleave.model.Scenario;
import io.interleave.run.Trust;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Whether the person agrees to the commands that a scenario would start.
///
/// @param person asked where neither an option nor trust answers
record Agreement(Trust trust, Person person) {

    /// Somebody at a terminal.
    interface Person {

        /// @return empty where nobody is there
        Optional<String> answer(String question);
    }

    /// Whoever sits at the terminal of this process.
    static Optional<String> atTerminal(String question) {
        var console = System.console();
        return console != null && console.isTerminal()
                ? Optional.ofNullable(console.readLine("%s ", question))
                : Optional.empty();
    }

    /// @param once the option says yes to this run
    /// @param kept the option says yes for good
    /// @return whether commands may be started; also for a scenario that has none
    /// @throws BadInput if it has, and nobody agreed
    boolean isGiven(Source source, Scenario scenario, boolean once, boolean kept) throws BadInput {
        var commands = CommandText.of(scenario);
        if (commands.isEmpty() || trust.isTrusted(source.text())) {
            return true;
        }
        if (kept) {
            keep(source);
        }
        if (once || kept) {
            return true;
        }
        var list = list(source.name(), commands);
        var answer = person.answer(
                        list + "%nRun it? [y]es, this once; [t]rust this file until it changes; [n]o:".formatted())
                .map(it -> it.strip().toLowerCase(Locale.ROOT));
        if (answer.isPresent()) {
            switch (answer.get()) {
                case "y", "yes" -> {
                    return true;
                }
                case "t", "trust" -> {
                    keep(source);
                    return true;
                }
                default -> throw new BadInput("Nothing was started.");
            }
        }
        throw new BadInput(list
                + ("%nNothing was started. To agree: --allow-commands for this run,"
                                + " or --trust for this file until it changes.")
                        .formatted());
    }

    private void keep(Source source) throws BadInput {
        try {
            trust.trust(source.text());
        } catch (IOException e) {
            throw new BadInput("That '%s' is trusted cannot be kept: %s; --allow-commands runs it this once"
                    .formatted(source.name(), e.getMessage()));
        }
    }

    private static String list(String name, List<CommandText> commands) {
        var text = new StringBuilder("'%s' would start on this machine:".formatted(name));
        for (var command : commands) {
            text.append("%n  %s × %s: %s".formatted(command.unit(), command.count(), command.line()));
            text.append("%n    in %s"
                    .formatted(command.directory()
                            .map(it -> "the directory '%s' of the run's own".formatted(it))
                            .orElse("the run's own directory")));
            command.environment().forEach((key, value) -> text.append("%n    with %s=%s".formatted(key, value)));
        }
        return text.toString();
    }
}
