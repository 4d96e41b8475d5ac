package io.interleave.view.compare;

import io.interleave.view.fx.Messages;
import io.interleave.view.runs.RunLabel;
import io.interleave.view.session.RunOpener;
import io.interleave.view.session.RunReading;
import io.interleave.view.session.RunState;
import io.interleave.view.session.Workbench;
import io.interleave.view.store.KeptRun;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/// The two runs that are compared, if two are. Whatever else is opened or started puts an end to it.
public final class CompareModel {

    /// Two runs that could be compared.
    public record Chosen(KeptRun one, KeptRun other) {}

    private final Workbench workbench;
    private final ReadOnlyObjectWrapper<Optional<Chosen>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Compared>> compared = new ReadOnlyObjectWrapper<>(Optional.empty());

    public CompareModel(Workbench workbench) {
        this.workbench = workbench;
        workbench.archive().shelf().keepThose(this::inUse);
        workbench.documentProperty().subscribe(_ -> close());
        workbench.session().stateProperty().subscribe(state -> {
            if (state instanceof RunState.Idle || state instanceof RunState.Starting) {
                close();
            }
        });
    }

    /// The two that are chosen in the list; empty unless two are.
    public ReadOnlyObjectProperty<Optional<Chosen>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// Whether two runs are shown in place of one.
    public ObservableValue<Boolean> showingProperty() {
        return compared.map(Optional::isPresent);
    }

    ReadOnlyObjectProperty<Optional<Compared>> comparedProperty() {
        return compared.getReadOnlyProperty();
    }

    public void choose(List<KeptRun> runs) {
        chosen.set(runs.size() == 2 ? Optional.of(new Chosen(runs.getFirst(), runs.getLast())) : Optional.empty());
    }

    /// Reads both and compares them. Where one cannot be read, that is told and all stays as it is.
    public void compare(KeptRun one, KeptRun other) {
        chosen.set(Optional.empty());
        var first = one.at().isAfter(other.at()) ? other : one;
        var second = first == one ? other : one;
        workbench.archive().opener().read(first, second, pair -> compare(first, second, pair));
    }

    private void compare(KeptRun first, KeptRun second, RunOpener.Pair pair) {
        switch (pair.one()) {
            case RunReading.Unreadable(var why) -> workbench.archive().tell(why);
            case RunReading.Read one -> {
                switch (pair.other()) {
                    case RunReading.Unreadable(var why) -> workbench.archive().tell(why);
                    case RunReading.Read other ->
                        compared.set(Optional.of(compare(side(first, one), side(second, other))));
                }
            }
        }
    }

    private Side side(KeptRun run, RunReading.Read read) {
        return new Side(
                workbench.archive().learn(run, read), read.past(), read.feed().timeline(), "");
    }

    static Compared compare(Side first, Side second) {
        var setting = SettingWords.of(first.past(), second.past());
        var one = label(first, setting.first());
        var other = label(second, setting.second());
        boolean same = one.equals(other);
        return new Compared(
                first.labelled(same ? at(first) : one),
                second.labelled(same ? at(second) : other),
                setting.sentence(),
                Differences.of(first, second));
    }

    /// The user's own name says it best.
    private static String label(Side side, String otherwise) {
        var own = side.run().marks().name();
        return own.isEmpty() ? otherwise : own;
    }

    private static String at(Side side) {
        var label = RunLabel.of(side.run(), LocalDateTime.now(), ZoneId.systemDefault());
        return Messages.text("compare.at", label.exactly());
    }

    public void close() {
        compared.set(Optional.empty());
    }

    private Set<Path> inUse() {
        return compared.get()
                .map(it ->
                        Set.of(it.first().run().directory(), it.second().run().directory()))
                .orElse(Set.of());
    }
}
