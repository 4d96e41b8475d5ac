package io.interleave.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Cuts an expression into words and checks that operands and operators alternate and that parentheses match, so
/// that whatever is wrong is told with its place and the parser proper sees nothing else.
final class ExprLexer {

    /// @param symbol of an operator or a parenthesis the way the parser knows it, otherwise empty
    /// @param name of a name, without `$`, otherwise empty
    /// @param value of a literal
    record Token(int from, int to, String symbol, String name, Optional<Value> value) {
        boolean isOperand() {
            return symbol.isEmpty();
        }
    }

    /// Where a part of the expression stands in the file.
    interface Places {
        Place part(int from, int to);
    }

    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final List<String> SYMBOLS =
            List.of("==", "!=", "<=", ">=", "&&", "||", "+", "-", "*", "/", "%", "<", ">", "!", "(", ")");

    private final String text;
    private final Places places;
    private final Problems problems;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private ExprLexer(String text, Places places, Problems problems) {
        this.text = text;
        this.places = places;
        this.problems = problems;
    }

    /// The words of `text`, or nothing if it is not an expression; then `problems` says why.
    static Optional<List<Token>> tokens(String text, Places places, Problems problems) {
        var lexer = new ExprLexer(text, places, problems);
        return lexer.cut() && lexer.alternates() ? Optional.of(List.copyOf(lexer.tokens)) : Optional.empty();
    }

    private boolean cut() {
        if (text.length() > Limits.EXPRESSION_LENGTH) {
            return fail(
                    0,
                    text.length(),
                    "this expression is too long",
                    "at most %d characters".formatted(Limits.EXPRESSION_LENGTH));
        }
        while (at < text.length()) {
            int c = text.codePointAt(at);
            boolean read;
            if (Character.isWhitespace(c)) {
                at++;
                read = true;
            } else if (c >= '0' && c <= '9') {
                read = number();
            } else if (c == '\'' || c == '"') {
                read = quoted((char) c);
            } else if (c == '$' || Names.mayStart(c)) {
                read = word();
            } else {
                read = symbol();
            }
            if (!read) {
                return false;
            }
        }
        return true;
    }

    private boolean number() {
        var number = NUMBER.matcher(text);
        number.region(at, text.length()).lookingAt();
        int digitsEnd = number.end();
        int end = wordEnd(digitsEnd);
        String unit = text.substring(digitsEnd, end);
        if (!unit.isEmpty() && !Durations.UNITS.contains(unit) && !unit.equals("μs")) {
            problems.unknown(
                    places.part(digitsEnd, end),
                    "'%s' is no unit of time".formatted(Names.shown(unit)),
                    "ns, us, ms, s or min behind a number, or an operator between a number and a name",
                    unit,
                    Durations.UNITS);
            return false;
        }
        var value = Literals.number(text.substring(at, end));
        if (value.isEmpty()) {
            return fail(at, end, "'%s' is too large, or too fine".formatted(Names.shown(text.substring(at, end))), "");
        }
        add(end, "", "", value);
        return true;
    }

    private boolean quoted(char quote) {
        var said = new StringBuilder();
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == quote) {
                add(i + 1, "", "", Optional.of(new Value.Text(said.toString())));
                return true;
            }
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                c = text.charAt(i);
            }
            said.append(c);
        }
        return fail(at, text.length(), "the quote that begins here is never closed", "");
    }

    private boolean word() {
        boolean marked = text.charAt(at) == '$';
        int start = marked ? at + 1 : at;
        int end = start < text.length() && Names.mayStart(text.codePointAt(start)) ? wordEnd(start) : start;
        String word = text.substring(start, end);
        if (word.isEmpty()) {
            return fail(at, at + 1, "'$' stands alone", "a name behind it");
        }
        var truth = marked ? Optional.<Value>empty() : Literals.truth(word);
        if (truth.isPresent()) {
            add(end, "", "", truth);
        } else if (!marked && Names.isOperator(word)) {
            add(end, word.equals("and") ? "&&" : word.equals("or") ? "||" : "!", "", Optional.empty());
        } else {
            add(end, "", word, Optional.empty());
        }
        return true;
    }

    private boolean symbol() {
        for (String symbol : SYMBOLS) {
            if (text.startsWith(symbol, at)) {
                add(at + symbol.length(), symbol, "", Optional.empty());
                return true;
            }
        }
        int end = text.offsetByCodePoints(at, 1);
        String found = text.substring(at, end);
        return switch (found) {
            case "=" -> fail(at, end, "'=' would set something, which an expression cannot", "'==' to compare");
            case "." ->
                fail(at, end, "'.' reaches into a value, which an expression cannot", "a name or a number alone");
            default ->
                fail(
                        at,
                        end,
                        "'%s' means nothing in an expression".formatted(found),
                        "+ - * / % == != < <= > >= and or not ( )");
        };
    }

    /// Whether the words make sense in their order, but for comparisons in a row, which the grammar finds.
    private boolean alternates() {
        var open = new ArrayList<Token>();
        boolean wantsOperand = true;
        int prefixes = 0;
        for (Token token : tokens) {
            String said = text.substring(token.from, token.to);
            boolean prefix = token.symbol.equals("-") || token.symbol.equals("!");
            if (wantsOperand) {
                if (token.symbol.equals("(")) {
                    open.add(token);
                } else if (token.isOperand()) {
                    wantsOperand = false;
                    prefixes = 0;
                } else if (prefix) {
                    prefixes++;
                } else {
                    return fail(
                            token.from,
                            token.to,
                            "'%s' has nothing on its left".formatted(said),
                            "a name or a number before it");
                }
            } else if (token.symbol.equals(")")) {
                if (open.isEmpty()) {
                    return fail(token.from, token.to, "')' closes nothing", "as many '(' as ')'");
                }
                open.removeLast();
            } else if (token.symbol.equals("(")) {
                return fail(token.from, token.to, "a call is not allowed here", "an operator before '('");
            } else if (token.isOperand() || token.symbol.equals("!")) {
                return fail(
                        token.from,
                        token.to,
                        "'%s' follows without an operator".formatted(Names.shown(said)),
                        "an operator before it");
            } else {
                wantsOperand = true;
            }
            if (open.size() + prefixes > Limits.EXPRESSION_NESTING) {
                return fail(
                        token.from,
                        token.to,
                        "nested too deeply",
                        "at most %d levels".formatted(Limits.EXPRESSION_NESTING));
            }
        }
        if (!open.isEmpty()) {
            return fail(open.getLast().from, open.getLast().to, "'(' is never closed", "a ')'");
        }
        if (wantsOperand) {
            return tokens.isEmpty()
                    ? fail(0, text.length(), "there is no expression here", "a number, a name, or arithmetic over them")
                    : fail(
                            tokens.getLast().from,
                            tokens.getLast().to,
                            "'%s' has nothing on its right"
                                    .formatted(text.substring(tokens.getLast().from, tokens.getLast().to)),
                            "a name or a number behind it");
        }
        return true;
    }

    private int wordEnd(int from) {
        int end = from;
        while (end < text.length() && Names.mayContain(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private void add(int end, String symbol, String name, Optional<Value> value) {
        tokens.add(new Token(at, end, symbol, name, value));
        at = end;
    }

    private boolean fail(int from, int to, String message, String expected) {
        problems.error(places.part(from, to), message, expected);
        return false;
    }
}
