package io.interleave.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads what a child process is started with. What the system could not be given is a problem here already, as
/// far as the file alone decides it.
final class ProcessReader {

    private static final String COMMAND = "a list of a program and its arguments, such as [sleep, \"0.1\"]";

    private ProcessReader() {}

    static List<Template> command(Fields fields, YamlNode.Scalar owner, Scope scope, Problems problems) {
        var command = new ArrayList<Template>();
        var node = fields.required("command", COMMAND);
        if (node.isEmpty()) {
            return command;
        }
        if (!(node.get() instanceof YamlNode.Sequence list) || list.items().isEmpty()) {
            boolean one = node.get() instanceof YamlNode.Scalar scalar && !scalar.isMissing();
            problems.error(
                    node.get().place(),
                    one
                            ? "no shell takes this command apart"
                            : "'command' has %s"
                                    .formatted(
                                            node.get() instanceof YamlNode.Sequence
                                                    ? "an empty list"
                                                    : node.get().words()),
                    COMMAND);
            return command;
        }
        if (list.items().size() > Limits.ARGUMENTS) {
            problems.error(
                    list.items().get(Limits.ARGUMENTS).place(),
                    "too many arguments",
                    "at most %d".formatted(Limits.ARGUMENTS));
            return command;
        }
        for (var item : list.items()) {
            if (item instanceof YamlNode.Scalar scalar && !scalar.isMissing()) {
                text(scalar, scope, problems).ifPresent(command::add);
            } else {
                problems.error(item.place(), "%s stands where an argument should".formatted(item.words()), "a text");
            }
        }
        if (list.items().getFirst() instanceof YamlNode.Scalar program
                && program.text().isBlank()) {
            problems.error(program.place(), "'%s' has no program".formatted(owner.shown()), COMMAND);
        }
        return command;
    }

    static Map<String, Template> environment(Fields fields, Scope scope, Problems problems) {
        var environment = new LinkedHashMap<String, Template>();
        var node = fields.optional("environment");
        if (node.isEmpty()) {
            return environment;
        }
        if (!(node.get() instanceof YamlNode.Mapping mapping)) {
            problems.error(
                    node.get().place(),
                    "'environment' has %s".formatted(node.get().words()),
                    "{ NAME: a text }");
            return environment;
        }
        for (var entry : mapping.entries()) {
            String name = entry.key().text();
            if (name.isEmpty() || name.contains("=") || name.contains("\0")) {
                problems.error(
                        entry.key().place(),
                        "'%s' cannot be the name of an environment variable"
                                .formatted(entry.key().shown()),
                        "a name without '='");
            } else if (entry.value() instanceof YamlNode.Scalar scalar && !scalar.isMissing()) {
                text(scalar, scope, problems).ifPresent(it -> environment.put(name, it));
            } else {
                problems.error(
                        entry.value().place(),
                        "'%s' has %s".formatted(name, entry.value().words()),
                        "a text");
            }
        }
        return environment;
    }

    static Optional<Template> directory(YamlNode.Scalar scalar, Scope scope, Problems problems) {
        boolean leaves = scalar.text().startsWith("/")
                || scalar.text().startsWith("\\")
                || scalar.text().matches("[A-Za-z]:.*")
                || List.of(scalar.text().split("[/\\\\]", -1)).contains("..");
        if (leaves) {
            problems.error(
                    scalar.place(),
                    "'%s' is outside of the run's own directory".formatted(scalar.shown()),
                    "a path within it, such as 'work/{index}'");
        }
        return text(scalar, scope, problems).filter(_ -> !leaves);
    }

    private static Optional<Template> text(YamlNode.Scalar scalar, Scope scope, Problems problems) {
        if (scalar.text().indexOf('\0') >= 0) {
            problems.error(scalar.place(), "a zero character, which no process can be given", "a text without it");
            return Optional.empty();
        }
        return TemplateReader.read(scalar, scope, problems);
    }
}
