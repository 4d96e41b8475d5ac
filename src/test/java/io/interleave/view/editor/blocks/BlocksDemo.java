package io.interleave.view.editor.blocks;

import io.interleave.model.Gallery;
import io.interleave.view.editor.Draft;
import io.interleave.view.fx.ControllerFactory;
import io.interleave.view.fx.Fxml;
import io.interleave.view.fx.Themes;
import io.interleave.view.fx.Ui;
import java.util.Locale;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The blocks alone in a window, to be looked at and tried by hand: of a scenario of the gallery that the first
/// argument names, or of an empty one. The second is the theme.
public final class BlocksDemo extends Application {

    static final String FRESH = "interleave: 1\ntitle: My scenario\n";

    @Override
    public void start(Stage stage) {
        var arguments = getParameters().getRaw();
        var name = arguments.isEmpty() ? "new" : arguments.getFirst();
        var theme = arguments.size() > 1 ? arguments.get(1) : "light";
        new Themes(Themes.Choice.valueOf(theme.toUpperCase(Locale.ROOT)));
        var background = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("background").daemon().factory());
        var draft = new Draft(background, new Ui());
        draft.open(Gallery.find(name).map(Gallery.Entry::text).orElse(FRESH));
        draft.scriptProperty().subscribe(it -> System.out.println(it.text() + "\n---- " + it.standing()));
        draft.readingProperty().subscribe(it -> it.ifPresent(read -> System.out.println(read.problems())));
        stage.setScene(scene(draft, background, 400, 940));
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    static Scene scene(Draft draft, java.util.concurrent.Executor background, double width, double height) {
        var controllers = new ControllerFactory()
                .with(BlocksController.class, () -> new BlocksController(draft, background, new Ui(), () -> {}));
        var scene = new Scene(new Fxml(controllers).load("blocks"), width, height);
        scene.getStylesheets()
                .add(BlocksDemo.class
                        .getResource("/io/interleave/view/interleave.css")
                        .toExternalForm());
        return scene;
    }
}
