package io.interleave.view.timeline;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Opens the view on a made-up run, for a person to try. Arguments: `dark`, `many`, `empty`.
public final class ViewDemo {

    private ViewDemo() {}

    public static void main(String[] arguments) {
        Application.launch(Demo.class, arguments);
    }

    public static final class Demo extends Application {
        @Override
        public void start(Stage stage) {
            boolean dark = getParameters().getRaw().contains("dark");
            TimelineView view = new TimelineView();
            view.setDark(dark);
            boolean many = getParameters().getRaw().contains("many");
            if (!getParameters().getRaw().contains("empty")) {
                view.show(
                        many
                                ? SampleRun.counting(60, 8, 400, true, 20_000, 4)
                                : SampleRun.counting(4, 2, 900, false, 1_000, 1));
            }
            stage.setScene(new Scene(view, many ? 1900 : 1000, many ? 1000 : 700));
            stage.setTitle("Timeline");
            stage.show();
            view.requestFocus();
        }
    }
}
