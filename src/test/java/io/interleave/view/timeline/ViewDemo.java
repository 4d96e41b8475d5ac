package io.interleave.view.timeline;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Opens the view on a made-up run, for a person to try.
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
            if (!getParameters().getRaw().contains("empty")) {
                view.show(SampleRun.counting(4, 2, 900, false, 1_000, 1));
            }
            stage.setScene(new Scene(view, 1000, 700));
            stage.setTitle("Timeline");
            stage.show();
            view.requestFocus();
        }
    }
}
