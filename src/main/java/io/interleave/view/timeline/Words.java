package io.interleave.view.timeline;

import io.interleave.analysis.State;
import io.interleave.view.fx.Figures;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/// The texts of the timeline.
public final class Words {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("io.interleave.view.timeline.timeline");

    /// To take a pattern apart takes longer than to fill it in, as is done for every span with words in it.
    private static final Map<String, MessageFormat> FORMATS = new ConcurrentHashMap<>();

    private Words() {}

    static String text(String key, Object... arguments) {
        if (arguments.length == 0) {
            return BUNDLE.getString(key);
        }
        MessageFormat format = FORMATS.computeIfAbsent(key, it -> new MessageFormat(BUNDLE.getString(it), Locale.ROOT));
        synchronized (format) {
            return format.format(arguments);
        }
    }

    /// A state as the legend names it.
    public static String state(State state) {
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
        if (word.equals("pipe")) {
            return Figures.bytes(amount);
        }
        return BUNDLE.containsKey(key) ? text(key, Figures.count(amount)) : Figures.count(amount);
    }
}
