package io.interleave.view.editor.text;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;

/// The completions that are offered just now, and which of them is chosen. Empty where none are.
final class CompletionList {

    private final ReadOnlyObjectWrapper<List<Completion>> items = new ReadOnlyObjectWrapper<>(List.of());
    private final IntegerProperty chosen = new SimpleIntegerProperty();

    ReadOnlyObjectProperty<List<Completion>> itemsProperty() {
        return items.getReadOnlyProperty();
    }

    IntegerProperty chosenProperty() {
        return chosen;
    }

    boolean isOpen() {
        return !items.get().isEmpty();
    }

    /// Offers what may be written at the place, because the user asks for it.
    void open(String text, int caret) {
        show(Completions.at(text, caret));
    }

    /// Offers what goes on from what has just been typed. Nothing where nothing of a word is there yet, or where it
    /// is the whole word.
    ///
    /// @param outline what the text declares, perhaps of some keys before
    void typed(String text, int caret, Outline outline) {
        boolean begun = caret > 0
                && (Character.isLetter(text.charAt(caret - 1))
                        || "_$".indexOf(text.charAt(caret - 1)) >= 0
                        || isOpen() && Character.isDigit(text.charAt(caret - 1)));
        var found = begun ? Completions.at(text, caret, outline) : List.<Completion>of();
        boolean whole = found.size() == 1
                && found.getFirst()
                        .insert()
                        .equals(text.substring(found.getFirst().from(), caret));
        show(whole ? List.of() : found);
    }

    void close() {
        show(List.of());
    }

    /// Chooses the one so many places further on, and goes round at the ends.
    void move(int by) {
        chosen.set(Math.floorMod(chosen.get() + by, items.get().size()));
    }

    /// The change that writes the chosen one, and what is selected then.
    Optional<Typing> accept(String text, int caret) {
        if (!isOpen()) {
            return Optional.empty();
        }
        var it = items.get().get(chosen.get());
        close();
        var edit = new TextEdit(it.from(), text.substring(it.from(), caret), it.insert());
        return Optional.of(new Typing(edit, it.from() + it.selectFrom(), it.from() + it.selectTo()));
    }

    private void show(List<Completion> offered) {
        chosen.set(0);
        items.set(offered);
    }
}
