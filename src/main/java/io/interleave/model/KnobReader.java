package io.interleave.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Reads one knob.
final class KnobReader {

    private static final String NUMBER = "a number such as 4 or 0.5, or a duration such as 2ms";

    private final Problems problems;
    private final YamlNode.Entry entry;
    private final String name;

    private KnobReader(YamlNode.Entry entry, Problems problems) {
        this.entry = entry;
        this.name = entry.key().text();
        this.problems = problems;
    }

    static Optional<Knob> read(YamlNode.Entry entry, Problems problems) {
        return new KnobReader(entry, problems).read();
    }

    private Optional<Knob> read() {
        return Kinds.of(entry, "knob", Word.Family.KNOB, problems).flatMap(kind -> switch (kind.word()) {
            case "slider" -> slider(kind);
            case "toggle" -> toggle(kind);
            default -> choice(kind);
        });
    }

    private Optional<Knob> slider(Kinds.Kind kind) {
        var fields = fields(kind);
        var initial = number(fields, "slider");
        var min = number(fields, "min");
        var max = number(fields, "max");
        var scale = scale(fields);
        String label = label(fields);
        boolean live = fields.truth("live").orElse(false);
        if (initial.isEmpty() || min.isEmpty() || max.isEmpty()) {
            return Optional.empty();
        }
        var type = common(List.of(initial.get(), min.get(), max.get()));
        return type.flatMap(it -> {
            Function<Number, Value> as = number -> Values.convert(number.value, it);
            var slider = new Knob.Slider(
                    name,
                    label,
                    live,
                    entry.place(),
                    as.apply(initial.get()),
                    as.apply(min.get()),
                    as.apply(max.get()),
                    scale);
            return inOrder(slider, initial.get(), min.get(), max.get()) ? Optional.of(slider) : Optional.empty();
        });
    }

    private record Number(Place place, Value value) {}

    private Optional<Number> number(Fields fields, String key) {
        return fields.required(key, NUMBER)
                .flatMap(node -> fields.scalar(key, node, NUMBER))
                .flatMap(scalar -> {
                    var value = scalar.plain() ? Literals.number(scalar.text()) : Optional.<Value>empty();
                    if (value.isEmpty()) {
                        problems.error(scalar.place(), "'%s' is no number".formatted(scalar.shown()), NUMBER);
                    }
                    return value.map(it -> new Number(scalar.place(), it));
                });
    }

    /// The type that all three can have: durations throughout, or numbers, which are decimal if one of them is.
    private Optional<Value.Type> common(List<Number> numbers) {
        var type = numbers.getFirst().value.type();
        for (var number : numbers) {
            var other = number.value.type();
            if (type.isNumber() != other.isNumber()) {
                problems.error(
                        number.place,
                        "%s among %s"
                                .formatted(
                                        KnobText.format(number.value),
                                        type == Value.Type.TIME ? "durations" : "numbers"),
                        type == Value.Type.TIME ? "a unit behind it, such as ms" : "a number without a unit");
                return Optional.empty();
            }
            type = type == Value.Type.WHOLE ? other : type;
        }
        return Optional.of(type);
    }

    private boolean inOrder(Knob.Slider slider, Number initial, Number min, Number max) {
        String from = KnobText.format(slider.min());
        String to = KnobText.format(slider.max());
        if (Values.compare(slider.min(), slider.max()) >= 0) {
            problems.error(
                    max.place, "the range from %s to %s has nothing in it".formatted(from, to), "'max' above 'min'");
            return false;
        }
        if (Values.compare(slider.initial(), slider.min()) < 0 || Values.compare(slider.initial(), slider.max()) > 0) {
            problems.error(
                    initial.place,
                    "knob '%s' starts at %s, out of its range".formatted(name, KnobText.format(slider.initial())),
                    "a value from %s to %s".formatted(from, to));
            return false;
        }
        if (slider.scale() == Knob.Scale.LOG && !Values.isPositive(slider.min())) {
            problems.error(min.place, "a logarithmic scale cannot start at %s".formatted(from), "'min' above zero");
            return false;
        }
        return true;
    }

    private Knob.Scale scale(Fields fields) {
        return fields.optional("scale")
                .flatMap(node -> fields.scalar("scale", node, "linear or log"))
                .map(scalar -> switch (scalar.text()) {
                    case "log" -> Knob.Scale.LOG;
                    case "linear" -> Knob.Scale.LINEAR;
                    default -> {
                        problems.unknown(
                                scalar.place(),
                                "'%s' is no scale".formatted(scalar.shown()),
                                "linear or log",
                                scalar.text(),
                                List.of("linear", "log"));
                        yield Knob.Scale.LINEAR;
                    }
                })
                .orElse(Knob.Scale.LINEAR);
    }

    private Optional<Knob> toggle(Kinds.Kind kind) {
        var fields = fields(kind);
        String label = label(fields);
        boolean live = fields.truth("live").orElse(false);
        return fields.truth("toggle").map(on -> new Knob.Toggle(name, label, live, entry.place(), new Value.Truth(on)));
    }

    private Optional<Knob> choice(Kinds.Kind kind) {
        var fields = fields(kind);
        String label = label(fields);
        boolean live = fields.truth("live").orElse(false);
        var options = fields.required("options", "a list of words such as [fifo, lifo]")
                .flatMap(this::options);
        var initial = fields.optional("choice").flatMap(node -> fields.scalar("choice", node, "one of its options"));
        if (options.isEmpty() || initial.isEmpty()) {
            return Optional.empty();
        }
        String word = initial.get().text();
        if (!options.get().contains(word)) {
            problems.unknown(
                    initial.get().place(),
                    "'%s' is not among the options of knob '%s'"
                            .formatted(initial.get().shown(), name),
                    options.get().size() > 8 ? "one of its options" : Fields.oneOf(options.get()),
                    word,
                    options.get());
            return Optional.empty();
        }
        return Optional.of(new Knob.Choice(name, label, live, entry.place(), new Value.Text(word), options.get()));
    }

    private Optional<List<String>> options(YamlNode node) {
        if (!(node instanceof YamlNode.Sequence sequence)) {
            problems.error(
                    node.place(), "'options' has %s".formatted(node.words()), "a list of words such as [fifo, lifo]");
            return Optional.empty();
        }
        if (sequence.items().size() < 2 || sequence.items().size() > Limits.OPTIONS) {
            problems.error(
                    sequence.place(),
                    "knob '%s' has %d option%s"
                            .formatted(
                                    name,
                                    sequence.items().size(),
                                    sequence.items().size() == 1 ? "" : "s"),
                    "2 to %d".formatted(Limits.OPTIONS));
            return Optional.empty();
        }
        var options = new ArrayList<String>();
        for (var item : sequence.items()) {
            if (!(item instanceof YamlNode.Scalar scalar) || scalar.text().isBlank()) {
                problems.error(item.place(), "%s stands where an option should".formatted(item.words()), "a word");
                return Optional.empty();
            }
            if (options.contains(scalar.text())) {
                problems.error(scalar.place(), "option '%s' is given twice".formatted(scalar.shown()));
                return Optional.empty();
            }
            options.add(scalar.text());
        }
        return Optional.of(List.copyOf(options));
    }

    private Fields fields(Kinds.Kind kind) {
        var known = Vocabulary.word(Word.Family.KNOB, kind.word()).known();
        return new Fields(kind.mapping(), "%s '%s'".formatted(kind.word(), name), known, problems);
    }

    private String label(Fields fields) {
        return fields.text("label").orElseGet(() -> Names.readable(name));
    }
}
