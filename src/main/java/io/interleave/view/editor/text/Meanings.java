package io.interleave.view.editor.text;

import io.interleave.model.Word;
import io.interleave.view.fx.Messages;
import java.util.regex.Pattern;

/// What words mean, in one line.
final class Meanings {

    private static final int LONGEST = 110;

    private Meanings() {}

    /// The first sentence of what the reference says.
    static String of(Word word) {
        return firstSentence(word.meaning());
    }

    static String of(Word.Key key) {
        String form = key.form().words();
        return Messages.text(key.required() ? "editor.key.required" : "editor.key", form, firstSentence(key.meaning()));
    }

    /// What is said of one of several words where all of them are explained: behind its colon, up to the next.
    static String ofChoice(String word, String all) {
        var said = Pattern.compile("(?:^|\\W)`?" + Pattern.quote(word) + "`?(?: \\([^)]*\\))?: ([^;.]*)")
                .matcher(all);
        return said.find() ? shortened(said.group(1)) : firstSentence(all);
    }

    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        return shortened(end < 0 ? text : text.substring(0, end + 1));
    }

    private static String shortened(String text) {
        String first = text.replace("`", "");
        return first.length() <= LONGEST
                ? first
                : first.substring(0, Math.max(first.lastIndexOf(' ', LONGEST), 1)) + " …";
    }
}
