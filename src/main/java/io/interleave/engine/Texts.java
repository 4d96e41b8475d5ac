package io.interleave.engine;

import io.interleave.model.Place;
import io.interleave.trace.Definition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The texts of one run, each with a number, so that comparing two is comparing their numbers. Some stand in
/// the scenario, others appear while it runs; none is ever forgotten, so those are bounded. Used by any thread.
final class Texts {

    /// Texts that may appear while the scenario runs, and characters in them all together.
    static final int MOST = 1_000_000;

    static final long MOST_CHARACTERS = 64 << 20;

    /// Characters of one text that the trace is told.
    private static final int TOLD = 1_000;

    /// What has a number can be found here, and from then on in `texts`.
    private final ConcurrentMap<String, Long> numbers = new ConcurrentHashMap<>();

    /// Held by whoever adds one.
    private final ReentrantLock guard = new ReentrantLock();

    private volatile @Nullable String[] texts = new String[64];
    private int count;
    private long characters;
    private Consumer<? super Definition> listener = _ -> {};

    /// The empty text has the number 0, for what no step has given a value is 0.
    Texts() {
        add("");
    }

    /// Who is to hear of each text before anybody can mention its number; of those that there are, at once.
    void tell(Consumer<? super Definition> trace) {
        guard.lock();
        try {
            listener = trace;
            present().forEach(trace);
        } finally {
            guard.unlock();
        }
    }

    private List<Definition> present() {
        var present = new ArrayList<Definition>();
        for (int number = 0; number < count; number++) {
            present.add(definition(number, text(number)));
        }
        return present;
    }

    /// The number of a text that stands in the scenario or its settings.
    long number(String text) {
        var known = numbers.get(text);
        return known != null ? known : add(text);
    }

    /// The number of a text that may have come from elsewhere, such as a line that a process printed.
    ///
    /// @param place of the step that brought it
    /// @throws UnitFailed if there are too many already
    long number(String text, Place place) {
        var known = numbers.get(text);
        return known != null ? known : addWithin(text, place);
    }

    private long addWithin(String text, Place place) {
        guard.lock();
        try {
            if (count >= MOST || characters + text.length() > MOST_CHARACTERS) {
                throw new UnitFailed(
                        place,
                        "too many different texts: a run can keep %,d, of %,d characters in all"
                                .formatted(MOST, MOST_CHARACTERS));
            }
            return addNow(text);
        } finally {
            guard.unlock();
        }
    }

    private long add(String text) {
        guard.lock();
        try {
            return addNow(text);
        } finally {
            guard.unlock();
        }
    }

    private long addNow(String text) {
        var known = numbers.get(text);
        if (known != null) {
            return known;
        }
        var all = texts;
        if (count == all.length) {
            all = Arrays.copyOf(all, 2 * count);
        }
        long number = count++;
        all[(int) number] = text;
        // The volatile store publishes the element too, to whoever reads the array after finding the number.
        texts = all;
        characters += text.length();
        listener.accept(definition(number, text));
        numbers.put(text, number);
        return number;
    }

    String text(long number) {
        var text = texts[(int) number];
        if (text == null) {
            throw new IllegalArgumentException("no text has the number " + number);
        }
        return text;
    }

    private static Definition definition(long number, String text) {
        return new Definition.Text(number, text.length() <= TOLD ? text : text.substring(0, TOLD) + "…");
    }
}
