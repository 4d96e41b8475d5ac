package io.interleave.view.editor.text;

import io.interleave.model.Form;
import io.interleave.model.Vocabulary;
import io.interleave.model.Word;
import io.interleave.model.Word.Family;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What may be written at a place of a scenario.
sealed interface CursorPlace {

    /// A key of the whole scenario.
    record Top(List<String> present) implements CursorPlace {}

    /// A new name in a section.
    record Name(Family family) implements CursorPlace {}

    /// One of these words, which says what a step or a thing is.
    ///
    /// @param dash whether the dash of the list is still missing
    record Words(List<Word> words, boolean inline, boolean dash) implements CursorPlace {}

    /// One of these keys.
    record Keys(List<Word.Key> keys, boolean inline) implements CursorPlace {}

    /// A value.
    ///
    /// @param meaning what the reference says of it
    /// @param section in which part of the scenario
    record Value(Form form, String meaning, LineState.Section section) implements CursorPlace {}

    /// A condition on what comes out.
    record Expected() implements CursorPlace {}

    /// Nothing that is known.
    record Unknown() implements CursorPlace {}

    static CursorPlace of(Surroundings around) {
        return new Finder(around).find();
    }

    /// Reads the levels from the outermost to the innermost.
    final class Finder {

        private static final Set<String> BODIES = Set.of("steps", "else");

        private final Surroundings around;
        private final List<Level> levels;
        private final LineState.Section section;

        Finder(Surroundings around) {
            this.around = around;
            levels = around.levels();
            section = LineState.Section.of(levels.getLast().current());
        }

        CursorPlace find() {
            var inner = levels.getFirst();
            if (levels.size() == 1) {
                return inner.current().isEmpty() && inner.column() == 0 ? new Top(inner.keys()) : new Unknown();
            }
            return switch (section) {
                case NONE -> new Unknown();
                case EXPECT -> new Expected();
                case KNOBS -> thing(Family.KNOB);
                case RESOURCES -> thing(Family.RESOURCE);
                case UNITS -> levels.size() <= 3 && !isStep(0) ? thing(Family.UNIT) : step();
            };
        }

        private CursorPlace thing(Family family) {
            var inner = levels.getFirst();
            if (levels.size() == 2) {
                return inner.current().isEmpty() ? new Name(family) : new Unknown();
            }
            var word = kind(inner, family);
            return word.map(it ->
                            inner.current().isEmpty() && !around.listed() ? keys(it.beside(), inner) : value(it, inner))
                    .orElseGet(() -> inner.current().isEmpty()
                            ? new Words(Vocabulary.all(family), inner.inline(), false)
                            : new Unknown());
        }

        /// Of a word that may also stand beside another, as the `queue` of a `pool`, the other.
        private static Optional<Word> kind(Level level, Family family) {
            var words = Stream.concat(level.keys().stream(), Stream.of(level.current()))
                    .flatMap(it -> Language.word(family, it).stream())
                    .toList();
            return words.stream()
                    .filter(it -> words.stream()
                            .noneMatch(other -> other.beside().stream()
                                    .anyMatch(key -> key.name().equals(it.word()))))
                    .findFirst()
                    .or(() -> words.stream().findFirst());
        }

        private CursorPlace step() {
            var inner = levels.getFirst();
            if (isStep(0)) {
                var word = kind(inner, Family.STEP);
                return word.map(it -> inner.current().isEmpty() ? keys(it.beside(), inner) : value(it, inner))
                        .orElseGet(() -> inner.current().isEmpty()
                                ? new Words(Vocabulary.all(Family.STEP), inner.inline(), !inner.item())
                                : new Unknown());
            }
            var outer = levels.get(1);
            var word = Language.word(Family.STEP, outer.current());
            if (isStep(1) && word.isPresent()) {
                return inner.current().isEmpty()
                        ? keys(word.get().keys(), inner)
                        : form(word.get().keys(), inner.current());
            }
            return new Unknown();
        }

        /// Whether a level is a step: an item of a list of steps, or where such a list can begin.
        private boolean isStep(int level) {
            var it = levels.get(level);
            boolean begun = it.keys().isEmpty() && it.current().isEmpty() && !it.inline();
            return (it.item() || begun)
                    && level + 1 < levels.size()
                    && BODIES.contains(levels.get(level + 1).current());
        }

        private CursorPlace value(Word word, Level level) {
            return level.current().equals(word.word())
                    ? word.alone()
                            .<CursorPlace>map(it -> valueOf(it, word.meaning()))
                            .orElseGet(Unknown::new)
                    : form(word.beside(), level.current());
        }

        private CursorPlace form(List<Word.Key> keys, String current) {
            return keys.stream()
                    .filter(it -> it.name().equals(current))
                    .findFirst()
                    .<CursorPlace>map(it -> valueOf(it.form(), it.meaning()))
                    .orElseGet(Unknown::new);
        }

        private CursorPlace valueOf(Form form, String meaning) {
            return new Value(form, meaning, section);
        }

        private static CursorPlace keys(List<Word.Key> keys, Level level) {
            return new Keys(
                    keys.stream()
                            .filter(it -> !level.keys().contains(it.name()))
                            .toList(),
                    level.inline());
        }
    }
}
