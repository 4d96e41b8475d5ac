package io.interleave.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a scenario would start on this machine, for a person to judge: as the scenario writes it, so that it
/// holds for whatever the knobs say. What cannot be seen is shown by its number, such as `\u001b`.
///
/// @param unit the name of the group
/// @param count how many there are of it
/// @param arguments each as one; `{…}` stands for what the run puts there
/// @param directory within that of the run
public record CommandText(
        String unit,
        String count,
        List<String> arguments,
        Map<String, String> environment,
        Optional<String> directory) {

    public CommandText {
        arguments = List.copyOf(arguments);
    }

    /// The commands of a scenario, in the order of the file.
    public static List<CommandText> of(Scenario scenario) {
        return scenario.units().stream()
                .flatMap(group -> group.kind() instanceof UnitGroup.Process process
                        ? List.of(of(group, process)).stream()
                        : java.util.stream.Stream.<CommandText>empty())
                .toList();
    }

    private static CommandText of(UnitGroup group, UnitGroup.Process process) {
        var environment = new LinkedHashMap<String, String>();
        process.environment().forEach((name, value) -> environment.put(visible(name), text(value)));
        return new CommandText(
                group.name(),
                visible(ExprText.of(group.count())),
                process.command().stream().map(CommandText::text).toList(),
                environment,
                process.directory().map(CommandText::text));
    }

    private static String text(Template template) {
        var text = new StringBuilder();
        for (var part : template.parts()) {
            switch (part) {
                case Template.Verbatim(var verbatim) ->
                    text.append(verbatim.replace("{", "{{").replace("}", "}}"));
                case Template.Hole(var value) ->
                    text.append('{').append(ExprText.of(value)).append('}');
            }
        }
        return visible(text.toString());
    }

    /// The arguments in one line, from which each can be told: those that are not plain stand in quotes.
    public String line() {
        return String.join(" ", arguments.stream().map(CommandText::quoted).toList());
    }

    private static String quoted(String argument) {
        return argument.matches("[\\p{L}\\p{N}_./:=+,@%{}$^~*?-]+")
                ? argument
                : "\"" + argument.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /// Nothing that a terminal or a window would act on instead of showing it.
    private static String visible(String text) {
        var shown = new StringBuilder();
        text.codePoints().forEach(it -> {
            switch (Character.getType(it)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.SURROGATE,
                        Character.PRIVATE_USE,
                        Character.UNASSIGNED -> shown.append("\\u%04x".formatted(it));
                default -> shown.appendCodePoint(it);
            }
        });
        return shown.toString();
    }
}
