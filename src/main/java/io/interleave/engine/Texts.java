package io.interleave.engine;

import java.util.ArrayList;
import java.util.List;

/// The texts of one scenario, each with a number, so that comparing two is comparing their numbers. Filled while
/// compiling, on one thread, and only read afterwards.
final class Texts {

    private final List<String> texts = new ArrayList<>();

    long number(String text) {
        int index = texts.indexOf(text);
        if (index < 0) {
            index = texts.size();
            texts.add(text);
        }
        return index;
    }

    String text(long number) {
        return texts.get((int) number);
    }
}
