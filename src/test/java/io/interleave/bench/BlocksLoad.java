package io.interleave.bench;

import io.interleave.view.editor.blocks.BlocksBench;
import javafx.application.Application;

/// Times edits of a large scenario in its blocks, drawn in software: from letting go of a block, or from Enter behind a
/// value that was typed, to the end of the frame that shows it; what is wrong with the scenario is found out in the
/// background meanwhile, as ever. Needs a display.
///
/// `mvn -Pbench -Dbench.main=io.interleave.bench.BlocksLoad -Dbench=5000`
public final class BlocksLoad {

    private BlocksLoad() {}

    public static void main(String[] arguments) {
        System.setProperty("prism.order", "sw");
        System.setProperty("javafx.animation.fullspeed", "true");
        Application.launch(BlocksBench.class, arguments);
    }
}
