package io.interleave.view.reading;

import io.interleave.analysis.Timeline;
import io.interleave.export.Export;
import io.interleave.export.Format;
import io.interleave.export.KeptRun;
import io.interleave.export.Picture;
import io.interleave.view.fx.Messages;
import io.interleave.view.timeline.ShownPicture;
import io.interleave.view.timeline.TimelinePicture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Writes a run, or a picture of it, in the background, and says how far it is, that it is done, or why not.
final class Exporter {

    private static final int WIDTH = 1600;
    private static final int HEIGHT = 900;

    private final Executor background;
    private final Executor ui;
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");

    Exporter(Executor background, Executor ui) {
        this.background = background;
        this.ui = ui;
    }

    /// In a sentence; empty before the first.
    ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    void shown(ShownPicture picture, Picture.Kind kind, String title, Path out) {
        write(out, () -> Export.whole(out, true, file -> picture.write(kind, title, file)));
    }

    void whole(Timeline timeline, Picture.Kind kind, boolean dark, Path out) {
        var picture = Picture.ofRun(kind, WIDTH, HEIGHT, dark);
        write(out, () -> Export.whole(out, true, file -> TimelinePicture.write(timeline, picture, file)));
    }

    /// @param directory of a run that is over
    void run(Timeline timeline, Path directory, Format format, Path out) {
        write(out, () -> {
            try (var run = new KeptRun(directory, timeline)) {
                Export.to(format, run, out, true, share -> {
                    tell(Messages.text("export.share", out.getFileName(), Math.round(share * 100)));
                    return true;
                });
            }
        });
    }

    /// What writes a file.
    @FunctionalInterface
    private interface Writing {
        void write() throws IOException;
    }

    private void write(Path out, Writing writing) {
        tell(Messages.text("export.under-way", out.getFileName()));
        background.execute(() -> {
            try {
                writing.write();
                tell(Messages.text("export.done", out));
            } catch (IOException failed) {
                tell(Messages.text("export.failed", out, reason(failed)));
            }
        });
    }

    private static String reason(IOException failed) {
        return failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
    }

    private void tell(String words) {
        ui.execute(() -> status.set(words));
    }
}
