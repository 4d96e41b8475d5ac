package io.interleave.cli;

import io.interleave.lint.Lint;
import io.interleave.model.Gallery;
import io.interleave.model.Reading;
import io.interleave.model.Scenario;
import io.interleave.model.ScenarioReader;
import io.interleave.model.ScenarioText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A scenario as the command line names it: a file, or a name of the gallery.
///
/// @param name as the user wrote it
record Source(String name, String text, Reading reading) {

    /// A file if there is one of that name, else a scenario of the gallery.
    static Source find(String name) throws BadInput {
        var file = file(name);
        if (file.isPresent()) {
            return read(file.get());
        }
        return Gallery.find(name)
                .map(entry -> new Source(name, entry.text(), ScenarioReader.read(entry.text())))
                .orElseThrow(() -> new BadInput("There is no file and no scenario of the gallery named '%s'%s"
                        .formatted(
                                name,
                                Gallery.nearest(name)
                                        .map("; did you mean '%s'?"::formatted)
                                        .orElse("; 'interleave list' names those of the gallery"))));
    }

    static Source read(Path file) throws BadInput {
        try {
            var read = ScenarioText.of(file);
            return new Source(file.toString(), read.text(), read.reading());
        } catch (NoSuchFileException _) {
            throw new BadInput("There is no file '%s'".formatted(file));
        } catch (IOException e) {
            throw new BadInput("The file '%s' cannot be read: %s".formatted(file, e.getMessage()));
        }
    }

    /// The scenario, if nothing is wrong with it.
    Scenario scenario() throws BadInput {
        return reading.scenario().orElseThrow(() -> new BadInput(problems()));
    }

    /// All problems, a line each.
    String problems() {
        return String.join(System.lineSeparator(), problemLines());
    }

    List<String> problemLines() {
        return reading.problems().stream().map(it -> it.inFile(name)).toList();
    }

    /// What is probably a mistake with the knobs as the scenario sets them.
    List<String> hintLines() {
        return reading.scenario().stream()
                .flatMap(it -> Lint.of(it).stream())
                .map(it -> it.inFile(name))
                .toList();
    }

    private static Optional<Path> file(String name) {
        try {
            var file = Path.of(name);
            return Files.exists(file) ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
