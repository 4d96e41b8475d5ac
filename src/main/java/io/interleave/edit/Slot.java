package io.interleave.edit;

import io.interleave.model.Form;
import java.util.List;
import java.util.Map;

/// A value that a block has, or may have.
///
/// @param key by which operations name it: the vocabulary's key; empty for what stands behind a word alone;
///     `local` and `value` for both sides of a `let`
/// @param form what may stand here
/// @param required whether the block is wrong without it
/// @param known whether the vocabulary has such a key here; where not, it stands in the text all the same
/// @param meaning a phrase of the vocabulary; empty for what stands behind a word alone
/// @param start where its value stands in the text; of an absent one where its word does
/// @param end behind the value
public record Slot(
        String key, Form form, boolean required, boolean known, String meaning, Content content, int start, int end) {

    /// What a slot says.
    public sealed interface Content {}

    /// Nothing: the language's own default counts, which `meaning` tells.
    public record Absent() implements Content {}

    /// A single value, as it reads without its quotes.
    ///
    /// @param quoted whether it has quotes, which make a text of a number or a switch
    public record Single(String text, boolean quoted) implements Content {
        public static Single of(String text) {
            return new Single(text, false);
        }
    }

    public record Several(List<String> texts) implements Content {
        public Several {
            texts = List.copyOf(texts);
        }
    }

    /// In the order of the text.
    public record Entries(List<Map.Entry<String, String>> entries) implements Content {
        public Entries {
            entries = List.copyOf(entries);
        }
    }

    /// Something that cannot stand here, as the text has it.
    public record Misplaced(String source) implements Content {}

    public boolean isAbsent() {
        return content instanceof Absent;
    }

    /// The single value's text, or for anything else what stands in the text; empty for what is absent.
    public String text() {
        return switch (content) {
            case Absent _ -> "";
            case Single(String text, boolean _) -> text;
            case Several(var texts) -> String.join(", ", texts);
            case Entries(var entries) ->
                String.join(
                        ", ",
                        entries.stream()
                                .map(it -> it.getKey() + ": " + it.getValue())
                                .toList());
            case Misplaced(String source) -> source;
        };
    }
}
