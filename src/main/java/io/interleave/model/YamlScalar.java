package io.interleave.model;

/// Writes single values such that YAML reads the same text back.
public final class YamlScalar {

    private static final String NEVER_FIRST = "-?:,[]{}#&*!|>'\"%@`=";
    private static final String FLOW = ",[]{}:";

    private YamlScalar() {}

    /// The text bare where that is safe, otherwise in quotes, on one line; it may stand anywhere.
    public static String write(String text) {
        return write(text, true);
    }

    /// The text bare where that is safe, otherwise in quotes, on one line.
    ///
    /// @param flow whether it is to stand within brackets or braces
    public static String write(String text, boolean flow) {
        return mayBePlain(text, flow) ? text : quoted(text);
    }

    /// The text in quotes, on one line.
    public static String quoted(String text) {
        return text.codePoints().allMatch(YamlScalar::isOrdinary)
                ? "'" + text.replace("'", "''") + "'"
                : doubleQuoted(text);
    }

    private static boolean mayBePlain(String text, boolean flow) {
        if (text.isEmpty() || text.startsWith(" ") || text.endsWith(" ") || text.endsWith(":")) {
            return false;
        }
        return mayBegin(text)
                && text.codePoints().allMatch(YamlScalar::isOrdinary)
                && !text.contains(": ")
                && !text.contains(" #")
                && !(flow && text.chars().anyMatch(it -> FLOW.indexOf(it) >= 0));
    }

    /// A minus that is a sign is no dash of a list.
    private static boolean mayBegin(String text) {
        boolean isSigned = text.length() > 1 && text.charAt(0) == '-' && Character.isLetterOrDigit(text.charAt(1));
        return isSigned || NEVER_FIRST.indexOf(text.charAt(0)) < 0 && !text.startsWith("...");
    }

    private static boolean isOrdinary(int c) {
        if (c <= '~') {
            return c >= ' ';
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }

    /// In double quotes, where every character can be written.
    public static String doubleQuoted(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (isOrdinary(c)) {
                quoted.appendCodePoint(c);
            } else if (c == '\n') {
                quoted.append("\\n");
            } else {
                quoted.append(c > 0xFFFF ? "\\U%08X".formatted(c) : "\\u%04X".formatted(c));
            }
        });
        return quoted.append('"').toString();
    }
}
