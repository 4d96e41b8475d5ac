package io.interleave.model;

import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/// Says in a student's words what the YAML scanner complains of.
final class YamlErrors {

    private static final String OPEN = "expected ',' or '";

    private YamlErrors() {}

    static void report(MarkedYamlEngineException error, Problems problems) {
        String said = error.getProblem() == null ? "" : error.getProblem();
        String problem = said.toLowerCase(Locale.ROOT);
        boolean unfinished = problem.contains("stream end") || problem.contains("end of stream");
        var mark = unfinished ? error.getContextMark().or(error::getProblemMark) : error.getProblemMark();
        var place = mark.map(YamlErrors::place).orElse(new Place(1, 1, 1, 1));
        if (unfinished) {
            problems.error(place, "what begins here is never closed", "its closing quote or bracket");
        } else if (problem.startsWith(OPEN)) {
            reportOpen(problem.charAt(OPEN.length()), error.getContextMark().map(YamlErrors::place), place, problems);
        } else if (problem.contains("tab")) {
            problems.error(place, "a tab stands where only spaces may", "spaces, two for each level");
        } else if (problem.contains("mapping values are not allowed")) {
            problems.error(
                    place,
                    "this ':' begins a value where none can stand",
                    "quotes around a text with ': ' in it, or each key on a line of its own");
        } else if (problem.contains("cannot start any token")) {
            problems.error(place, "a text cannot begin like this", "quotes around it");
        } else if (problem.contains("node content")) {
            problems.error(place, "a value is missing here", "a value, or quotes around a text that begins like this");
        } else if (problem.contains("unknown escape")) {
            problems.error(
                    place,
                    "what follows this '\\' means nothing in double quotes",
                    "'\\\\' for the character itself, or single quotes");
        } else if (problem.contains("block end") || problem.contains("could not find expected ':'")) {
            problems.error(
                    place,
                    "this does not fit the lines above",
                    "the same indentation for everything on one level, and 'key: value' or '- item'");
        } else {
            problems.error(place, "this is not YAML: " + said.strip(), "");
        }
    }

    /// @param closing the bracket that is missing
    /// @param opening where its pair stands
    /// @param noticed where something else stands instead
    private static void reportOpen(char closing, Optional<Place> opening, Place noticed, Problems problems) {
        problems.error(
                opening.orElse(noticed),
                "this '%s' is still open at %d:%d"
                        .formatted(closing == '}' ? '{' : '[', noticed.line(), noticed.column()),
                "'%s' before that, or ',' and what else belongs in it".formatted(closing));
    }

    private static Place place(Mark mark) {
        int line = mark.getLine() + 1;
        int column = mark.getColumn() + 1;
        return new Place(line, column, line, column + 1);
    }
}
