package io.interleave.model;

import java.util.List;

/// A text with expressions in it, written `moved {amount} to {n + 1}`; `{{` and `}}` stand for the braces
/// themselves.
public record Template(List<Part> parts) {

    public Template {
        parts = List.copyOf(parts);
    }

    public sealed interface Part {}

    public record Verbatim(String text) implements Part {}

    public record Hole(Expr value) implements Part {}
}
