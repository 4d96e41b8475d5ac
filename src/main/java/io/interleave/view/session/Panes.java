package io.interleave.view.session;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Which parts of the window are to be seen.
public final class Panes {

    /// The tabs below the picture.
    public enum Detail {
        OUTCOME,
        SELECTION,
        OUTPUT,
        PROBLEMS
    }

    /// The ways in which the editor shows the scenario.
    public enum View {
        BLOCKS,
        TEXT,
        JAVA,
        PYTHON,
        /// Not the scenario but the words that it is made of.
        WORDS
    }

    private final BooleanProperty library = new SimpleBooleanProperty(true);
    private final BooleanProperty details = new SimpleBooleanProperty(true);
    private final BooleanProperty editor = new SimpleBooleanProperty(false);
    private final BooleanProperty editorAwaited = new SimpleBooleanProperty(false);
    private final BooleanProperty keys = new SimpleBooleanProperty(false);
    private final ObjectProperty<View> view = new SimpleObjectProperty<>(View.BLOCKS);
    private final ObjectProperty<Detail> detail = new SimpleObjectProperty<>(Detail.OUTCOME);

    /// Scenarios and runs, on the left.
    public BooleanProperty libraryProperty() {
        return library;
    }

    /// What is below the picture.
    public BooleanProperty detailsProperty() {
        return details;
    }

    /// The scenario, to be edited, on the right.
    public BooleanProperty editorProperty() {
        return editor;
    }

    /// Whether the editor will probably be wanted next.
    public BooleanProperty editorAwaitedProperty() {
        return editorAwaited;
    }

    public ObjectProperty<View> viewProperty() {
        return view;
    }

    /// The list of all keys, over everything.
    public BooleanProperty keysProperty() {
        return keys;
    }

    public ObjectProperty<Detail> detailProperty() {
        return detail;
    }
}
