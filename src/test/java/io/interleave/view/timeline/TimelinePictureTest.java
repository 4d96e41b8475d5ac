package io.interleave.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelinePictureTest {

    @TempDir
    Path directory;

    @Test
    void a_picture_is_written_in_the_size_and_theme_asked_for() throws IOException {
        FakeSource source = SampleRun.counting(4, 2, 100, false, 1_000, 1);
        for (boolean dark : new boolean[] {true, false}) {
            Path file = directory.resolve(dark + ".png");
            TimelinePicture.writePng(source, 640, 400, dark, -1, file);
            BufferedImage image = ImageIO.read(file.toFile());
            assertThat(image.getWidth()).isEqualTo(640);
            assertThat(image.getHeight()).isEqualTo(400);
            assertThat(image.getRGB(639, 399)).isEqualTo(Theme.of(dark).back());
        }
    }

    @Test
    void a_run_without_anything_in_it_still_makes_a_picture() throws IOException {
        FakeSource source = new FakeSource();
        source.cores = null;
        TimelinePicture.writePng(source, 300, 200, true, -1, directory.resolve("empty.png"));
        assertThat(directory.resolve("empty.png")).isNotEmptyFile();
    }

    @Test
    void a_picture_too_small_to_show_anything_is_refused() {
        assertThatThrownBy(
                        () -> TimelinePicture.writePng(new FakeSource(), 10, 10, true, -1, directory.resolve("x.png")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
