package io.interleave.edit;

import io.interleave.model.Form;
import io.interleave.model.Literals;
import io.interleave.model.YamlScalar;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a value is at first, until a person gives it another one: something that is right as far as the scenario
/// has what is needed.
final class Defaults {

    private final Outline outline;
    private final Set<String> around;

    Defaults(Outline outline) {
        this(outline, Set.of());
    }

    /// @param around what the place of the value is within: the unit itself, which had better not wait for its own
    /// end, and what the steps around hold, which had better not be taken again
    Defaults(Outline outline, Set<String> around) {
        this.outline = outline;
        this.around = around;
    }

    static Set<String> around(Body body) {
        return Stream.iterate(Optional.of(body.owner()), Optional::isPresent, it -> it.flatMap(Block::parent))
                .flatMap(Optional::stream)
                .flatMap(it -> it.kind() == Block.Kind.UNIT
                        ? Stream.of(it.name())
                        : it.slot("lock").stream().map(Slot::text))
                .collect(Collectors.toSet());
    }

    /// As it is written on one line.
    String of(Form form, String key) {
        return of(form, key, Optional.empty());
    }

    /// @param about the resource or unit group that the step is about, of which a value must have the type
    String of(Form form, String key, Optional<Block> about) {
        return switch (form.kind()) {
            case EXPRESSION -> form.equals(Form.VALUE) ? about.map(this::value).orElse("0") : expression(form);
            case LITERAL -> "0";
            case LOCAL -> local(key.equals("as") || key.equals("into") ? "item" : "value");
            case NAME -> name(form);
            case NAMES -> "[%s]".formatted(name(form));
            case TEXT, PLAIN -> "text";
            case TEXTS -> "[echo, hello]";
            case ENTRIES -> "{ LANG: C }";
            case PLAINS -> "[one, two]";
            case CHOICE -> form.choices().getFirst();
            case SWITCH -> "on";
            case ASSIGNMENT -> "{ %s: 0 }".formatted(local("value"));
            case STEPS, NOTHING -> "";
        };
    }

    private static String expression(Form form) {
        if (form.equals(Form.DURATION)) {
            return "1ms";
        }
        return form.equals(Form.CONDITION) ? "on" : "1";
    }

    private String name(Form form) {
        return first(form.choices()).map(Block::name).orElse(form.choices().getFirst());
    }

    /// The first thing of one of these kinds, those of the first kind first, and last of all what is around.
    Optional<Block> first(List<String> kinds) {
        return kinds.stream()
                .flatMap(kind -> outline.scenario().bodies().stream()
                        .filter(it -> it.kind().isDeclared())
                        .flatMap(it -> it.blocks().stream())
                        .filter(it -> it.word().equals(kind)))
                .min(Comparator.comparing(this::isAround));
    }

    boolean isAround(Block block) {
        return around.contains(block.name());
    }

    /// A name for a local that hides nothing.
    private String local(String name) {
        return Clip.free(name, names(outline));
    }

    static Set<String> names(Outline outline) {
        return outline.scenario().bodies().stream()
                .filter(it -> it.kind().isDeclared())
                .flatMap(it -> it.blocks().stream())
                .map(Block::name)
                .collect(Collectors.toSet());
    }

    /// A value of the type that a variable, a queue, a generator or a task has.
    private String value(Block about) {
        if (about.word().equals("variable")) {
            return about.slot(Slots.ALONE).map(it -> initial(it.content())).orElse("0");
        }
        return switch (about.slot("of").map(Slot::text).orElse("")) {
            case "decimal" -> "0.5";
            case "time" -> "1ms";
            case "truth" -> "on";
            case "text" -> YamlScalar.quoted("'item'");
            default -> "1";
        };
    }

    private static String initial(Slot.Content content) {
        if (!(content instanceof Slot.Single(String text, boolean quoted))) {
            return "0";
        }
        boolean isValue = !quoted && Literals.parse(text).isPresent();
        return isValue
                ? text
                : YamlScalar.quoted("'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'");
    }
}
