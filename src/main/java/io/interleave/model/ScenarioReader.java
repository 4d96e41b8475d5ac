package io.interleave.model;

import io.interleave.model.Value.Type;
import io.interleave.model.Word.Family;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Reads scenarios. Whatever is wrong with one comes back as problems, all of them at once; reading runs
/// nothing, and no text, however hostile, makes it throw, run long or take much memory.
public final class ScenarioReader {

    /// The version of the scenario language that this program reads and writes.
    public static final int VERSION = 1;

    private static final Place BEGINNING = new Place(1, 1, 1, 1);

    /// The keys of a scenario, in the order in which they are written.
    public static final List<String> KEYS =
            List.of("interleave", "title", "about", "knobs", "presets", "resources", "units", "expect");

    private final Problems problems;
    private final Declarations declarations;

    private ScenarioReader(Problems problems) {
        this.problems = problems;
        this.declarations = new Declarations(problems);
    }

    /// Reads a scenario from a file in UTF-8 of at most 256 KiB; of a larger one no byte beyond that is read.
    ///
    /// @throws IOException if the file cannot be read
    public static Reading read(Path file) throws IOException {
        return ScenarioText.of(file).reading();
    }

    /// Reads a scenario from what a file begins with: one byte more than it may have says that it is too large.
    static Reading read(byte[] bytes) {
        return bytes.length > Limits.FILE_BYTES ? tooLarge() : decode(bytes);
    }

    /// Reads a scenario from text of at most 256 KiB in UTF-8.
    public static Reading read(String yaml) {
        boolean tooLarge =
                yaml.length() > Limits.FILE_BYTES || yaml.getBytes(StandardCharsets.UTF_8).length > Limits.FILE_BYTES;
        if (tooLarge) {
            return tooLarge();
        }
        var problems = new Problems();
        var scenario = YamlTree.parse(yaml, problems).flatMap(root -> new ScenarioReader(problems).scenario(root));
        if (scenario.isEmpty() && !problems.hasErrors()) {
            problems.error(BEGINNING, "there is nothing in this file", "a scenario, which begins with 'interleave: 1'");
        }
        return new Reading(problems.hasErrors() ? Optional.empty() : scenario, problems.inOrder());
    }

    private static Reading tooLarge() {
        return refused(
                BEGINNING, "this is too large for a scenario", "at most %d KiB".formatted(Limits.FILE_BYTES / 1024));
    }

    private static Reading refused(Place place, String message, String expected) {
        var problems = new Problems();
        problems.error(place, message, expected);
        return new Reading(Optional.empty(), problems.inOrder());
    }

    private static Reading decode(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            var place = new Offsets(text).place(text.codePointCount(0, text.length()));
            return refused(
                    place, "byte 0x%02X is not UTF-8 here".formatted(bytes[in.position()]), "a file saved as UTF-8");
        }
        return read(text);
    }

    private Optional<Scenario> scenario(YamlNode root) {
        if (!(root instanceof YamlNode.Mapping mapping) || mapping.entries().isEmpty()) {
            problems.error(
                    root.place(),
                    "this is %s, not a scenario".formatted(root.words()),
                    "'interleave: 1' and what follows it");
            return Optional.empty();
        }
        if (!isOurVersion(mapping)) {
            return Optional.empty();
        }
        var fields = new Fields(mapping, "a scenario", KEYS, problems);
        String title = title(fields);
        String about = fields.text("about").map(String::strip).orElse("");
        for (var entry : section(fields, "knobs", Limits.KNOBS)) {
            if (declarations.claim(entry.key(), "knob")) {
                declarations.addKnob(entry.key().text(), KnobReader.read(entry, problems));
            }
        }
        var presetReader = new PresetReader(declarations, problems);
        var presets = section(fields, "presets", Limits.PRESETS).stream()
                .flatMap(it -> presetReader.read(it).stream())
                .toList();
        var resources = resources(fields);
        var units = units(fields);
        var expectations = expectations(fields);
        var scenario = new Scenario(title, about, declarations.knobs(), presets, resources, units, expectations);
        problems.addAll(SettingsCheck.check(scenario, Settings.of(scenario)));
        if (!problems.hasErrors()) {
            PresetReader.check(scenario, problems);
        }
        problems.addAll(TogetherCheck.check(scenario));
        if (!problems.hasErrors()) {
            declarations.hintAtUnused();
        }
        return Optional.of(scenario);
    }

    /// Of a file for another version nothing else is looked at: every complaint about it would mislead.
    private boolean isOurVersion(YamlNode.Mapping mapping) {
        var first = mapping.entries().getFirst();
        String expected = "'interleave: %d' as the first line".formatted(VERSION);
        if (!first.key().text().equals("interleave")) {
            boolean elsewhere =
                    mapping.entries().stream().anyMatch(it -> it.key().text().equals("interleave"));
            problems.unknown(
                    first.key().place(),
                    elsewhere ? "'interleave' is not the first key" : "this does not say that it is a scenario",
                    expected,
                    first.key().text(),
                    List.of("interleave"));
            return elsewhere;
        }
        String version = first.value() instanceof YamlNode.Scalar scalar ? scalar.text() : "";
        if (Literals.number(version).orElse(null) instanceof Value.Whole(long number) && number > VERSION) {
            problems.error(
                    first.value().place(),
                    "this scenario was made by a newer version of Interleave: its language is version %d"
                            .formatted(number),
                    "version %d; update Interleave to open it".formatted(VERSION));
            return false;
        }
        if (!version.equals(Integer.toString(VERSION))) {
            problems.error(
                    first.place(),
                    "'%s' is no version of the scenario language".formatted(Names.shown(version)),
                    expected);
        }
        return true;
    }

    private String title(Fields fields) {
        var title = fields.required("title", "a line that says what this shows")
                .flatMap(node -> fields.scalar("title", node, "a line that says what this shows"));
        title.filter(it -> it.text().strip().length() > Limits.TITLE_LENGTH
                        || it.text().strip().contains("\n")
                        || it.text().isBlank())
                .ifPresent(it -> problems.error(
                        it.place(),
                        "the title is empty, too long or has several lines",
                        "one line of at most %d characters".formatted(Limits.TITLE_LENGTH)));
        return title.map(it -> it.text().strip()).orElse("");
    }

    private List<YamlNode.Entry> section(Fields fields, String key, int limit) {
        var node = fields.optional(key);
        if (node.isEmpty()) {
            return List.of();
        }
        if (!(node.get() instanceof YamlNode.Mapping mapping)) {
            boolean nothing = node.get() instanceof YamlNode.Scalar scalar && scalar.isMissing();
            if (!nothing) {
                problems.error(
                        node.get().place(),
                        "'%s' has %s".formatted(key, node.get().words()),
                        "a mapping of names");
            }
            return List.of();
        }
        if (mapping.entries().size() > limit) {
            problems.error(
                    mapping.entries().get(limit).key().place(),
                    "too many %s".formatted(key),
                    "at most %d".formatted(limit));
            return mapping.entries().subList(0, limit);
        }
        return mapping.entries();
    }

    /// Conditions are read last, for each belongs to a lock, which may come later in the file.
    private List<Resource> resources(Fields fields) {
        var entries = section(fields, "resources", Limits.RESOURCES).stream()
                .filter(it ->
                        declarations.claim(it.key(), kind(it.value(), Family.RESOURCE, Declarations.UNKNOWN_RESOURCE)))
                .toList();
        var resources = new HashMap<String, Resource>();
        for (boolean conditions : new boolean[] {false, true}) {
            for (var entry : entries) {
                if (conditions == kind(entry.value(), Family.RESOURCE, "").equals("condition")) {
                    ResourceReader.read(entry, declarations, problems).ifPresent(it -> {
                        declarations.addResource(it);
                        resources.put(it.name(), it);
                    });
                }
            }
        }
        return entries.stream()
                .map(it -> resources.get(it.key().text()))
                .filter(Objects::nonNull)
                .toList();
    }

    private static String kind(YamlNode node, Family family, String unknown) {
        return Kinds.word(node, family).orElse(unknown);
    }

    /// What all groups are is read before any step, for a step may name a group that comes later in the file.
    private List<UnitGroup> units(Fields fields) {
        var node = fields.required("units", "at least one group of units");
        var entries = section(fields, "units", Limits.GROUPS);
        boolean empty = entries.isEmpty()
                && node.filter(it -> it instanceof YamlNode.Mapping
                                || it instanceof YamlNode.Scalar scalar && scalar.isMissing())
                        .isPresent();
        if (empty) {
            problems.error(node.get().place(), "there are no units", "at least one group such as 'worker:'");
        }
        for (var entry : entries) {
            declarations.claim(entry.key(), kind(entry.value(), Family.UNIT, Declarations.UNKNOWN_UNITS));
        }
        var heads = new ArrayList<UnitHead>();
        for (var entry : entries) {
            UnitReader.read(entry, declarations, problems).ifPresent(heads::add);
        }
        heads.forEach(declarations::addUnits);
        var units = new ArrayList<UnitGroup>();
        int steps = 0;
        for (var head : heads) {
            var reader = new StepReader(head, declarations, problems);
            var program = head.word().equals("process") ? List.<Step>of() : reader.unit();
            head.kind()
                    .ifPresent(kind -> units.add(
                            new UnitGroup(head.name(), head.place(), kind, head.count(), head.manual(), program)));
            steps += reader.count();
        }
        if (steps > Limits.STEPS) {
            problems.error(entries.getFirst().key().place(), "too many steps", "at most %d".formatted(Limits.STEPS));
        }
        return units;
    }

    private List<Expectation> expectations(Fields fields) {
        var node = fields.optional("expect");
        var expectations = new ArrayList<Expectation>();
        if (node.isEmpty() || node.get() instanceof YamlNode.Scalar scalar && scalar.isMissing()) {
            return expectations;
        }
        if (!(node.get() instanceof YamlNode.Sequence sequence)) {
            problems.error(
                    node.get().place(),
                    "'expect' has %s".formatted(node.get().words()),
                    "a list such as '- count == 10'");
            return expectations;
        }
        if (sequence.items().size() > Limits.EXPECTATIONS) {
            problems.error(
                    sequence.items().get(Limits.EXPECTATIONS).place(),
                    "too many expectations",
                    "at most %d".formatted(Limits.EXPECTATIONS));
            return expectations;
        }
        var scope = declarations.expectationScope();
        for (var item : sequence.items()) {
            if (item instanceof YamlNode.Scalar scalar && !scalar.isMissing()) {
                Expressions.read(scalar, scope, Type.TRUTH, "a comparison such as count == 10", problems)
                        .ifPresent(it -> expectations.add(new Expectation(scalar.place(), scalar.text(), it)));
            } else {
                problems.error(
                        item.place(),
                        "%s stands where an expectation should".formatted(item.words()),
                        "a comparison such as count == 10");
            }
        }
        return expectations;
    }
}
