package io.interleave.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Types into texts at random. Whatever is typed, reading only a part of the text gives what reading all of it
/// gives.
class TypingTest {

    private static final long SEED = Long.getLong("interleave.seed", 20261128);

    private static final List<String> PIECES = List.of(
            "\n",
            "\r\n",
            " ",
            "  ",
            "    ",
            "\t",
            "#",
            " # x",
            "-",
            "- ",
            ":",
            ": ",
            "a",
            "a: b",
            "'",
            "\"",
            "{",
            "}",
            "[",
            "]",
            ",",
            "|",
            ">-",
            "?",
            "? ",
            "&a",
            "*a",
            "!t",
            "%",
            "---\n",
            "...\n",
            "steps:\n",
            "\n      - read: count\n",
            "\n  x: y\n",
            "\nk: v",
            "é",
            "😀",
            "\u2028",
            "\uFEFF",
            "");

    @Test
    void a_part_read_anew_gives_what_the_whole_text_gives() {
        int inParts = 0;
        int number = 0;
        for (var text : Texts.all()) {
            long seed = SEED + number++;
            var random = new Random(seed);
            var script = Script.of(text, 0);
            for (int i = 0; i < 40; i++) {
                var change = change(random, script.text());
                String what = "seed %d, key %d: %s in%n%s".formatted(seed, i, change, script.text());
                var next = script.with(change);
                var whole = Tree.read(next.text(), 0);
                if (next.isSound()) {
                    inParts++;
                    assertThat(next.outline().root()).as(what).isEqualTo(whole);
                    assertThat(next.outline().text()).as(what).isEqualTo(next.text());
                } else {
                    assertThat(next.settled().isSound()).as(what).isEqualTo(whole.isPresent());
                    assertThat(next.settled().outline().root())
                            .as(what)
                            .isEqualTo(
                                    whole.isPresent() ? whole : script.outline().root());
                }
                boolean goesOn = next.isSound() || random.nextInt(4) > 0;
                script = goesOn ? next : script;
            }
        }
        assertThat(inParts).isGreaterThan(number);
    }

    @Test
    void where_a_document_is_said_to_begin_or_end_the_whole_text_is_looked_at() {
        var text = Texts.ODD;
        for (var marker : List.of("---\n", "...\n", "--- x\n")) {
            int at = text.indexOf("  child:\n");
            var typed = Script.of(text, 0).with(Change.of(text, at, at, marker));
            assertThat(typed.isSound()).as(marker).isFalse();
            assertThat(typed.settled().isSound()).as(marker).isFalse();
        }
    }

    @Test
    void a_byte_order_mark_within_a_text_is_found_wherever_a_part_of_it_begins() {
        int at = Texts.ODD.indexOf("    # right below the key");
        var typed = Script.of(Texts.ODD, 0).with(Change.of(Texts.ODD, at, at + 1, "\uFEFF"));
        assertThat(typed.settled().isSound())
                .isEqualTo(Tree.read(typed.text(), 0).isPresent());
    }

    private static Change change(Random random, String text) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + (random.nextInt(3) == 0 ? random.nextInt(1 + random.nextInt(60)) : 0));
        return Change.of(text, from, to, PIECES.get(random.nextInt(PIECES.size())));
    }

    @Test
    void on_a_text_of_whatever_kind_an_operation_is_done_or_refused() {
        int done = 0;
        int refused = 0;
        int number = 0;
        for (var text : Texts.all()) {
            long seed = SEED + number++;
            var random = new Random(seed);
            var script = Script.of(text);
            for (int i = 0; i < 30; i++) {
                script = script.with(change(random, script.text()));
                var operation = RandomOperations.next(random, script.outline());
                String what = "seed %d, key %d: %s in%n%s".formatted(seed, i, operation, script.text());
                switch (attempt(what, script, operation)) {
                    case Edit.Done it -> {
                        assertThat(it.script().isSound()).as(what).isTrue();
                        assertThat(it.change().inverse().applyTo(it.script().text()))
                                .as(what)
                                .isEqualTo(script.text());
                        done++;
                    }
                    case Edit.Refused(String message) -> {
                        assertThat(message).as(what).isNotBlank();
                        refused++;
                    }
                }
                script = script.isSound() || random.nextInt(3) > 0 ? script : Script.of(text);
            }
        }
        assertThat(done).isGreaterThan(number);
        assertThat(refused).isGreaterThan(number);
    }

    @Test
    void what_is_typed_and_done_in_blocks_is_undone_and_done_again_to_the_very_bytes() {
        int number = 0;
        for (var text : Texts.all()) {
            long seed = SEED + number++;
            var random = new Random(seed);
            var history = new History(Script.of(text, 0));
            var texts = new ArrayDeque<String>();
            for (int i = 0; i < 20; i++) {
                var before = history.script();
                if (before.isSound() && random.nextInt(3) > 0) {
                    var operation = RandomOperations.next(random, before.outline());
                    if (before.edit(operation) instanceof Edit.Done done) {
                        history.perform("edit", done);
                    }
                } else {
                    history.type("typed", change(random, before.text()), Selection.NONE);
                }
                history.pause();
                isWhatItSays("seed %d, edit %d".formatted(seed, i), history.script());
                boolean isOther = history.script() != before;
                if (isOther && !history.script().isSound() && random.nextInt(4) > 0) {
                    history.undo();
                } else if (isOther) {
                    texts.push(before.text());
                }
            }
            var last = history.script().text();
            int many = texts.size();
            while (history.undo().isPresent()) {
                assertThat(history.script().text()).as("seed %d", seed).isEqualTo(texts.pop());
                isWhatItSays("seed %d".formatted(seed), history.script());
            }
            assertThat(history.script().text()).as("seed %d", seed).isEqualTo(text);
            for (int i = 0; i < many; i++) {
                history.redo();
                isWhatItSays("seed %d".formatted(seed), history.script());
            }
            assertThat(history.script().text()).as("seed %d", seed).isEqualTo(last);
        }
    }

    private static void isWhatItSays(String what, Script script) {
        if (script.isSound()) {
            assertThat(script.outline().root()).as(what).isEqualTo(Tree.read(script.text(), 0));
            assertThat(script.outline().text()).as(what).isEqualTo(script.text());
        }
    }

    private static Edit attempt(String what, Script script, Operation operation) {
        try {
            return script.edit(operation);
        } catch (RuntimeException e) {
            throw new AssertionError(what, e);
        }
    }
}
