package io.interleave.view.editor.files;

import io.interleave.model.Reading;
import io.interleave.model.Scenario;
import io.interleave.view.editor.Draft;
import io.interleave.view.editor.SelectedLines;
import io.interleave.view.session.Document;
import io.interleave.view.session.Workbench;
import java.util.BitSet;
import java.util.Optional;

/// Keeps the draft and the window's open document in step: what is opened is drafted, and what is edited is what
/// runs next.
public final class Desk {

    private final Draft draft;
    private final Workbench workbench;
    private final WorkingCopies copies;
    private boolean revising;

    public Desk(Draft draft, Workbench workbench, WorkingCopies copies) {
        this.draft = draft;
        this.workbench = workbench;
        this.copies = copies;
    }

    /// From now on.
    public void keep() {
        workbench.documentProperty().subscribe(this::opened);
        draft.readingProperty().subscribe(reading -> reading.ifPresent(this::read));
        workbench.settleBy(draft::settle);
        workbench.editBy(draft::apply);
        workbench.question().exempt(() -> copies.current().isOwn(), copies::agreed);
    }

    /// The lines of what is selected, as lines of what the run that is shown has run; none where that has another
    /// text.
    public BitSet linesOfRun() {
        String text = draft.script().text();
        return workbench
                .session()
                .state()
                .shown()
                .filter(it -> it.document().text().equals(text))
                .map(_ -> SelectedLines.of(
                        draft.script(), draft.selectionProperty().get()))
                .orElseGet(BitSet::new);
    }

    private void opened(Optional<Document> document) {
        if (!revising) {
            document.ifPresent(copies::opened);
        }
    }

    private void read(Reading reading) {
        reading.scenario().map(Scenario::title).ifPresent(copies::titled);
        tell(() -> workbench.revise(draft.script().text(), reading));
    }

    private void tell(Runnable what) {
        revising = true;
        what.run();
        revising = false;
    }
}
