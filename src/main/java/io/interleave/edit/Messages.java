package io.interleave.edit;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/// What this package says to people: `messages.properties` beside it.
final class Messages {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("io.interleave.edit.messages");

    private Messages() {}

    static String text(String key, Object... arguments) {
        return MessageFormat.format(BUNDLE.getString(key), arguments);
    }
}
