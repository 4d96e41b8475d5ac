package io.interleave.view.editor.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.model.Gallery;
import io.interleave.model.Vocabulary;
import io.interleave.model.Word;
import io.interleave.model.Word.Family;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokenizerTest {

    /// Each token of a text as `text KIND`.
    private static List<String> tokens(String text) {
        var lines = text.lines().toList();
        var tokens = new TokenLines(lines::get);
        tokens.declare(Outline.of(text).names());
        var all = new ArrayList<String>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            tokens.of(i).forEach(it -> all.add(line.substring(it.start(), it.end()) + " " + it.kind()));
        }
        return all;
    }

    private static Stream<Word> steps() {
        return Vocabulary.all(Family.STEP).stream();
    }

    @ParameterizedTest
    @MethodSource("steps")
    void each_step_has_the_colour_of_what_it_does(Word step) {
        String text = "units:\n  w:\n    thread: 1\n    steps:\n";
        assertThat(tokens(text + "      - " + step.word() + ": x")).contains(step.word() + " " + TokenKind.of(step));
        assertThat(tokens(text.stripTrailing() + " [ { " + step.word() + ": x } ]"))
                .contains(step.word() + " " + TokenKind.of(step));
    }

    @Test
    void words_mean_something_only_where_they_belong() {
        assertThat(tokens("""
                resources:
                  read: { variable: 0 }
                  crew: { pool: thread, size: 2, queue: 1 }
                """))
                .contains("read DECLARATION", "variable STATE", "crew DECLARATION", "pool POOL", "queue KEY");
        assertThat(tokens("title: read: write")).doesNotContain("read STATE");
        assertThat(tokens("knobs:\n  lock: { toggle: on, label: Lock }"))
                .contains("lock DECLARATION", "toggle KNOB", "on NUMBER", "label KEY");
    }

    @Test
    void values_are_told_apart() {
        assertThat(tokens("""
                knobs:
                  many: { slider: 4, min: 1, max: 16 }
                resources:
                  count: { variable: 0 }
                units:
                  w:
                    thread: $many
                    steps:
                      - write: { to: count, value: count + 1.5e3 } # so
                      - compute: 250us
                      - log: "so {count}"
                      - log: done # really
                """))
                .contains(
                        "$many KNOB",
                        "count NAME",
                        "1.5e3 NUMBER",
                        "# so COMMENT",
                        "250us NUMBER",
                        "\"so {count}\" STRING",
                        "done STRING",
                        "# really COMMENT");
    }

    @Test
    void texts_of_several_lines_stay_texts_until_they_end() {
        assertThat(tokens("about: >\n  read: this\n\n  - take it\ntitle: 'it''s\n  done'\nunits:\n"))
                .contains("  read: this STRING", "  - take it STRING", "  done' STRING", "units SECTION");
    }

    @Test
    void an_edit_leaves_the_tokens_as_if_the_text_had_been_so_from_the_start() {
        for (var entry : Gallery.entries()) {
            var lines = new ArrayList<>(entry.text().lines().toList());
            var tokens = new TokenLines(lines::get);
            tokens.of(lines.size() - 1);
            for (int line = 0; line < lines.size(); line += 7) {
                lines.set(line, line % 2 == 0 ? "about: |" : "  x: \"");
                tokens.changedWithin(line);
                var fresh = new TokenLines(lines::get);
                for (int i = 0; i < lines.size(); i++) {
                    assertThat(tokens.of(i)).isEqualTo(fresh.of(i));
                }
            }
        }
    }

    @Test
    void any_line_is_cut_into_tokens_in_order_within_it() {
        for (String line :
                List.of("", "-", "- -", "{[}]", "\"", "'\\", "$", "$ #", "a:b: c", "\t- x", "😀: 1", "- {: ,", "}]}")) {
            int last = 0;
            for (var token : Tokenizer.read(line, LineState.BEGINNING, Set.of()).tokens()) {
                assertThat(token.start()).isGreaterThanOrEqualTo(last).isLessThan(token.end());
                last = token.end();
            }
            assertThat(last).isLessThanOrEqualTo(line.length());
        }
    }
}
