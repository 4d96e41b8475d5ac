package io.interleave.edit;

import io.interleave.model.Form;
import io.interleave.model.Names;
import io.interleave.model.Vocabulary;
import io.interleave.model.Word;
import io.interleave.model.YamlScalar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Writes new blocks, such as a palette offers.
final class Templates {

    private static final String BODY = "steps";

    private final Outline outline;
    private final Body place;
    private final Defaults defaults;

    /// @param place where the new blocks are put
    Templates(Outline outline, Body place) {
        this.outline = outline;
        this.place = place;
        this.defaults = new Defaults(outline, Defaults.around(place));
    }

    Clip of(String word) {
        var kind = place.kind();
        if (kind == Block.Kind.EXPECTATION) {
            return new Clip(List.of("- " + expectation()));
        }
        if (kind == Block.Kind.PRESET) {
            return preset(word);
        }
        var known =
                kind.family().flatMap(it -> Vocabulary.find(it, word)).orElseThrow(() -> Refusal.of("no.word", word));
        return switch (kind) {
            case STEP -> new Clip(step(known, "- ", "  "));
            case KNOB, RESOURCE -> new Clip(List.of(name(known) + ": " + onOneLine(known)));
            case UNIT -> unit(known);
            case SCENARIO, PRESET, EXPECTATION -> throw Refusal.of("no.word", word);
        };
    }

    /// With what all knobs start with.
    private Clip preset(String name) {
        var values = new ArrayList<String>();
        for (var it : outline.section("knobs").blocks()) {
            String start = it.slot(Slots.ALONE).map(Slot::text).orElse("");
            if (!start.isEmpty()) {
                values.add(it.name() + ": " + YamlScalar.write(start));
            }
        }
        return new Clip(
                List.of("%s: { %s }".formatted(Names.isName(name) ? name : "preset", String.join(", ", values))));
    }

    /// The beginning of a step that has steps in it: all but those.
    Clip around(String word) {
        var known = Vocabulary.find(Word.Family.STEP, word)
                .filter(it -> it.beside().stream().anyMatch(key -> key.name().equals(BODY) && key.required()))
                .orElseThrow(() -> Refusal.of("no.body", word));
        var lines = step(known, "- ", "  ");
        lines.removeLast();
        return new Clip(lines);
    }

    private String expectation() {
        return defaults.first(List.of("variable"))
                .map(it -> it.name() + " == " + defaults.of(Form.VALUE, "", Optional.of(it)))
                .filter(it -> it.indexOf('\'') < 0)
                .orElse("1 == 1");
    }

    /// The name that the vocabulary's own example has, or that with a number behind it.
    private String name(Word word) {
        String example = word.example().substring(0, word.example().indexOf(':'));
        return Clip.free(example, Defaults.names(outline));
    }

    private String onOneLine(Word word) {
        var pairs = new ArrayList<String>();
        pairs.add(word.word() + ": " + behind(word));
        for (var it : word.beside()) {
            if (it.required()) {
                pairs.add(it.name() + ": " + beside(word, it));
            }
        }
        return "{ " + String.join(", ", pairs) + " }";
    }

    private Clip unit(Word word) {
        var lines = new ArrayList<String>();
        lines.add(name(word) + ":");
        lines.addAll(step(word, "  ", "  "));
        return new Clip(lines);
    }

    /// @param lead before the word
    /// @param indent before the keys beside it
    private List<String> step(Word word, String lead, String indent) {
        var lines = new ArrayList<String>();
        lines.add((lead + word.word() + ": " + behind(word)).stripTrailing());
        for (var it : word.beside()) {
            if (it.required() && it.form().kind() == Form.Kind.STEPS) {
                lines.add(indent + it.name() + ":");
                lines.add(indent + "  - " + inner(word));
            } else if (it.required()) {
                lines.add(indent + it.name() + ": " + beside(word, it));
            }
        }
        return lines;
    }

    private String inner(Word word) {
        return switch (word.word()) {
            case "generator" -> "yield: 1";
            case "task" -> "return: " + parameter();
            default -> "compute: 10ms";
        };
    }

    private String parameter() {
        return Clip.free("n", Defaults.names(outline));
    }

    /// What stands behind the word.
    private String behind(Word word) {
        return switch (word.word()) {
            case "slider" -> "4";
            case "repeat" -> "10";
            case "choice" -> "one";
            case "task" -> parameter();
            case "start" -> manual();
            case "gather" -> "[%s]".formatted(manual());
            case "release" ->
                defaults.first(List.of("semaphore", "lock")).map(Block::name).orElse("lock");
            case "for_each" -> "{ as: %s, from: 1, to: 3 }".formatted(Clip.free("i", Defaults.names(outline)));
            default -> word.alone().isPresent() ? defaults.of(word.alone().get(), word.standsFor()) : keys(word);
        };
    }

    /// A group that waits to be started by a step, or else any.
    private String manual() {
        var groups = outline.section("units").blocks().stream()
                .filter(it -> it.slot("start").isPresent())
                .toList();
        return groups.stream()
                .min(Comparator.comparing(defaults::isAround).thenComparing(it -> !isManual(it)))
                .map(Block::name)
                .orElse("thread");
    }

    private static boolean isManual(Block group) {
        return group.slot("start").orElseThrow().text().equals("manual");
    }

    private String keys(Word word) {
        var about = word.keys().stream()
                .map(Word.Key::form)
                .filter(it -> it.kind() == Form.Kind.NAME)
                .findFirst()
                .flatMap(it -> defaults.first(it.choices()));
        var pairs = new ArrayList<String>();
        for (var it : word.keys()) {
            boolean isNeeded =
                    it.required() || word.word().equals("write") && it.name().equals("value");
            if (isNeeded) {
                pairs.add(it.name() + ": " + defaults.of(it.form(), it.name(), about));
            }
        }
        return "{ " + String.join(", ", pairs) + " }";
    }

    private String beside(Word word, Word.Key key) {
        return switch (word.word() + " " + key.name()) {
            case "slider min" -> "1";
            case "slider max" -> "16";
            default -> defaults.of(key.form(), key.name());
        };
    }
}
