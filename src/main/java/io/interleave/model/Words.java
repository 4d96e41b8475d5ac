package io.interleave.model;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        var nouns = kinds.stream().map(Words::a).toList();
        return nouns.size() == 1
                ? nouns.getFirst()
                : String.join(", ", nouns.subList(0, nouns.size() - 1)) + " or " + nouns.getLast();
    }

    /// `'read', 'write' or 'optimistic'`.
    static String quoted(Stream<String> words) {
        return Fields.oneOf(words.collect(Collectors.toList()));
    }
}
