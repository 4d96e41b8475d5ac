package io.interleave.view.editor.text;

import io.interleave.model.Word;
import io.interleave.model.Word.Family;
import io.interleave.view.editor.text.LineState.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The names that a text declares, and what each is, as far as that can be told from text that need not be in
/// order.
record Outline(List<Declaration> declarations) {

    /// @param kind the word that says what it is: `lock`; empty where nothing says it yet
    /// @param manual whether it says that steps start it
    record Declaration(String name, Family family, String kind, boolean manual) {

        Declaration read(String keys) {
            String found = kind.isEmpty() ? Outline.kind(keys, family) : kind;
            return new Declaration(name, family, found, manual || keys.contains("start: manual"));
        }
    }

    private static final Pattern KEY = Pattern.compile("(\\w+):(?=\\s|$)");

    Outline {
        declarations = List.copyOf(declarations);
    }

    static Outline of(String text) {
        var found = new ArrayList<Declaration>();
        var family = Optional.<Family>empty();
        int depth = -1;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            int indent = Tokenizer.indent(line);
            int end = Keys.end(line, indent);
            if (end < 0) {
                continue;
            }
            String key = line.substring(indent, end);
            if (indent == 0) {
                family = family(Section.of(key));
                depth = -1;
            } else if (family.isPresent() && (depth < 0 || indent <= depth)) {
                depth = indent;
                found.add(new Declaration(key, family.get(), "", false).read(line.substring(end + 1)));
            } else if (family.isPresent() && (found.getLast().kind.isEmpty() || key.equals("start"))) {
                found.add(found.removeLast().read(line));
            }
        }
        return new Outline(found);
    }

    private static Optional<Family> family(Section section) {
        return switch (section) {
            case KNOBS -> Optional.of(Family.KNOB);
            case RESOURCES -> Optional.of(Family.RESOURCE);
            case UNITS -> Optional.of(Family.UNIT);
            case NONE, EXPECT -> Optional.empty();
        };
    }

    private static String kind(String keys, Family family) {
        return KEY.matcher(keys)
                .results()
                .map(it -> it.group(1))
                .filter(it -> Language.word(family, it).isPresent())
                .findFirst()
                .orElse("");
    }

    Set<String> names() {
        return declarations.stream().map(Declaration::name).collect(Collectors.toUnmodifiableSet());
    }

    List<Declaration> of(Family family) {
        return declarations.stream().filter(it -> it.family == family).toList();
    }

    /// Those of one of these kinds.
    List<Declaration> ofKinds(List<String> kinds) {
        return declarations.stream()
                .filter(it -> it.family != Family.KNOB && kinds.contains(it.kind))
                .toList();
    }

    Optional<Word> word(Declaration declaration) {
        return Language.word(declaration.family, declaration.kind);
    }

    /// `wanted`, or with a number behind it where something is called so already.
    String unused(String wanted) {
        var names = names();
        String name = wanted;
        for (int i = 2; names.contains(name); i++) {
            name = wanted + i;
        }
        return name;
    }
}
