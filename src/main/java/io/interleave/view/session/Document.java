package io.interleave.view.session;

import io.interleave.model.Problem;
import io.interleave.model.Reading;
import io.interleave.model.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A scenario that the window has open, from the gallery or a file: its text, and what reading it gave.
///
/// @param name the gallery's word for it, or the file's name without its ending
/// @param file empty for one of the gallery
/// @param unreadable why the file could not be read at all, in words; empty if it could
public record Document(
        String name,
        Optional<Path> file,
        String text,
        Optional<Scenario> scenario,
        List<Problem> problems,
        Optional<String> unreadable) {

    public Document {
        problems = List.copyOf(problems);
    }

    /// This after its text was edited. While that is wrong the last one that was not is kept, to be run. A file that
    /// could not be read has no text to be wrong.
    ///
    /// @param reading of `edited`
    public Document revised(String edited, Reading reading) {
        if (unreadable.isPresent() && edited.equals(text)) {
            return this;
        }
        boolean keeps = reading.scenario().isEmpty() && isSound();
        return new Document(
                name,
                file,
                keeps ? text : edited,
                keeps ? scenario : reading.scenario(),
                reading.problems(),
                Optional.empty());
    }

    /// This, from now on in that file.
    public Document in(Path itsFile) {
        return new Document(Library.stem(itsFile), Optional.of(itsFile), text, scenario, problems, unreadable);
    }

    public String title() {
        return scenario.map(Scenario::title).orElse(name);
    }

    /// What messages call it: the file's name, or the gallery's word.
    public String fileName() {
        return file.map(it -> it.getFileName().toString()).orElse(name);
    }

    /// Whether it can be run.
    public boolean isSound() {
        return scenario.isPresent();
    }
}
