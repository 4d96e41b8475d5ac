package io.interleave.view.editor.code;

import io.interleave.code.Language;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Tells the kinds of words in a line of a program. Of what goes on over several lines, generated programs
/// have only the text that says what a Python program is: {@link #comments} are such lines.
final class Highlighter {

    enum Kind {
        PLAIN,
        KEYWORD,
        TEXT,
        NUMBER,
        COMMENT;

        String styleClass() {
            return "code-" + name().toLowerCase(Locale.ROOT);
        }
    }

    record Part(String text, Kind kind) {}

    private static final String JAVA_WORDS =
            "abstract|boolean|break|byte|case|catch|char|class|continue|default|do|double"
                    + "|else|enum|extends|false|final|finally|float|for|if|implements|import|instanceof|int|interface|long|new|null"
                    + "|package|private|protected|public|record|return|short|static|super|switch|synchronized|this|throw|throws"
                    + "|true|try|var|void|volatile|while|yield";
    private static final String PYTHON_WORDS = "and|as|assert|async|await|break|class|continue|def|del|elif|else|except"
            + "|False|finally|for|from|global|if|import|in|is|lambda|None|nonlocal|not|or|pass|raise|return|True|try|while"
            + "|with|yield";
    private static final String TEXT = "f?\"(?:\\\\.|[^\"\\\\])*\"|f?'(?:\\\\.|[^'\\\\])*'";
    private static final String NUMBER = "\\b\\d[\\d_]*(?:\\.\\d+)?(?:[eE]-?\\d+)?[LlFfDd]?\\b";

    private static final Pattern JAVA = pattern("//.*|/\\*.*?\\*/|^\\s*\\*.*", JAVA_WORDS);
    private static final Pattern PYTHON = pattern("#.*|^\\s*\"\"\".*", PYTHON_WORDS);

    private Highlighter() {}

    private static Pattern pattern(String comment, String words) {
        return Pattern.compile("(?<COMMENT>%s)|(?<TEXT>%s)|(?<KEYWORD>\\b(?:%s)\\b)|(?<NUMBER>%s)"
                .formatted(comment, TEXT, words, NUMBER));
    }

    /// The lines, from 0, that belong to a text over several lines.
    static BitSet comments(Language language, List<String> lines) {
        var comments = new BitSet();
        if (language == Language.PYTHON) {
            boolean within = false;
            for (int i = 0; i < lines.size(); i++) {
                boolean turns = lines.get(i).split("\"\"\"", -1).length % 2 == 0;
                comments.set(i, within || turns);
                within ^= turns;
            }
        }
        return comments;
    }

    /// The parts of a line, one after the other.
    static List<Part> parts(Language language, String line) {
        var pattern = switch (language) {
            case JAVA -> JAVA;
            case PYTHON -> PYTHON;
        };
        var matcher = pattern.matcher(line);
        var parts = new ArrayList<Part>();
        int end = 0;
        while (matcher.find()) {
            if (matcher.start() > end) {
                parts.add(new Part(line.substring(end, matcher.start()), Kind.PLAIN));
            }
            for (var kind : List.of(Kind.COMMENT, Kind.TEXT, Kind.KEYWORD, Kind.NUMBER)) {
                if (matcher.group(kind.name()) != null) {
                    parts.add(new Part(matcher.group(), kind));
                }
            }
            end = matcher.end();
        }
        if (end < line.length()) {
            parts.add(new Part(line.substring(end), Kind.PLAIN));
        }
        return List.copyOf(parts);
    }
}
