package io.interleave.view.editor.code;

import io.interleave.code.JavaCode;
import io.interleave.code.Language;
import io.interleave.code.Listing;
import io.interleave.code.PythonCode;
import io.interleave.edit.Block;
import io.interleave.edit.Outline;
import io.interleave.edit.Selection;
import io.interleave.model.Remarks;
import io.interleave.model.Settings;
import io.interleave.view.editor.Draft;
import io.interleave.view.fx.Latest;
import io.interleave.view.session.Document;
import io.interleave.view.session.Workbench;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;

/// The program of the open scenario, with the knobs as they are turned. Knows no controls.
final class CodeModel {

    private final Draft draft;
    private final Workbench workbench;
    private final Latest latest;
    private final Latest taking;
    private final ObjectProperty<Language> language = new SimpleObjectProperty<>(Language.JAVA);
    private final ReadOnlyObjectWrapper<Optional<Listing>> listing = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper sound = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<BitSet> chosen = new ReadOnlyObjectWrapper<>(new BitSet());
    private Subscription knobs = Subscription.EMPTY;
    private boolean choosing;

    CodeModel(Draft draft, Workbench workbench, Executor background, Executor ui) {
        this.draft = draft;
        this.workbench = workbench;
        latest = new Latest(background, ui);
        taking = new Latest(background, ui);
        language.subscribe(_ -> make());
        workbench.documentProperty().subscribe(_ -> make());
        workbench.knobsProperty().subscribe(models -> {
            knobs.unsubscribe();
            knobs = models.stream()
                    .map(it -> it.valueProperty().subscribe((_, _) -> make()))
                    .reduce(Subscription.EMPTY, Subscription::and);
        });
        draft.selectionProperty().subscribe(_ -> choose());
    }

    ObjectProperty<Language> languageProperty() {
        return language;
    }

    /// Whether there is a program of the scenario, or will be in a moment; else it has problems.
    ReadOnlyBooleanProperty soundProperty() {
        return sound.getReadOnlyProperty();
    }

    /// Empty where the scenario has problems, and until the first program has been made.
    ReadOnlyObjectProperty<Optional<Listing>> listingProperty() {
        return listing.getReadOnlyProperty();
    }

    /// The lines of what is selected, from 1.
    ReadOnlyObjectProperty<BitSet> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// Hands over the program of what is seen now, which the listing may be behind of; nothing where that has
    /// never been in order.
    void take(Consumer<Listing> taker) {
        draft.settle();
        maker().ifPresent(it -> taking.ask(it, taker));
    }

    private void make() {
        var maker = maker();
        sound.set(maker.isPresent());
        if (maker.isEmpty()) {
            latest.forget();
            show(Optional.empty());
            return;
        }
        // That of a large scenario takes a while, in which the other language's would be taken for it.
        if (listing.get().filter(it -> it.language() != language.get()).isPresent()) {
            show(Optional.empty());
        }
        latest.ask(maker.get(), it -> show(Optional.of(it)));
    }

    private Optional<Supplier<Listing>> maker() {
        return workbench.documentProperty().get().filter(Document::isSound).map(it -> {
            var settings = workbench.settings();
            var wanted = language.get();
            return () -> listing(it, settings, wanted);
        });
    }

    private static Listing listing(Document document, Settings settings, Language language) {
        var scenario = document.scenario().orElseThrow();
        var remarks = Remarks.of(document.text());
        return switch (language) {
            case JAVA -> JavaCode.of(scenario, settings, document.name(), remarks);
            case PYTHON -> PythonCode.of(scenario, settings, document.name(), remarks);
        };
    }

    private void show(Optional<Listing> made) {
        listing.set(made);
        choose();
    }

    /// The innermost passages that come from what is selected.
    private void choose() {
        var lines = new BitSet();
        var outline = draft.script().outline();
        for (int id : draft.selectionProperty().get().blocks()) {
            outline.find(id).ifPresent(block -> lines.or(linesOf(outline, block)));
        }
        if (!choosing) {
            chosen.set(lines);
        }
    }

    private BitSet linesOf(Outline outline, Block block) {
        var lines = new BitSet();
        int line = outline.line(block);
        listing.get().stream()
                .flatMap(it -> it.passages().stream())
                .filter(it -> it.place().line() == line)
                .forEach(it -> lines.set(it.first(), it.last() + 1));
        return lines;
    }

    /// Selects, in all views, the block that a line of the program comes from.
    void select(int line) {
        var passage = listing.get().stream()
                .flatMap(it -> it.passages().stream())
                .filter(it -> it.first() <= line && line <= it.last())
                .reduce((_, inner) -> inner);
        var outline = draft.script().outline();
        passage.flatMap(it -> outline.blocks().stream()
                        .filter(block -> block.kind() != Block.Kind.SCENARIO
                                && outline.line(block) == it.place().line())
                        .reduce((_, inner) -> inner))
                .ifPresent(block -> {
                    choosing = true;
                    draft.select(Selection.of(List.of(block)));
                    choosing = false;
                });
    }
}
