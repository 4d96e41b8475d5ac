package io.interleave.view.editor.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DifferingTest {

    private static final String MINE = "one\ntwo\nthree\nfour\n";

    @Test
    void a_word_makes_its_line_differ() {
        assertThat(Differing.between(MINE, "one\ntwice\nthree\nfour\n")).isEqualTo(new Differing(2, 2, "twice"));
    }

    @Test
    void lines_between_two_places_that_differ_are_among_them() {
        assertThat(Differing.between(MINE, "one\n2\nthree\n4\n")).isEqualTo(new Differing(2, 4, "2\nthree\n4"));
    }

    @Test
    void what_the_other_text_has_more_stands_before_a_line() {
        assertThat(Differing.between(MINE, "one\ntwo\nmore\nthree\nfour\n")).isEqualTo(new Differing(3, 2, "more"));
    }

    @Test
    void what_the_other_text_has_not_is_said_by_its_lines() {
        assertThat(Differing.between(MINE, "one\nfour\n")).isEqualTo(new Differing(2, 3, ""));
    }

    @Test
    void the_last_line_may_have_no_end() {
        assertThat(Differing.between("one\ntwo", "one\n2")).isEqualTo(new Differing(2, 2, "2"));
        assertThat(Differing.between("one\n", "one\ntwo")).isEqualTo(new Differing(2, 1, "two"));
    }

    @Test
    void of_many_lines_the_first_are_shown() {
        var theirs = "1\n2\n3\n4\n5\n6\n7\n8\n";
        assertThat(Differing.between("", theirs).glimpse()).isEqualTo("1\n2\n3\n4\n5\n6\n…");
        assertThat(Differing.between("", "1\n").glimpse()).isEqualTo("1");
    }

    @Test
    void nothing_at_all_differs_from_all() {
        assertThat(Differing.between("", "one\n")).isEqualTo(new Differing(1, 0, "one"));
    }
}
