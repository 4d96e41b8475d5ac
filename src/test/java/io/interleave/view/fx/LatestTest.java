package io.interleave.view.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestTest {

    private final ArrayDeque<Runnable> background = new ArrayDeque<>();
    private final Latest latest = new Latest(background::add, Runnable::run);
    private final List<String> told = new ArrayList<>();

    private static String unwanted() {
        throw new AssertionError("nobody wants to know");
    }

    @Test
    void only_the_answer_to_the_last_question_is_told_and_the_others_are_not_found_out() {
        latest.ask(LatestTest::unwanted, told::add);
        latest.ask(() -> "last", told::add);
        background.forEach(Runnable::run);
        assertThat(told).containsExactly("last");
    }

    @Test
    void a_question_of_many_parts_is_given_up_when_another_is_asked_meanwhile() {
        var wantedAtFirst = new ArrayList<Boolean>();
        latest.ask(
                false,
                wanted -> {
                    wantedAtFirst.add(wanted.getAsBoolean());
                    latest.ask(() -> "second", told::add);
                    wantedAtFirst.add(wanted.getAsBoolean());
                    return "first";
                },
                told::add);
        background.remove().run();
        background.remove().run();
        assertThat(wantedAtFirst).containsExactly(true, false);
        assertThat(told).containsExactly("second");
    }
}
