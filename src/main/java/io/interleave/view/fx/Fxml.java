package io.interleave.view.fx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/// Loads the files under `/fxml`.
public final class Fxml {

    private final ControllerFactory controllers;

    public Fxml(ControllerFactory controllers) {
        this.controllers = controllers;
    }

    /// Loads a view when it is first to be seen, and has it placed: what most starts of the program never show need
    /// not delay any. From then on the view shows and hides itself.
    public void loadWhen(ObservableValue<Boolean> wanted, String name, Consumer<Parent> place) {
        var loaded = new AtomicBoolean();
        wanted.subscribe(now -> {
            if (now && loaded.compareAndSet(false, true)) {
                place.accept(load(name));
            }
        });
    }

    /// The view in `/fxml/NAME.fxml` with all that it includes.
    public Parent load(String name) {
        var location = Fxml.class.getResource("/fxml/" + name + ".fxml");
        if (location == null) {
            throw new IllegalArgumentException("there is no view " + name);
        }
        var loader = new FXMLLoader(location, Messages.bundle());
        loader.setControllerFactory(controllers);
        try {
            return loader.load();
        } catch (IOException broken) {
            throw new UncheckedIOException("the view " + name + " cannot be loaded", broken);
        }
    }
}
