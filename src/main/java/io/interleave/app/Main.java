package io.interleave.app;

import io.interleave.cli.CommandLineMain;
import io.interleave.view.timeline.TimelinePicture;

/// The program's beginning.
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        System.exit(CommandLineMain.run(
                (timeline, file) -> TimelinePicture.writePng(timeline, 1600, 1000, false, file), args));
    }
}
