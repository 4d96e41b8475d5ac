package io.interleave.view.timeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes pictures of made-up runs to the directory that its argument names, for a person to look at.
final class Gallery {

    private Gallery() {}

    public static void main(String[] arguments) throws IOException {
        Path directory = Files.createDirectories(Path.of(arguments[0]));
        FakeSource race = SampleRun.counting(4, 2, 900, false, 1_000, 1);
        FakeSource locked = SampleRun.counting(4, 2, 300, true, 3_000, 2);
        FakeSource few = SampleRun.counting(4, 2, 4, false, 300_000, 3);
        FakeSource many = SampleRun.counting(40, 8, 60, false, 20_000, 4);
        for (boolean dark : new boolean[] {true, false}) {
            String theme = dark ? "-dark.png" : "-light.png";
            TimelinePicture.writePng(race, 1000, 700, dark, -1, directory.resolve("race" + theme));
            TimelinePicture.writePng(race, 1000, 700, dark, 5, directory.resolve("conflict" + theme));
            TimelinePicture.writePng(locked, 1000, 700, dark, -1, directory.resolve("locked" + theme));
            TimelinePicture.writePng(few, 1000, 700, dark, -1, directory.resolve("few" + theme));
            TimelinePicture.writePng(SampleRun.deadlock(), 1000, 500, dark, -1, directory.resolve("deadlock" + theme));
            TimelinePicture.writePng(many, 1900, 1000, dark, -1, directory.resolve("many" + theme));
        }
    }
}
