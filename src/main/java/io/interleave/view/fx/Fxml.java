package io.interleave.view.fx;

import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/// Loads the files under `/fxml`.
public final class Fxml {

    private final ControllerFactory controllers;

    public Fxml(ControllerFactory controllers) {
        this.controllers = controllers;
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
