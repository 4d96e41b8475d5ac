package io.interleave.model;

import java.util.ArrayList;
import java.util.List;

/// Finds the names in expressions, and in texts with expressions in them, without knowing what they stand for.
public final class Mentions {

    /// @param from where the name begins in the text, or the `$` before it
    /// @param nameFrom where it begins without that
    /// @param to behind it
    public record Mention(String name, int from, int nameFrom, int to) {}

    private Mentions() {}

    /// The names in an expression; none where it is not in order.
    public static List<Mention> inExpression(String text) {
        return inExpression(text, 0);
    }

    private static List<Mention> inExpression(String text, int base) {
        return ExprLexer.tokens(text, (_, _) -> Place.NOWHERE, new Problems()).orElse(List.of()).stream()
                .filter(it -> !it.name().isEmpty())
                .map(it -> new Mention(
                        it.name(), base + it.from(), base + it.to() - it.name().length(), base + it.to()))
                .toList();
    }

    /// The names in the expressions that stand in braces in a text.
    public static List<Mention> inText(String text) {
        var mentions = new ArrayList<Mention>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean isDoubled = at + 1 < text.length() && text.charAt(at + 1) == c;
            int end = c == '{' && !isDoubled ? TemplateReader.holeEnd(text, at + 1) : -1;
            if (end >= 0) {
                mentions.addAll(inExpression(text.substring(at + 1, end), at + 1));
                at = end + 1;
            } else {
                at += (c == '{' || c == '}') && isDoubled ? 2 : 1;
            }
        }
        return List.copyOf(mentions);
    }
}
