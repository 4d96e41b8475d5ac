package io.interleave.view.timeline;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// A drawing as SVG 1.1, built up element by element: what it is about in words, for those who do not see it;
/// patterns and clips, made when they are first used; and the elements in the order in which they are painted.
final class SvgDrawing {

    private final StringBuilder definitions = new StringBuilder();
    private final StringBuilder body = new StringBuilder();
    private final Map<String, String> ids = new LinkedHashMap<>();

    /// Adds an element, which must be well-formed.
    void add(String element) {
        body.append(element).append('\n');
    }

    /// Diagonal stripes of two colours, four pixels wide, which join those of neighbours: they start at the
    /// drawing's corner.
    ///
    /// @return what `fill` has to say
    String stripes(int argb, int back) {
        var id = define(
                "stripes" + Integer.toHexString(argb) + Integer.toHexString(back),
                "<pattern id=\"%%s\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><path fill=\"%s\" d=\"M0 0h8v8H0z\"/><path fill=\"%s\" d=\"M0 0h4L0 4zM8 0v4L4 8H0z\"/></pattern>"
                        .formatted(colour(back), colour(argb)));
        return "url(#%s)".formatted(id);
    }

    /// @return the id of a clip
    String clip(double x, double y, double width, double height) {
        var rectangle = "x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\""
                .formatted(number(x), number(y), number(width), number(height));
        return define("clip " + rectangle, "<clipPath id=\"%s\"><rect " + rectangle + "/></clipPath>");
    }

    private String define(String key, String element) {
        return ids.computeIfAbsent(key, _ -> {
            var id = "d" + ids.size();
            definitions.append(element.formatted(id)).append('\n');
            return id;
        });
    }

    /// An opaque colour.
    static String colour(int argb) {
        return String.format(Locale.ROOT, "#%06x", argb & 0xFFFFFF);
    }

    /// `fill` or `stroke`, with its opacity where that is not full.
    static String paint(String what, int argb) {
        int alpha = argb >>> 24;
        var opacity = alpha == 255 ? "" : " %s-opacity=\"%s\"".formatted(what, number(alpha / 255.0));
        return "%s=\"%s\"%s".formatted(what, colour(argb), opacity);
    }

    /// To a hundredth, without what says nothing.
    static String number(double value) {
        long hundredths = Math.round(value * 100);
        if (hundredths % 100 == 0) {
            return Long.toString(hundredths / 100);
        }
        return String.format(Locale.ROOT, hundredths % 10 == 0 ? "%.1f" : "%.2f", hundredths / 100.0);
    }

    /// Text as XML has it; what XML cannot hold is left out.
    static String escaped(String text) {
        var escaped = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(it -> {
            switch (it) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    if (it >= 0x20 && !Character.isSurrogate((char) it) && it != 0xFFFE && it != 0xFFFF
                            || it > 0xFFFF) {
                        escaped.appendCodePoint(it);
                    } else if (it == '\n' || it == '\t') {
                        escaped.append(' ');
                    }
                }
            }
        });
        return escaped.toString();
    }

    /// @param title what it is a picture of
    /// @param description what there is to see
    void writeTo(Writer out, int width, int height, String title, String description) throws IOException {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.append(
                ("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\""
                                + " aria-labelledby=\"title description\" font-family=\"sans-serif\">\n")
                        .formatted(width, height, width, height));
        out.append("<title id=\"title\">").append(escaped(title)).append("</title>\n");
        out.append("<desc id=\"description\">").append(escaped(description)).append("</desc>\n");
        out.append("<defs>\n").append(definitions).append("</defs>\n");
        out.append(body).append("</svg>\n");
    }
}
