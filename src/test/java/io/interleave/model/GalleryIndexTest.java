package io.interleave.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GalleryIndexTest {

    @Test
    void aChapterHasATitleAParagraphAndScenariosInOrder() {
        var chapters = read("""
                # A remark.
                = Locks
                The first line
                and the second.
                - one
                - two

                = Queues
                - three
                """);

        assertThat(chapters).extracting(Gallery.Chapter::title).containsExactly("Locks", "Queues");
        assertThat(chapters.getFirst().about()).isEqualTo("The first line and the second.");
        assertThat(chapters.getFirst().entries())
                .containsExactly(
                        new Gallery.Entry("one", "Locks", "text of one"),
                        new Gallery.Entry("two", "Locks", "text of two"));
        assertThat(chapters.getLast().about()).isEmpty();
    }

    @Test
    void aChapterWithoutScenariosIsNotShown() {
        assertThat(read("= Empty\nNothing yet.\n= Full\n- one\n"))
                .extracting(Gallery.Chapter::title)
                .containsExactly("Full");
    }

    private static List<Gallery.Chapter> read(String index) {
        return new GalleryIndex(name -> "text of " + name).read(index);
    }
}
