package io.interleave.model;

import java.util.List;

/// How messages and the reference name the kinds of things.
final class Words {

    private Words() {}

    /// The kind, a word of the vocabulary or `knob`, without an article: `event loop`, `group of threads`.
    static String noun(String kind) {
        return switch (kind) {
            case "thread" -> "group of threads";
            case "coroutine" -> "group of coroutines";
            default -> kind.replace('_', ' ');
        };
    }

    /// The kind with its article: `an event loop`.
    static String a(String kind) {
        String noun = noun(kind);
        return ("aeio".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }

    /// `a lock or a semaphore`.
    static String either(String... kinds) {
        return either(List.of(kinds));
    }

    static String either(List<String> kinds) {
        return or(kinds.stream().map(Words::a).toList());
    }

    /// `a, b or c`.
    static String or(List<String> words) {
        return words.size() == 1
                ? words.getFirst()
                : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
    }
}
