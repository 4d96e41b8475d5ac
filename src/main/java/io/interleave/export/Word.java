package io.interleave.export;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What all formats call the constants of the analysis and the trace: as the JSON documents do, `lock-wait`.
final class Word {

    /// There are some hundred, and they are asked for millions of times.
    private static final Map<Enum<?>, String> KNOWN = new ConcurrentHashMap<>();

    private Word() {}

    static String of(Enum<?> constant) {
        return KNOWN.computeIfAbsent(
                constant, it -> it.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
