package io.interleave.code;

import io.interleave.model.Resource;
import io.interleave.model.UnitGroup;
import io.interleave.model.UnitGroup.Process.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// How child processes are started.
final class PythonProcesses {

    /// As wide as a call may be on one line.
    private static final int WIDTH = 84;

    /// Programs that read no standard input.
    private static final Set<String> DEAF = Set.of("sleep", "seq", "echo", "printf", "true", "false", "git", "env");

    /// Programs that write no files.
    private static final Set<String> HARMLESS = Set.of(
            "sleep", "seq", "echo", "printf", "true", "false", "env", "grep", "head", "tail", "cat", "wc", "sort", "tr",
            "date", "uname", "python3");

    private final PythonProgram program;

    PythonProcesses(PythonProgram program) {
        this.program = program;
    }

    /// Whether any of the children may leave files behind, and so wants a directory of its own.
    boolean writeFiles() {
        return program.scenario.units().stream()
                .anyMatch(it -> it.kind() instanceof UnitGroup.Process process
                        && (!HARMLESS.contains(PythonText.program(process))
                                || process.directory().isPresent()));
    }

    /// The call that starts one, on one line or several.
    ///
    /// @param feeder whose output is its input; empty for none
    String popen(UnitGroup group, String feeder) {
        program.parts.module("subprocess");
        var process = (UnitGroup.Process) group.kind();
        var expressions = program.overIndex(group);
        var command = process.command().stream().map(expressions::text).toList();
        var options = new ArrayList<String>();
        if (!feeder.isEmpty()) {
            options.add("stdin=" + feeder + ".stdout");
        } else if (Pipes.isWritten(program.scenario, group.name())) {
            options.add("stdin=subprocess.PIPE");
        } else if (!DEAF.contains(PythonText.program(process))) {
            options.add("stdin=subprocess.DEVNULL");
        }
        boolean feeds = Pipes.feeds(program.scenario, group.name());
        boolean read = !feeds && Pipes.isRead(program.scenario, group.name());
        if (feeds || read || process.output() == Output.READ) {
            options.add("stdout=subprocess.PIPE");
        } else if (process.output() == Output.DISCARD) {
            options.add("stdout=subprocess.DEVNULL");
        }
        if (read || Pipes.isWritten(program.scenario, group.name())) {
            options.add("text=True");
        }
        if (Pipes.isWritten(program.scenario, group.name())) {
            options.add("bufsize=1");
        }
        if (!process.environment().isEmpty()) {
            program.parts.module("os");
            options.add("env=os.environ | {"
                    + process.environment().entrySet().stream()
                            .map(it -> PythonText.quoted(it.getKey()) + ": " + expressions.text(it.getValue()))
                            .collect(Collectors.joining(", "))
                    + "}");
        }
        process.directory().ifPresent(it -> options.add("cwd=" + expressions.text(it)));
        return call(command, options);
    }

    private static String call(List<String> command, List<String> options) {
        var arguments = new ArrayList<>(List.of("[" + String.join(", ", command) + "]"));
        arguments.addAll(options);
        var line = "subprocess.Popen(" + String.join(", ", arguments) + ")";
        if (line.length() <= WIDTH) {
            return line;
        }
        var text = new StringBuilder("subprocess.Popen(\n");
        if (arguments.getFirst().length() <= WIDTH) {
            text.append("    ").append(arguments.getFirst()).append(",\n");
        } else {
            text.append("    [\n");
            PythonText.fill(command, WIDTH)
                    .forEach(it -> text.append("        ").append(it).append('\n'));
            text.append("    ],\n");
        }
        options.forEach(it -> text.append("    ").append(it).append(",\n"));
        return text.append(")").toString();
    }

    /// Starts one of a group, and first of each that feeds it, each kept by its group's name.
    void startOne(PythonLines lines, UnitGroup group, String comment) {
        var rest = comment;
        var feeder = "";
        for (var each : program.groups.chain(group)) {
            makeDirectory(lines, each);
            var name = program.names.of(each.name());
            lines.add(name + " = " + popen(each, feeder), rest);
            if (!feeder.isEmpty()) {
                lines.add(feeder + ".stdout.close()", "the pipe is theirs alone");
            }
            feeder = name;
            rest = "";
        }
    }

    /// A function that starts one and returns it.
    void defineOne(PythonLines lines, UnitGroup group) {
        lines.from(group.place(), () -> {
            lines.add("def " + program.groups.starter(group.name()) + "():");
            lines.indented(() -> {
                makeDirectory(lines, group);
                lines.add("return " + popen(group, ""));
            });
        });
    }

    private void makeDirectory(PythonLines lines, UnitGroup group) {
        ((UnitGroup.Process) group.kind()).directory().ifPresent(it -> {
            program.parts.module("os");
            lines.add("os.makedirs(" + program.overIndex(group).text(it) + ", exist_ok=True)");
        });
    }

    /// Starts all of a group as a list that bears its name.
    void startList(PythonLines lines, UnitGroup group, String comment) {
        var name = program.names.of(group.name());
        if (((UnitGroup.Process) group.kind()).directory().isPresent()) {
            lines.add(name + " = []", comment);
            lines.add(numbers(group) + ":");
            lines.indented(() -> {
                makeDirectory(lines, group);
                lines.add(name + ".append(" + popen(group, "") + ")");
            });
            return;
        }
        var call = popen(group, "");
        var line = name + " = [" + call + " " + numbers(group) + "]";
        if (line.length() <= WIDTH && line.indexOf('\n') < 0) {
            lines.add(line, comment);
            return;
        }
        lines.add(name + " = [", comment);
        lines.indented(() -> {
            lines.add(call);
            lines.add(numbers(group));
        });
        lines.add("]");
    }

    private String numbers(UnitGroup group) {
        return PythonGroups.mentionsIndex(group)
                ? "for index in " + program.overKnobs().range(Resource.ONE, group.count())
                : "for _ in range(" + program.overKnobs().of(group.count()) + ")";
    }

    /// The lists of all that were started, and a function that starts more. A group that feeds another is started
    /// by the other's function.
    void define(PythonLines lines, UnitGroup group) {
        var chain = program.groups.chain(group);
        lines.from(group.place(), () -> {
            chain.forEach(it -> lines.add(program.names.of(it.name()) + " = []"));
            lines.blank();
            lines.blank();
            lines.add("def " + program.groups.starter(group.name()) + "():");
            lines.indented(() -> {
                var first = "len(" + program.names.of(group.name()) + ") + 1";
                if (PythonGroups.isOne(group)) {
                    if (chain.stream().anyMatch(PythonGroups::mentionsIndex)) {
                        lines.add("index = " + first);
                    }
                    startEach(lines, chain);
                } else {
                    lines.add("first = " + first);
                    lines.add("for index in range(first, first + "
                            + program.overKnobs().operand(group.count()) + "):");
                    lines.indented(() -> startEach(lines, chain));
                }
            });
        });
    }

    private void startEach(PythonLines lines, List<UnitGroup> chain) {
        var feeder = "";
        for (var each : chain) {
            makeDirectory(lines, each);
            var name = program.names.of(each.name());
            lines.add(name + ".append(" + popen(each, feeder) + ")");
            if (!feeder.isEmpty()) {
                lines.add(feeder + ".stdout.close()", "the pipe is theirs alone");
            }
            feeder = name + "[-1]";
        }
    }
}
