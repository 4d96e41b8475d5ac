package io.interleave.view.editor.text;

import io.interleave.model.Word.Family;
import io.interleave.view.editor.text.LineState.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Cuts one line of a scenario into tokens, given what the lines before say. It reads as much of YAML as colours
/// need, and takes any text, however broken.
final class Tokenizer {

    /// @param tokens in order, without gaps between the first and the last
    /// @param next what this line says to the one after it
    record Result(List<Token> tokens, LineState next) {}

    private static final Set<String> CONSTANTS = Set.of("on", "off", "true", "false", "yes", "no");
    private static final Set<String> OPERATORS = Set.of("and", "or", "not");

    private final String line;
    private final Set<String> declared;
    private final List<Token> tokens = new ArrayList<>();
    private Section section;
    private int names;
    private int block;
    private char quote;
    private int flow;
    private boolean named;
    private int at;
    private boolean item;

    private Tokenizer(String line, LineState state, Set<String> declared) {
        this.line = line;
        this.declared = declared;
        section = state.section();
        names = state.names();
        block = state.block();
        quote = state.quote();
        flow = state.flow();
        named = state.named();
    }

    /// @param declared the names that the scenario declares
    static Result read(String line, LineState state, Set<String> declared) {
        return new Tokenizer(line, state, declared).read();
    }

    private Result read() {
        int indent = indent(line);
        boolean blank = indent == line.length();
        if (block >= 0 && (blank || indent > block)) {
            add(0, line.length(), TokenKind.STRING);
        } else {
            block = -1;
            at = indent;
            if (quote != 0) {
                at = 0;
                quoted(0);
            } else if (flow == 0) {
                dashes();
                key(at, indent);
            }
            values();
        }
        return new Result(List.copyOf(tokens), new LineState(section, names, block, quote, flow, named));
    }

    static int indent(String line) {
        int indent = 0;
        while (indent < line.length() && line.charAt(indent) == ' ') {
            indent++;
        }
        return indent;
    }

    private void dashes() {
        while (at < line.length() && line.charAt(at) == '-' && isSpace(at + 1)) {
            add(at, at + 1, TokenKind.PUNCTUATION);
            item = true;
            at++;
            skipSpaces();
        }
    }

    /// A key at this place, if there is one.
    private void key(int start, int indent) {
        int end = Keys.end(line, start);
        if (end < 0) {
            return;
        }
        String key = line.substring(start, end);
        add(start, end, kind(key, indent));
        add(end, end + 1, TokenKind.PUNCTUATION);
        at = end + 1;
        skipSpaces();
        if (at < line.length() && (line.charAt(at) == '|' || line.charAt(at) == '>')) {
            block = start;
        } else if (Language.isText(key) && flow == 0) {
            text();
        }
    }

    private TokenKind kind(String key, int indent) {
        if (flow == 0 && indent == 0 && !item) {
            section = Section.of(key);
            names = -1;
            named = false;
            return TokenKind.SECTION;
        }
        if (flow == 0 && !item && section != Section.NONE && (names < 0 || indent <= names)) {
            names = indent;
            named = true;
            return TokenKind.DECLARATION;
        }
        boolean step = item && section == Section.UNITS;
        var word = family(step).flatMap(it -> Language.word(it, key));
        if (word.isPresent() && !step) {
            named = false;
        }
        item = false;
        return word.map(TokenKind::of).orElse(TokenKind.KEY);
    }

    /// Of which family a key here can be, if of any.
    private Optional<Family> family(boolean step) {
        if (step) {
            return Optional.of(Family.STEP);
        }
        if (!named) {
            return Optional.empty();
        }
        return switch (section) {
            case NONE, EXPECT -> Optional.empty();
            case KNOBS -> Optional.of(Family.KNOB);
            case RESOURCES -> Optional.of(Family.RESOURCE);
            case UNITS -> Optional.of(Family.UNIT);
        };
    }

    private void values() {
        while (at < line.length()) {
            char c = line.charAt(at);
            if (c == ' ') {
                at++;
            } else if (c == '#' && isSpace(at - 1)) {
                add(at, line.length(), TokenKind.COMMENT);
                at = line.length();
            } else if (c == '"' || c == '\'') {
                quote = c;
                quoted(at + 1);
            } else if (c == '{' || c == '[') {
                item = c == '{' && section == Section.UNITS && isInList();
                flow++;
                add(at, ++at, TokenKind.PUNCTUATION);
                inFlow();
            } else if (c == '}' || c == ']') {
                flow = Math.max(0, flow - 1);
                add(at, ++at, TokenKind.PUNCTUATION);
            } else if (c == ',' && flow > 0) {
                add(at, ++at, TokenKind.PUNCTUATION);
                inFlow();
            } else if (c == '$') {
                int end = wordEnd(at + 1);
                add(at, end, TokenKind.KNOB);
                at = end;
            } else if (Character.isDigit(c)) {
                int end = numberEnd(at);
                add(at, end, TokenKind.NUMBER);
                at = end;
            } else if (Character.isLetter(c) || c == '_') {
                word();
            } else {
                add(at, ++at, TokenKind.PUNCTUATION);
            }
        }
    }

    /// A key may stand here, within braces.
    private void inFlow() {
        skipSpaces();
        key(at, at);
    }

    /// Whether what begins here is an item of a list within brackets, and so a step.
    private boolean isInList() {
        int before = at - 1;
        while (before >= 0 && line.charAt(before) == ' ') {
            before--;
        }
        return before >= 0 && (line.charAt(before) == '[' || line.charAt(before) == ',');
    }

    private void word() {
        int end = wordEnd(at);
        String word = line.substring(at, end);
        var kind = CONSTANTS.contains(word)
                ? TokenKind.NUMBER
                : OPERATORS.contains(word)
                        ? TokenKind.PUNCTUATION
                        : declared.contains(word) ? TokenKind.NAME : TokenKind.PLAIN;
        add(at, end, kind);
        at = end;
    }

    /// From inside a quoted text to its end, if that is on this line.
    private void quoted(int from) {
        int start = at;
        int end = from;
        while (end < line.length() && line.charAt(end) != quote) {
            end += quote == '"' && line.charAt(end) == '\\' ? 2 : 1;
        }
        if (end < line.length()) {
            quote = 0;
        }
        at = Math.min(line.length(), end + 1);
        add(start, at, TokenKind.STRING);
    }

    /// A text without quotes, up to a comment.
    private void text() {
        if (at == line.length() || "\"'#".indexOf(line.charAt(at)) >= 0) {
            return;
        }
        int end = line.indexOf(" #", at);
        end = end < 0 ? line.length() : end;
        add(at, end, TokenKind.STRING);
        at = end;
    }

    private int wordEnd(int from) {
        int end = from;
        while (end < line.length() && (Character.isLetterOrDigit(line.charAt(end)) || line.charAt(end) == '_')) {
            end++;
        }
        return end;
    }

    /// A number with its unit: `0.5`, `1e3`, `250us`.
    private int numberEnd(int from) {
        int end = from;
        while (end < line.length() && (Character.isLetterOrDigit(line.charAt(end)) || isPoint(end))) {
            end++;
        }
        return end;
    }

    private boolean isPoint(int index) {
        return line.charAt(index) == '.' && index + 1 < line.length() && Character.isDigit(line.charAt(index + 1));
    }

    private void skipSpaces() {
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
    }

    private boolean isSpace(int index) {
        return index < 0 || index >= line.length() || line.charAt(index) == ' ';
    }

    private void add(int start, int end, TokenKind kind) {
        if (end > start) {
            tokens.add(new Token(start, end, kind));
        }
    }
}
