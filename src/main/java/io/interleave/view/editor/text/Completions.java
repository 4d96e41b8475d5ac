package io.interleave.view.editor.text;

import io.interleave.model.Form;
import io.interleave.model.Vocabulary;
import io.interleave.model.Word;
import io.interleave.model.Word.Family;
import io.interleave.view.editor.text.LineState.Section;
import io.interleave.view.fx.Messages;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What may be written at a place of a scenario, whatever state its text is in.
final class Completions {

    private final int offset;
    private final String text;
    private final Surroundings around;
    private final Outline outline;
    private final Body body;
    private final String prefix;
    private final int from;

    private Completions(String text, int offset, Outline outline) {
        this.text = text;
        this.offset = offset;
        around = Surroundings.at(text, offset);
        this.outline = outline;
        body = new Body(outline);
        int start = offset;
        while (start > 0 && isWord(text.charAt(start - 1))) {
            start--;
        }
        boolean dollar = start > 0 && text.charAt(start - 1) == '$';
        from = dollar ? start - 1 : start;
        prefix = text.substring(from, offset);
    }

    /// Those that what is written already can be the beginning of, the likeliest first.
    static List<Completion> at(String text, int offset) {
        return at(text, offset, Outline.of(text));
    }

    /// @param outline what the text declares
    static List<Completion> at(String text, int offset, Outline outline) {
        return isComment(text, offset) ? List.of() : new Completions(text, offset, outline).find();
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private List<Completion> find() {
        return offered()
                .filter(it -> fits(it.label()))
                .sorted(Comparator.comparing(it -> !it.label().startsWith(prefix)))
                .toList();
    }

    private static boolean isComment(String text, int offset) {
        String before = text.substring(text.lastIndexOf('\n', offset - 1) + 1, offset);
        return before.stripLeading().startsWith("#") || before.contains(" #");
    }

    /// Whether it begins so, or one of its words does.
    private boolean fits(String label) {
        String wanted = prefix.toLowerCase(Locale.ROOT);
        String offered = label.toLowerCase(Locale.ROOT);
        return offered.startsWith(wanted) || offered.contains("_" + wanted);
    }

    private Stream<Completion> offered() {
        return switch (CursorPlace.of(around)) {
            case CursorPlace.Top(var present) ->
                Language.SECTIONS.stream().filter(it -> !present.contains(it)).map(this::section);
            case CursorPlace.Name(Family family) ->
                Vocabulary.all(family).stream().map(this::declaration);
            case CursorPlace.Words(var words, boolean inline, boolean dash) ->
                words.stream().map(it -> word(it, inline, dash));
            case CursorPlace.Keys(var keys, boolean inline) -> keys.stream().map(it -> key(it, inline));
            case CursorPlace.Value(var form, var meaning, var section) -> value(form, meaning, section);
            case CursorPlace.Expected _ -> Stream.concat(knobs(), named(outline.ofKinds(List.of("variable"))));
            case CursorPlace.Unknown _ -> Stream.empty();
        };
    }

    private int column() {
        return from - (text.lastIndexOf('\n', from - 1) + 1);
    }

    private Completion section(String key) {
        String insert = switch (Section.of(key)) {
            case NONE -> key + ": " + (key.equals("interleave") ? "1" : "");
            case KNOBS, RESOURCES, UNITS -> key + ":\n  ";
            case EXPECT -> key + ":\n  - ";
        };
        return new Completion(
                key,
                TokenKind.SECTION,
                Messages.text("editor.section." + key),
                from,
                insert,
                insert.length(),
                insert.length());
    }

    private Completion declaration(Word word) {
        String name = outline.unused(word.word());
        String insert = body.declaration(word, name, column());
        return new Completion(word.word(), TokenKind.of(word), Meanings.of(word), from, insert, 0, name.length());
    }

    private Completion word(Word word, boolean inline, boolean dash) {
        String lead = dash ? "- " : "";
        String insert = lead + (inline ? body.inline(word) : body.block(word, column() + lead.length()));
        return filled(
                word.word(),
                TokenKind.of(word),
                Meanings.of(word),
                insert,
                lead.length() + word.word().length());
    }

    private Completion key(Word.Key key, boolean inline) {
        String value = inline ? body.inlineValue(key) : body.value(key, column());
        String insert = key.name() + ":" + (value.startsWith("\n") ? value : " " + value);
        return filled(
                key.name(), TokenKind.KEY, Meanings.of(key), insert, key.name().length());
    }

    /// With the first value selected that is behind the first colon.
    private Completion filled(String label, TokenKind kind, String meaning, String insert, int colon) {
        var value = Values.first(insert, colon + 1);
        return new Completion(label, kind, meaning, from, insert, value.start(), value.end());
    }

    private Stream<Completion> value(Form form, String meaning, Section section) {
        return switch (form.kind()) {
            case EXPRESSION, ASSIGNMENT -> expression(section);
            case TEXT, TEXTS, ENTRIES -> isInBraces() ? expression(section) : Stream.empty();
            case NAME, NAMES ->
                form.choices().contains("task")
                        ? Stream.concat(named(outline.ofKinds(form.choices())), locals())
                        : named(outline.ofKinds(form.choices()));
            case CHOICE -> words(form.choices(), meaning);
            case SWITCH -> words(List.of("on", "off"), meaning);
            case LITERAL, LOCAL, PLAIN, PLAINS, STEPS, NOTHING -> Stream.empty();
        };
    }

    /// Whether the text at the place is in the braces of an expression.
    private boolean isInBraces() {
        String before = text.substring(text.lastIndexOf('\n', offset - 1) + 1, offset);
        return before.lastIndexOf('{') > before.lastIndexOf('}');
    }

    private Stream<Completion> expression(Section section) {
        if (prefix.startsWith("$") || section != Section.UNITS) {
            return knobs();
        }
        return Stream.concat(locals(), knobs());
    }

    private Stream<Completion> knobs() {
        return outline.of(Family.KNOB).stream()
                .map(it -> Completion.plain(
                        "$" + it.name(),
                        TokenKind.KNOB,
                        outline.word(it).map(Meanings::of).orElse(""),
                        from))
                .map(it -> prefix.isEmpty() || prefix.startsWith("$") ? it : withoutDollar(it));
    }

    private Completion withoutDollar(Completion it) {
        return Completion.plain(it.label().substring(1), it.kind(), it.meaning(), from);
    }

    private Stream<Completion> named(List<Outline.Declaration> declared) {
        return declared.stream()
                .map(it -> Completion.plain(
                        it.name(),
                        outline.word(it).map(TokenKind::of).orElse(TokenKind.NAME),
                        it.kind().replace('_', ' ')
                                + outline.word(it)
                                        .map(word -> ": " + Meanings.of(word))
                                        .orElse(""),
                        from));
    }

    private Stream<Completion> words(List<String> words, String meaning) {
        return words.stream().map(it -> Completion.plain(it, TokenKind.NUMBER, Meanings.ofChoice(it, meaning), from));
    }

    private Stream<Completion> locals() {
        return Locals.at(text, offset).stream()
                .map(it -> Completion.plain(it, TokenKind.NAME, Messages.text("editor.local"), from));
    }
}
