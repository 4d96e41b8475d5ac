package io.interleave.bench;

import io.interleave.view.editor.text.TypingBench;
import javafx.application.Application;

/// Times keys typed into the text of a scenario of 5,000 steps, in its middle, from the key to the painted frame,
/// drawn in software: in a comment, in a step while completions are offered, and taking characters back. Needs a
/// display, or `-Dglass.platform=Headless`.
///
/// `mvn -Pbench -Dbench.main=io.interleave.bench.TextLoad`
public final class TextLoad {

    private TextLoad() {}

    public static void main(String[] arguments) {
        System.setProperty("prism.order", "sw");
        System.setProperty("javafx.animation.fullspeed", "true");
        Application.launch(TypingBench.class, arguments);
    }
}
