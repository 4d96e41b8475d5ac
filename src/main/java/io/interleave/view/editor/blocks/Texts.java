package io.interleave.view.editor.blocks;

import io.interleave.edit.Slot;
import io.interleave.model.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A slot's value as one text that is typed, and back. Several values stand behind each other with commas between them,
/// and the parts of a command with blanks, as in any terminal; one that has such a one or a quote in it stands in
/// quotes.
final class Texts {

    private static final char COMMA = ',';
    private static final char BLANK = ' ';

    private Texts() {}

    static String of(Form form, Slot.Content content) {
        return switch (content) {
            case Slot.Absent _ -> "";
            case Slot.Single(String text, boolean _) -> text;
            case Slot.Several(var texts) -> joined(texts, form.kind() == Form.Kind.TEXTS ? BLANK : COMMA);
            case Slot.Entries(var entries) ->
                joined(
                        entries.stream()
                                .map(it -> it.getKey() + "=" + it.getValue())
                                .toList(),
                        COMMA);
            case Slot.Misplaced(String source) -> source;
        };
    }

    /// What was typed, as such a value as may stand there.
    static Slot.Content content(Form form, String typed) {
        if (typed.isBlank()) {
            return new Slot.Absent();
        }
        return switch (form.kind()) {
            case TEXTS -> new Slot.Several(parts(typed.strip(), BLANK));
            case PLAINS, NAMES -> new Slot.Several(parts(typed, COMMA));
            case ENTRIES ->
                new Slot.Entries(parts(typed, COMMA).stream().map(Texts::entry).toList());
            case EXPRESSION, LITERAL, LOCAL, NAME, TEXT, PLAIN, CHOICE, SWITCH, STEPS, ASSIGNMENT, NOTHING ->
                Slot.Single.of(typed.strip());
        };
    }

    private static Map.Entry<String, String> entry(String part) {
        int equals = part.indexOf('=');
        return equals < 0 ? Map.entry(part, "") : Map.entry(part.substring(0, equals), part.substring(equals + 1));
    }

    private static String joined(List<String> texts, char between) {
        return texts.stream()
                .map(it -> quoted(it, between))
                .collect(Collectors.joining(between == BLANK ? " " : between + " "));
    }

    private static String quoted(String text, char between) {
        boolean isPlain = !text.isEmpty()
                && text.equals(text.strip())
                && text.chars().noneMatch(it -> it == between || it == '\'');
        return isPlain ? text : "'" + text.replace("'", "''") + "'";
    }

    private static List<String> parts(String typed, char between) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        boolean quoted = false;
        boolean wasQuoted = false;
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            boolean isDoubled = quoted && c == '\'' && i + 1 < typed.length() && typed.charAt(i + 1) == '\'';
            if (isDoubled) {
                part.append(c);
                i++;
            } else if (c == '\'' && (quoted || part.toString().isBlank())) {
                if (!quoted) {
                    part.setLength(0);
                }
                quoted = !quoted;
                wasQuoted = true;
            } else if (c == between && !quoted) {
                if (between == COMMA || wasQuoted || !part.isEmpty()) {
                    parts.add(wasQuoted ? part.toString() : part.toString().strip());
                }
                part.setLength(0);
                wasQuoted = false;
            } else if (!wasQuoted || quoted) {
                part.append(c);
            }
        }
        parts.add(wasQuoted ? part.toString() : part.toString().strip());
        return parts;
    }
}
