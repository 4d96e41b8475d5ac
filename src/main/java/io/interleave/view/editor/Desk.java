package io.interleave.view.editor;

import io.interleave.model.Reading;
import io.interleave.view.session.Document;
import io.interleave.view.session.Workbench;
import java.util.BitSet;
import java.util.Optional;

/// Keeps the draft and the window's open document in step: what is opened is drafted, and what is edited is what runs
/// next.
public final class Desk {

    private final Draft draft;
    private final Workbench workbench;
    private boolean revising;

    public Desk(Draft draft, Workbench workbench) {
        this.draft = draft;
        this.workbench = workbench;
    }

    /// From now on.
    public void keep() {
        workbench.documentProperty().subscribe(this::opened);
        draft.readingProperty().subscribe(reading -> reading.ifPresent(this::read));
    }

    /// The lines of what is selected, as lines of what the run that is shown has run; none where that has another text.
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
            draft.open(document.map(Document::text).orElse(""));
        }
    }

    private void read(Reading reading) {
        revising = true;
        workbench.revise(draft.script().text(), reading);
        revising = false;
    }
}
