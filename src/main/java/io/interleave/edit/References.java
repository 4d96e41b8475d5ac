package io.interleave.edit;

import io.interleave.model.Form;
import io.interleave.model.Mentions;
import io.interleave.model.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds where something is named: as itself, in expressions, and as a local that bears the name of the variable
/// that it was read from.
final class References {

    /// A value in which a name occurs.
    ///
    /// @param form what the value is
    record Reference(Block block, String key, Form.Kind form, Node.Scalar value) {}

    /// What a preset says of a knob.
    record PresetKey(Block preset, Node.Entry entry) {}

    private final Outline outline;
    private final String name;

    References(Outline outline, String name) {
        this.outline = outline;
        this.name = name;
    }

    List<Reference> all() {
        var all = new ArrayList<Reference>();
        for (var block : outline.blocks()) {
            for (var it : block.source().slots()) {
                it.node()
                        .ifPresent(node -> node.scalars().stream()
                                .map(scalar -> new Reference(
                                        block, it.slot().key(), it.slot().form().kind(), scalar))
                                .filter(this::isMention)
                                .forEach(all::add));
            }
        }
        return all;
    }

    /// Where presets give a knob of this name a value.
    List<PresetKey> presetKeys() {
        return outline.section("presets").blocks().stream()
                .flatMap(preset -> preset.source().entry(name).stream().map(it -> new PresetKey(preset, it)))
                .toList();
    }

    /// Most values do not have the letters of the name in them, which is quickly seen.
    private boolean isMention(Reference it) {
        return it.value.text().contains(name)
                && !mentions(it.form, it.value.text()).isEmpty();
    }

    private List<Mentions.Mention> mentions(Form.Kind form, String text) {
        var all = switch (form) {
            case NAME, NAMES, LOCAL -> List.of(new Mentions.Mention(text, 0, 0, text.length()));
            case EXPRESSION -> Mentions.inExpression(text);
            case TEXT, TEXTS, ENTRIES -> Mentions.inText(text);
            case LITERAL, PLAIN, PLAINS, CHOICE, SWITCH, STEPS, ASSIGNMENT, NOTHING -> List.<Mentions.Mention>of();
        };
        return all.stream().filter(it -> it.name().equals(name)).toList();
    }

    /// The name itself becomes another one; a `$` before it stays.
    Replacement renamed(Reference reference, String other) {
        return replaced(reference, other, true);
    }

    /// The name, and a `$` before it, becomes this.
    Replacement replaced(Reference reference, String by) {
        return replaced(reference, by, false);
    }

    private Replacement replaced(Reference reference, String by, boolean keepsMark) {
        var value = reference.value;
        var changed = new StringBuilder(value.text());
        for (var it : mentions(reference.form, value.text()).reversed()) {
            changed.replace(keepsMark ? it.nameFrom() : it.from(), it.to(), by);
        }
        String source = outline.text().substring(value.start(), value.end());
        return new Replacement(value.start(), source, rewritten(value, source, changed.toString()));
    }

    /// In the quotes that it has, if they still do.
    private static String rewritten(Node.Scalar value, String source, String text) {
        if (value.plain()) {
            boolean isFlowSafe = YamlScalar.write(value.text(), true).equals(value.text());
            return YamlScalar.write(text, isFlowSafe);
        }
        return switch (source.charAt(0)) {
            case '\'' -> YamlScalar.quoted(text);
            case '"' -> inDoubleQuotes(value, source, text);
            default -> YamlScalar.write(text, true);
        };
    }

    private static String inDoubleQuotes(Node.Scalar value, String source, String text) {
        boolean hasNoEscapes = source.equals('"' + value.text() + '"');
        boolean needsNone = text.indexOf('"') < 0 && text.indexOf('\\') < 0;
        return hasNoEscapes && needsNone ? '"' + text + '"' : YamlScalar.doubleQuoted(text);
    }

    /// The first place where a unit's own local has the name.
    Optional<Reference> local() {
        return all().stream().filter(it -> it.form == Form.Kind.LOCAL).findFirst();
    }
}
