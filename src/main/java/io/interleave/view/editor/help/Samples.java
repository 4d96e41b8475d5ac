package io.interleave.view.editor.help;

import io.interleave.code.JavaCode;
import io.interleave.code.Listing;
import io.interleave.code.PythonCode;
import io.interleave.edit.Script;
import io.interleave.model.Gallery;
import io.interleave.model.ScenarioReader;
import io.interleave.model.Settings;
import io.interleave.model.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Finds for each word the shortest scenario of the gallery that shows it; where none does, the word's example is made
/// one. What was found is kept. To be used from any thread, best not from the window's: scenarios are read and
/// translated.
final class Samples {

    /// So many lines of a program are shown at most.
    static final int LINES = 8;

    /// In place of lines that are left out.
    static final String MORE = "…";

    private final Map<Word, Sample> found = new ConcurrentHashMap<>();

    Sample of(Word word) {
        return found.computeIfAbsent(word, Samples::find);
    }

    private static Sample find(Word word) {
        return Gallery.entries().stream()
                .filter(it -> it.text().contains(word.word() + ":"))
                .sorted(Comparator.comparingInt(it -> it.text().length()))
                .flatMap(it -> in(it.name(), it.text(), true, word))
                .findFirst()
                .or(() -> in(word.word().replace('_', '-'), MiniScenario.of(word), false, word)
                        .findFirst())
                .orElseThrow(() -> new IllegalStateException("nothing shows the word " + word.word()));
    }

    /// One for each block of the word that becomes lines in both languages.
    private static Stream<Sample> in(String name, String text, boolean fromGallery, Word word) {
        var outline = Script.of(text).outline();
        var blocks = outline.blocks().stream()
                .filter(it -> it.vocabulary().filter(word::equals).isPresent())
                .toList();
        if (blocks.isEmpty()) {
            return Stream.empty();
        }
        var scenario = ScenarioReader.read(text).scenario();
        return scenario.stream()
                .flatMap(it -> blocks.stream().map(block -> {
                    int line = outline.line(block);
                    var java = lines(JavaCode.of(it, Settings.of(it), name), line);
                    var python = lines(PythonCode.of(it, Settings.of(it), name), line);
                    return new Sample(name, it.title(), fromGallery, text, block.start(), java, python);
                }))
                .filter(it -> !it.java().isEmpty() && !it.python().isEmpty());
    }

    /// The lines that come from a line of the scenario: of a group of units, for one, where it is started and what it
    /// does.
    static List<String> lines(Listing listing, int line) {
        var all = listing.text().lines().toList();
        var taken = new ArrayList<String>();
        for (var passage : listing.passages()) {
            if (passage.place().line() == line && taken.size() < LINES) {
                if (!taken.isEmpty()) {
                    taken.add(MORE);
                }
                taken.addAll(outdented(all.subList(passage.first() - 1, passage.last())));
            }
        }
        return taken.size() > LINES
                ? Stream.concat(taken.stream().limit(LINES - 1), Stream.of(MORE))
                        .toList()
                : taken;
    }

    private static List<String> outdented(List<String> lines) {
        int indent = lines.stream()
                .filter(it -> !it.isBlank())
                .mapToInt(it -> it.length() - it.stripLeading().length())
                .min()
                .orElse(0);
        return lines.stream()
                .map(it -> it.substring(Math.min(indent, it.length())))
                .toList();
    }
}
