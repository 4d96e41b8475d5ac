package io.interleave.engine.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What is to be started. No shell is involved: an argument is an argument, whatever is in it.
///
/// @param program its file
/// @param arguments the first is the name by which the program is called
/// @param environment all of it
/// @param directory must exist
/// @param input whether its standard input is written by us; else there is none, unless another feeds it
/// @param output whether its standard output is read by us; else it is lost, unless another is fed with it
/// @param errors whether its standard error is read by us
public record Recipe(
        Path program,
        List<String> arguments,
        Map<String, String> environment,
        Path directory,
        boolean input,
        boolean output,
        boolean errors) {

    public Recipe {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }
}
