package io.interleave.model;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What may stand as a value at one place of a scenario.
///
/// @param words as a message or a reference names it
/// @param choices of a `CHOICE` the words to choose from; of a `NAME` the kinds of thing that may bear it
public record Form(Kind kind, String words, List<String> choices) {

    public enum Kind {
        /// An expression.
        EXPRESSION,
        /// A value written out.
        LITERAL,
        /// A name of the unit's own, which the step gives a value.
        LOCAL,
        NAME,
        /// A name, or a list of names.
        NAMES,
        /// A text with expressions in braces.
        TEXT,
        /// A list of such texts.
        TEXTS,
        /// A mapping of names to such texts.
        ENTRIES,
        /// A text or a number as it stands.
        PLAIN,
        /// A list of those.
        PLAINS,
        CHOICE,
        SWITCH,
        STEPS,
        /// A mapping of one local to its value.
        ASSIGNMENT,
        NOTHING
    }

    public static final Form WHOLE = new Form(Kind.EXPRESSION, "a whole number");
    public static final Form DURATION = new Form(Kind.EXPRESSION, "a duration");
    public static final Form CONDITION = new Form(Kind.EXPRESSION, "a condition");
    public static final Form VALUE = new Form(Kind.EXPRESSION, "an expression");
    static final Form LITERAL = new Form(Kind.LITERAL, "a number, a duration, a switch or a text");
    static final Form NUMBER = new Form(Kind.LITERAL, "a number or a duration");
    public static final Form LOCAL = new Form(Kind.LOCAL, "a name for a local");
    static final Form TEXT = new Form(Kind.TEXT, "a text");
    static final Form COMMAND = new Form(Kind.TEXTS, "a list of a program and its arguments");
    static final Form ENTRIES = new Form(Kind.ENTRIES, "a mapping of names to texts");
    public static final Form PLAIN = new Form(Kind.PLAIN, "a text");
    static final Form OPTIONS = new Form(Kind.PLAINS, "a list of words");
    static final Form SWITCH = new Form(Kind.SWITCH, "on or off");
    static final Form STEPS = new Form(Kind.STEPS, "a list of steps");
    static final Form ASSIGNMENT = new Form(Kind.ASSIGNMENT, "{ a local: an expression }");
    static final Form NOTHING = new Form(Kind.NOTHING, "nothing");

    public Form {
        choices = List.copyOf(choices);
    }

    private Form(Kind kind, String words) {
        this(kind, words, List.of());
    }

    static Form name(String... kinds) {
        return new Form(Kind.NAME, "the name of " + Words.either(kinds), List.of(kinds));
    }

    static Form names(String... kinds) {
        return new Form(Kind.NAMES, "the name of " + Words.either(kinds) + ", or a list of such", List.of(kinds));
    }

    static Form choice(List<String> words) {
        return new Form(Kind.CHOICE, Words.or(words), words);
    }

    static <E extends Enum<E>> Form choice(Class<E> type) {
        return choice(Stream.of(type.getEnumConstants()).map(Form::word).toList());
    }

    /// The word that names a constant in a scenario.
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
