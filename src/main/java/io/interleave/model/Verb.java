package io.interleave.model;

import java.util.Optional;

/// One step as the file has it: its word, what stands behind the word, and the keys beside it, as far as the
/// vocabulary allows them. Whatever does not fit has been noted as a problem, and is as if it were not there.
final class Verb {

    private final YamlNode.Mapping step;
    private final YamlNode.Entry entry;
    private final Word word;
    private final Fields beside;
    private final Optional<Fields> keys;
    private final boolean fits;
    private final Problems problems;

    private Verb(YamlNode.Mapping step, YamlNode.Entry entry, Word word, Problems problems) {
        this.step = step;
        this.entry = entry;
        this.word = word;
        this.problems = problems;
        this.beside = new Fields(step, "step '" + word.word() + "'", word.known(), problems);
        this.fits = fits();
        this.keys = fits && !word.keys().isEmpty() && entry.value() instanceof YamlNode.Mapping mapping
                ? Optional.of(new Fields(mapping, "'" + word.word() + "'", word.keyNames(), problems))
                : Optional.empty();
    }

    static Verb read(YamlNode.Mapping step, YamlNode.Entry entry, Problems problems) {
        var word = Vocabulary.word(Word.Family.STEP, entry.key().text());
        return new Verb(step, entry, word, problems);
    }

    private boolean fits() {
        var form = word.alone().map(Form::kind);
        boolean fits = switch (entry.value()) {
            case YamlNode.Scalar scalar ->
                form.isPresent()
                        && form.get() != Form.Kind.ASSIGNMENT
                        && scalar.isMissing() == (form.get() == Form.Kind.NOTHING);
            case YamlNode.Sequence _ -> form.filter(it -> it == Form.Kind.NAMES).isPresent();
            case YamlNode.Mapping _ ->
                !word.keys().isEmpty()
                        || form.filter(it -> it == Form.Kind.ASSIGNMENT).isPresent();
        };
        if (!fits) {
            boolean nothing = entry.value() instanceof YamlNode.Scalar scalar && scalar.isMissing();
            problems.error(
                    nothing ? entry.key().place() : entry.value().place(),
                    "'%s' has %s".formatted(word.word(), entry.value().words()),
                    !nothing && form.filter(it -> it == Form.Kind.TEXT).isPresent()
                            ? word.shape() + ", in quotes where it begins with a brace or a bracket"
                            : word.shape());
        }
        return fits;
    }

    String word() {
        return word.word();
    }

    /// The whole step.
    Place place() {
        return step.place();
    }

    YamlNode.Scalar owner() {
        return entry.key();
    }

    /// What stands behind the word, if the word allows it.
    Optional<YamlNode> value() {
        return fits ? Optional.of(entry.value()) : Optional.empty();
    }

    /// The single value behind the word, where it is one.
    Optional<YamlNode.Scalar> alone() {
        return value().filter(YamlNode.Scalar.class::isInstance).map(YamlNode.Scalar.class::cast);
    }

    /// Whether a mapping stands behind the word.
    boolean hasKeys() {
        return keys.isPresent();
    }

    /// Whether the mapping behind the word has this key.
    boolean has(String key) {
        return keys.flatMap(it -> it.optional(key)).isPresent();
    }

    /// The value of a key of the mapping behind the word, or the single value that stands for it; of the empty
    /// key, a single value that stands for none.
    Optional<YamlNode.Scalar> scalar(String key) {
        if (keys.isEmpty()) {
            return word.standsFor().equals(key) ? alone() : Optional.empty();
        }
        var fields = keys.get();
        var form = word.form(key);
        var value = isRequired(key) ? fields.required(key, form.words()) : fields.optional(key);
        return value.flatMap(it -> fields.scalar(key, it, form.words()));
    }

    /// What the value of a key says, for whoever must know it before it is read.
    Optional<String> peek(String key) {
        var value = keys.isPresent()
                ? keys.get().optional(key)
                : Optional.<YamlNode>of(entry.value())
                        .filter(_ -> word.standsFor().equals(key));
        return value.filter(YamlNode.Scalar.class::isInstance).map(it -> ((YamlNode.Scalar) it).text());
    }

    private boolean isRequired(String key) {
        return word.keys().stream().anyMatch(it -> it.name().equals(key) && it.required());
    }

    /// The kinds of things that a key may name.
    Form form(String key) {
        return key.isEmpty() ? word.alone().orElseThrow() : word.form(key);
    }

    /// Whether a switch in the mapping behind the word is on.
    boolean truth(String key) {
        return keys.flatMap(it -> it.truth(key)).orElse(false);
    }

    /// Whether a key of the mapping behind the word is not there, but one is that was perhaps meant to be it.
    boolean misspelt(String key) {
        return keys.filter(it -> it.isMisspelt(key)).isPresent();
    }

    Optional<YamlNode.Scalar> besideScalar(String key) {
        return beside.optional(key)
                .flatMap(it -> beside.scalar(key, it, word.form(key).words()));
    }

    Optional<YamlNode> beside(String key) {
        return beside.optional(key);
    }

    /// Where a key beside the word, or in the mapping behind it, has its value; the step where it has none.
    Place placeOf(String key) {
        return beside.optional(key)
                .or(() -> keys.flatMap(it -> it.optional(key)))
                .map(YamlNode::place)
                .orElse(entry.key().place());
    }
}
