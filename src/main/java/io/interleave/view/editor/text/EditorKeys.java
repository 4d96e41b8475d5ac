package io.interleave.view.editor.text;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// What keys do in the text before the code area sees them.
final class EditorKeys {

    private final Map<KeyCombination, Runnable> always = new LinkedHashMap<>();
    private final Map<KeyCombination, Runnable> editing = new LinkedHashMap<>();

    /// A key that acts in any text.
    EditorKeys with(String combination, Runnable action) {
        always.put(KeyCombination.valueOf(combination), action);
        return this;
    }

    /// A key that acts where the text can be changed.
    EditorKeys editing(String combination, Runnable action) {
        editing.put(KeyCombination.valueOf(combination), action);
        return this;
    }

    /// Whether the key did something here.
    boolean press(KeyEvent event, boolean readOnly) {
        return press(event, always) || !readOnly && press(event, editing);
    }

    private static boolean press(KeyEvent event, Map<KeyCombination, Runnable> keys) {
        for (var entry : keys.entrySet()) {
            if (entry.getKey().match(event)) {
                event.consume();
                entry.getValue().run();
                return true;
            }
        }
        return false;
    }
}
