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

    /// The kind of a resource, by the word that a scenario has for it.
    static String kind(String word) {
        String key = "kind." + word;
        return BUNDLE.containsKey(key) ? text(key) : word;
    }

    /// How much there is of a resource of some kind, such as `3 permits left`.
    static String level(String word, long amount) {
        String key = "level." + word;
        if (word.equals("event")) {
            return text(amount == 0 ? "level.event.unset" : "level.event.set");
        }
        return BUNDLE.containsKey(key) ? text(key, TimeText.count(amount)) : TimeText.count(amount);
    }

    /// A number of bytes, like `812 B` or `1.50 MiB`.
    static String bytes(long bytes) {
        if (bytes < 1 << 10) {
            return bytes + " B";
        }
        double kibi = bytes / 1024.0;
        return kibi < 1024
                ? String.format(Locale.ROOT, kibi < 10 ? "%.1f KiB" : "%.0f KiB", kibi)
                : String.format(Locale.ROOT, "%.1f MiB", kibi / 1024);
    }
}
