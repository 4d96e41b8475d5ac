package io.interleave.view.session;

import io.interleave.model.CommandText;
import io.interleave.run.Trust;
import io.interleave.view.fx.Messages;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The question whether the commands of a scenario from elsewhere may be started, which is asked before its first run
/// and after each edit. It stands until it is answered, or something else is opened.
public final class TrustQuestion {

    /// What is asked.
    ///
    /// @param file what the scenario is called
    /// @param problem why the last answer could not be kept; empty if there was none, or it could
    public record Asked(String file, List<CommandText> commands, String problem) {}

    private record Pending(Document document, Runnable run) {}

    private final Trust trust;
    private final ReadOnlyObjectWrapper<Optional<Asked>> asked = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Pending> pending = Optional.empty();
    private BooleanSupplier writtenHere = () -> false;
    private Runnable agreed = () -> {};

    TrustQuestion(Trust trust) {
        this.trust = trust;
    }

    public ReadOnlyObjectProperty<Optional<Asked>> askedProperty() {
        return asked.getReadOnlyProperty();
    }

    /// @param isWritten whether all of the open document was written in this window, or comes with the program
    /// @param isAgreed told when the user trusts all of the open document
    public void exempt(BooleanSupplier isWritten, Runnable isAgreed) {
        writtenHere = isWritten;
        agreed = isAgreed;
    }

    /// Runs a sound document at once if there is nothing to be asked; else asks, and runs it if the answer is
    /// yes.
    void ask(Document document, Runnable run) {
        var commands = CommandText.of(document.scenario().orElseThrow());
        if (commands.isEmpty() || trust.isTrusted(document.text())) {
            run.run();
            return;
        }
        if (writtenHere.getAsBoolean()) {
            remember(document.text());
            run.run();
            return;
        }
        pending = Optional.of(new Pending(document, run));
        asked.set(Optional.of(new Asked(document.fileName(), commands, "")));
    }

    /// What was written and run here is known when it is opened again from the file that it was saved to.
    private void remember(String text) {
        try {
            trust.trust(text);
        } catch (IOException _) {
            // Then it is asked about.
        }
    }

    /// The answer is yes, to this run alone.
    public void runOnce() {
        var answered = pending;
        withdraw();
        answered.ifPresent(it -> it.run().run());
    }

    /// The answer is yes, for this very text.
    public void trust() {
        if (pending.isEmpty()) {
            return;
        }
        try {
            trust.trust(pending.get().document().text());
            agreed.run();
            runOnce();
        } catch (IOException failed) {
            var problem = Messages.text("trust.problem", String.valueOf(failed.getMessage()));
            asked.set(asked.get().map(it -> new Asked(it.file(), it.commands(), problem)));
        }
    }

    /// The answer is no, or the question has no point any more.
    public void withdraw() {
        pending = Optional.empty();
        asked.set(Optional.empty());
    }
}
