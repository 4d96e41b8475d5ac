package io.interleave.model;

import io.interleave.model.Page.Row;
import io.interleave.model.Word.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The reference of the scenario language, made from the vocabulary.
public final class Reference {

    /// A whole scenario, to begin with.
    static final String SCENARIO = """
            interleave: 1
            title: Lost update
            about: Every worker adds to a counter. Without the lock, some is lost.

            knobs:
              workers: { slider: 4, min: 1, max: 16 }
              lock: { toggle: on, live: true }

            resources:
              count: { variable: 0 }
              mutex: { lock: mutex, enabled: $lock }

            units:
              worker:
                thread: $workers
                steps:
                  - repeat: 1000
                    steps:
                      - hold: mutex
                        steps:
                          - read: count        # into the local `count`
                          - compute: 10us
                          - write: { to: count, value: count + 1 }

            expect:
              - count == workers * 1000
            """;

    private final Page page = new Page();

    private Reference() {
        introduction();
        expressions();
        words(
                Family.KNOB,
                "What can be turned. In expressions the name of a knob, with or without a `$`, is its value.");
        presets();
        words(
                Family.RESOURCE,
                "What units share. Expressions here are over knobs alone. Where there are several of a name, by"
                        + " `count`, each step says which one by `at`; they are called `cells 1`, `cells 2` and so on.");
        words(
                Family.UNIT,
                "Who does something: groups of units that do the same steps. In the steps the local `index` is the"
                        + " unit's number in its group, from 1. Expressions beside the word are over knobs, and those"
                        + " of `priority`, `core`, `stack`, `command`, `environment` and `directory` over `index` as"
                        + " well. Where the count is one live knob alone, units are started and retired while the run"
                        + " goes on.");
        page.heading(2, "Steps")
                .paragraph("A step is a mapping of its word to what it acts on; `steps`, `timeout` and `else` stand"
                        + " beside the word, on lines of their own. A local named by `into`, `as` or `let` can be used"
                        + " in all later steps of the unit; where the step that gives it its value was skipped, it is"
                        + " 0, 0s, off or an empty text. The examples use the knobs, resources and units of the"
                        + " examples above.");
        words(Family.STEP, "");
        expectations();
        limits();
    }

    /// For a terminal, at most 80 columns wide.
    public static String plain() {
        return new Reference().page.plain();
    }

    /// For a web page, in Markdown.
    public static String markdown() {
        return new Reference().page.markdown();
    }

    private void introduction() {
        page.heading(1, "The scenario language")
                .paragraph(
                        "A scenario is a YAML file (UTF-8, at most %d KiB, no anchors, aliases or tags) that says what"
                                        .formatted(Limits.FILE_BYTES / 1024)
                                + " can be turned, what is shared, who does what, and what should come out. Reading or checking"
                                + " one runs nothing. `interleave check FILE` names everything that is wrong with it, with line"
                                + " and column; `interleave schema` prints a JSON Schema for editors.")
                .table(
                        "Key",
                        List.of(
                                new Row(
                                        "interleave",
                                        "the version of this language, %d; always the first key"
                                                .formatted(ScenarioReader.VERSION)),
                                new Row("title", "one line"),
                                new Row("about", "a paragraph in plain words"),
                                new Row("knobs", "a mapping of names to knobs"),
                                new Row("presets", "a mapping of names to values of knobs"),
                                new Row("resources", "a mapping of names to resources"),
                                new Row("units", "a mapping of names to groups of units; at least one"),
                                new Row("expect", "a list of conditions on what comes out")))
                .code(SCENARIO.strip())
                .paragraph(
                        "A name is made of letters, digits and `_` and begins with a letter. Knobs, resources, groups"
                                + " of units and the locals of a unit have different names, but that a local may bear the name"
                                + " of the variable that it is read from.");
    }

    private void expressions() {
        page.heading(2, "Values and expressions")
                .table(
                        "Type",
                        List.of(
                                new Row("whole", "a whole number of 64 bits, which goes round at its ends: `42`, `-1`"),
                                new Row("decimal", "a decimal number: `0.5`, `1e3`"),
                                new Row("time", "a duration: `250us`, `2ms`, `1.5s`, `1min`, `0s`"),
                                new Row("truth", "a switch: `on`, `off` (also true, false, yes, no)"),
                                new Row("text", "a text, in quotes: `\"fifo\"`")))
                .paragraph("An expression is a value, a name, or several of them joined by operators and parentheses. A"
                        + " name is that of a knob or of a local of the unit; it may be written with a `$` before it."
                        + " There are no calls. From the strongest to the weakest, the operators are:")
                .table(
                        "Operators",
                        List.of(
                                new Row("- not", "of a number or a duration; of a switch"),
                                new Row(
                                        "* / %",
                                        "numbers; durations and numbers; of whole numbers the whole part and the remainder, as in Java"),
                                new Row("+ -", "two numbers or two durations"),
                                new Row("< <= > >=", "two numbers or two durations"),
                                new Row("== !=", "two of one type; texts too"),
                                new Row("and", "two switches; also written `&&`"),
                                new Row("or", "two switches; also written `||`")))
                .paragraph(
                        "In a text, such as that of `log` or an argument of a command, an expression stands in braces:"
                                + " `moved {amount} to {n + 1}`; `{{` and `}}` are braces. A text as an expression needs"
                                + " quotes of its own within those of YAML: `value: \"'done'\"`.");
    }

    private void words(Family family, String introduction) {
        var chapters =
                Vocabulary.all(family).stream().map(Word::chapter).distinct().toList();
        for (var chapter : chapters) {
            page.heading(2, family == Family.STEP ? "Steps: " + chapter.toLowerCase(Locale.ROOT) : chapter);
            if (!introduction.isEmpty()) {
                page.paragraph(introduction);
            }
            Vocabulary.all(family).stream()
                    .filter(it -> it.chapter().equals(chapter))
                    .forEach(this::word);
        }
    }

    private void word(Word word) {
        page.heading(3, word.word()).paragraph(word.meaning());
        var forms = new ArrayList<Row>();
        word.alone().ifPresent(it -> forms.add(new Row(word.word() + ":", words(it) + single(word))));
        if (!word.keys().isEmpty()) {
            forms.add(new Row(word.word() + ": { … }", "with the keys below"));
        }
        page.table("Form", forms)
                .table("Key", word.keys().stream().map(Reference::row).toList())
                .table("Beside it", word.beside().stream().map(Reference::row).toList())
                .code(word.example());
    }

    private static String single(Word word) {
        return word.standsFor().isEmpty() ? "" : ", as `%s`".formatted(word.standsFor());
    }

    private static Row row(Word.Key key) {
        return new Row(
                key.name(), "%s%s: %s".formatted(words(key.form()), key.required() ? " (needed)" : "", key.meaning()));
    }

    private static String words(Form form) {
        return form.kind() == Form.Kind.CHOICE
                ? Words.or(form.choices().stream().map("`%s`"::formatted).toList())
                : form.words();
    }

    private void presets() {
        page.heading(2, "Presets")
                .paragraph(
                        "A preset sets several knobs at once. It has a name of its own, which may be that of anything"
                                + " else too, and values that its knobs can have; a knob that it does not name has the value"
                                + " that it starts with.")
                .code("""
                        knobs:
                          workers: { slider: 4, min: 1, max: 16 }
                          lock: { toggle: on }

                        presets:
                          race: { workers: 8, lock: off }
                          cured: { workers: 8, lock: on }""");
    }

    private void expectations() {
        page.heading(2, "Expectations")
                .paragraph(
                        "Under `expect` stand conditions over knobs and the values that variables have when the run has"
                                + " ended; of an equation the left side is what came out and the right side what was expected."
                                + " The elements of several variables of one name cannot be named there; let a unit add them"
                                + " up into a variable of its own.")
                .code("expect:\n  - count == workers * 100");
    }

    private void limits() {
        page.heading(2, "Limits")
                .table(
                        "Limit",
                        List.of(
                                limit("knobs", Limits.KNOBS),
                                limit("presets", Limits.PRESETS),
                                limit("resources", Limits.RESOURCES),
                                limit("elements", Limits.ELEMENTS, "of one resource"),
                                limit("unit groups", Limits.GROUPS),
                                limit("steps", Limits.STEPS),
                                limit("threads", Limits.THREADS, "in one group"),
                                limit("coroutines", Limits.COROUTINES, "in one group"),
                                limit("generators", Limits.GENERATORS, "in one group"),
                                limit("processes", Limits.PROCESSES, "in one group"),
                                limit("carriers", Limits.CARRIERS, "of one event loop"),
                                limit(
                                        "workers",
                                        Limits.POOL_THREADS,
                                        "of a thread or fork_join pool; %,d of a process pool, %,d of a coroutine pool"
                                                .formatted(Limits.POOL_PROCESSES, Limits.POOL_COROUTINES)),
                                limit("expectations", Limits.EXPECTATIONS)));
    }

    private static Row limit(String what, int number) {
        return limit(what, number, "");
    }

    private static Row limit(String what, int number, String of) {
        return new Row(what, "at most %,d %s".formatted(number, of).strip());
    }
}
