package io.interleave.view.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.model.Gallery;
import io.interleave.testkit.WindowOnFakes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class GalleryPaneTest {

    @TempDir
    private static Path folder;

    private WindowOnFakes fakes;

    @Start
    void open(Stage stage) {
        fakes = new WindowOnFakes(stage, folder, 1000, 700);
    }

    @Test
    void theChapterOfTheOpenScenarioIsOpenAndNoOther(FxRobot robot) {
        assertThat(tree(robot).getRoot().getChildren())
                .extracting(it -> it.getValue().title())
                .containsExactlyElementsOf(
                        Gallery.chapters().stream().map(Gallery.Chapter::title).toList());
        assertThat(expanded(robot)).containsExactly("Locks");
        assertThat(selected(robot)).contains("Lost update");
    }

    @Test
    void aChapterThatIsSelectedSaysWhatItIsAboutAndOpens(FxRobot robot) {
        var about = robot.lookup("#chapter-about").queryAs(Label.class);
        assertThat(about.isVisible()).isFalse();

        robot.clickOn("Threads");

        assertThat(about.isVisible()).isTrue();
        assertThat(about.getText()).isEqualTo(Gallery.chapters().get(1).about());
        assertThat(expanded(robot)).contains("Threads");
        assertThat(fakes.workbench.documentProperty().get().orElseThrow().name())
                .isEqualTo("lost-update");

        robot.clickOn("More workers than cores");

        assertThat(about.isVisible()).isFalse();
        assertThat(fakes.workbench.documentProperty().get().orElseThrow().name())
                .isEqualTo("more-workers-than-cores");
    }

    @Test
    void theChapterOfTheOpenScenarioCanBeFolded(FxRobot robot) {
        robot.clickOn(arrow(robot, "Locks"));

        assertThat(expanded(robot)).isEmpty();
        assertThat(fakes.workbench.documentProperty().get().orElseThrow().name())
                .isEqualTo("lost-update");

        robot.clickOn(arrow(robot, "Locks"));

        assertThat(expanded(robot)).containsExactly("Locks");
    }

    @Test
    void whatIsOpenedElsewhereIsFoundInItsChapter(FxRobot robot) {
        robot.interact(() -> fakes.workbench.open(
                fakes.workbench.library().find("more-workers-than-cores").orElseThrow()));

        assertThat(selected(robot)).contains("More workers than cores");
        assertThat(expanded(robot)).contains("Threads");
    }

    @Test
    void filesStandUnderAHeadingOfTheirOwn(FxRobot robot) throws IOException {
        var text = Gallery.find("lost-update").orElseThrow().text().replace("title: Lost update", "title: My own");
        var file = Files.writeString(folder.resolve("own.interleave.yaml"), text);

        robot.interact(() -> fakes.workbench.open(file));
        robot.interact(() -> fakes.workbench.open(file));

        assertThat(selected(robot)).contains("My own");
        assertThat(tree(robot).getRoot().getChildren().getLast().getChildren()).hasSize(1);
    }

    private static Node arrow(FxRobot robot, String chapter) {
        return robot.lookup("#gallery .tree-cell").queryAllAs(TreeCell.class).stream()
                .filter(it -> chapter.equals(it.getText()))
                .findFirst()
                .orElseThrow()
                .getDisclosureNode();
    }

    private static List<String> expanded(FxRobot robot) {
        return tree(robot).getRoot().getChildren().stream()
                .filter(TreeItem::isExpanded)
                .map(it -> it.getValue().title())
                .toList();
    }

    private static Optional<String> selected(FxRobot robot) {
        return Optional.ofNullable(tree(robot).getSelectionModel().getSelectedItem())
                .map(it -> it.getValue().title());
    }

    @SuppressWarnings("unchecked")
    private static TreeView<Row> tree(FxRobot robot) {
        return robot.lookup("#gallery").queryAs(TreeView.class);
    }
}
