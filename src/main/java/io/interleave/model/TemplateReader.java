package io.interleave.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a text with expressions in braces.
final class TemplateReader {

    private final ExprLexer.Places places;
    private final String text;
    private final Scope scope;
    private final Problems problems;
    private final List<Template.Part> parts = new ArrayList<>();
    private final StringBuilder verbatim = new StringBuilder();

    private TemplateReader(YamlNode.Scalar scalar, Scope scope, Problems problems) {
        this.places = scalar.places();
        this.text = scalar.text();
        this.scope = scope;
        this.problems = problems;
    }

    static Optional<Template> read(YamlNode.Scalar scalar, Scope scope, Problems problems) {
        return new TemplateReader(scalar, scope, problems).read();
    }

    private Optional<Template> read() {
        boolean complete = true;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean doubled = at + 1 < text.length() && text.charAt(at + 1) == c;
            if ((c == '{' || c == '}') && doubled) {
                verbatim.append(c);
                at += 2;
            } else if (c == '}') {
                problems.error(places.part(at, at + 1), "'}' closes nothing", "'}}' for a brace in the text");
                complete = false;
                at++;
            } else if (c == '{') {
                int end = holeEnd(text, at + 1);
                if (end < 0) {
                    problems.error(
                            places.part(at, at + 1), "'{' is never closed", "'}', or '{{' for a brace in the text");
                    return Optional.empty();
                }
                complete &= hole(at + 1, end);
                at = end + 1;
            } else {
                verbatim.append(c);
                at++;
            }
        }
        endVerbatim();
        return complete ? Optional.of(new Template(parts)) : Optional.empty();
    }

    /// The next closing brace outside quotes, or -1.
    static int holeEnd(String text, int from) {
        char quote = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0 && c == '\\') {
                i++;
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '}') {
                return i;
            }
        }
        return -1;
    }

    private boolean hole(int from, int to) {
        endVerbatim();
        var value =
                Expressions.read(text.substring(from, to), (a, b) -> places.part(from + a, from + b), scope, problems);
        value.ifPresent(it -> parts.add(new Template.Hole(it)));
        return value.isPresent();
    }

    private void endVerbatim() {
        if (!verbatim.isEmpty()) {
            parts.add(new Template.Verbatim(verbatim.toString()));
            verbatim.setLength(0);
        }
    }
}
