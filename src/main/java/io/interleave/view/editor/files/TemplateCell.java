package io.interleave.view.editor.files;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A template: its title, and what it has in a line.
final class TemplateCell extends ListCell<Template> {

    private final Label title = new Label();
    private final Label about = new Label();
    private final VBox words = new VBox(title, about);

    /// @param create makes a scenario of the one that is selected
    TemplateCell(Runnable create) {
        title.getStyleClass().add("template-title");
        about.getStyleClass().add("text-muted");
        about.setWrapText(true);
        words.getStyleClass().add("template");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && !isEmpty()) {
                create.run();
            }
        });
    }

    @Override
    protected void updateItem(@Nullable Template template, boolean empty) {
        super.updateItem(template, empty);
        if (empty || template == null) {
            setText(null);
            setGraphic(null);
            return;
        }
        title.setText(template.name());
        about.setText(template.about());
        // What a screen reader says.
        setText(template.name() + ". " + template.about());
        setGraphic(words);
    }
}
