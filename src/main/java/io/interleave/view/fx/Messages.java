package io.interleave.view.fx;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words that the window shows.
public final class Messages {

    private static final Locale LOCALE = Locale.ENGLISH;
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("io.interleave.view.messages", LOCALE);

    private Messages() {}

    public static ResourceBundle bundle() {
        return BUNDLE;
    }

    /// The text of `key`, with `arguments` in the places that it leaves for them. Numbers are grouped: `1,213`.
    public static String text(String key, Object... arguments) {
        var pattern = BUNDLE.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, LOCALE).format(arguments);
    }

    /// Words that say what is the matter, as the beginning of a sentence.
    public static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
