package io.interleave.testkit;

import io.interleave.edit.Change;
import io.interleave.edit.Selection;
import io.interleave.view.editor.Draft;
import io.interleave.view.editor.files.Desk;
import io.interleave.view.editor.files.FilesHome;
import io.interleave.view.editor.files.WorkingCopies;
import io.interleave.view.store.DiskThread;
import io.interleave.view.store.DraftStore;
import io.interleave.view.store.UserSettings;
import java.nio.file.Path;
import java.time.Instant;

/// A process that edits a scenario without end, and says on its output which edits are on disk for certain.
public final class Typist {

    private Typist() {}

    public static void main(String[] folder) {
        var home = Path.of(folder[0]);
        var bench = new Bench(home.resolve("runs"));
        var draft = new Draft(Runnable::run, Runnable::run);
        var disk = new DiskThread("drafts");
        var files = new FilesHome(
                new DraftStore(home.resolve("drafts")),
                new UserSettings(home.resolve("settings.json")),
                disk,
                Instant::now);
        var copies = new WorkingCopies(draft, bench.workbench, files, Runnable::run);
        new Desk(draft, bench.workbench, copies).keep();
        bench.open("lost-update");
        for (int edit = 1; ; edit++) {
            var text = draft.script().text();
            draft.type(
                    "typing",
                    Change.of(text, text.length(), text.length(), "# " + edit + "\n"),
                    Selection.caret(text.length()));
            if (edit % 10 == 0) {
                int done = edit;
                // What is asked of the disk afterwards is done afterwards.
                disk.execute(() -> System.out.println(done));
            }
        }
    }
}
