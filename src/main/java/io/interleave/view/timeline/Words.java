package io.interleave.view.timeline;

import io.interleave.analysis.State;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The texts of the timeline.
final class Words {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("io.interleave.view.timeline.timeline");

    private Words() {}

    static String text(String key, Object... arguments) {
        String pattern = BUNDLE.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }

    /// A state as the legend names it.
    static String state(State state) {
        return text("state." + state.name());
    }
}
