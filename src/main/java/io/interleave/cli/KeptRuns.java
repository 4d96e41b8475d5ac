package io.interleave.cli;

import io.interleave.export.KeptRun;
import io.interleave.export.UnreadableRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;

/// Opens the runs that a person names.
final class KeptRuns {

    private KeptRuns() {}

    /// @param err where it is told what of the run is missing
    static KeptRun open(Path place, PrintWriter err) throws BadInput {
        try {
            var run = KeptRun.open(place);
            missing(run, place, err);
            return run;
        } catch (UnreadableRun e) {
            throw new BadInput(e.getMessage());
        } catch (IOException e) {
            throw new BadInput("'%s' cannot be read: %s".formatted(place, e));
        } catch (OutOfMemoryError _) {
            throw tooLarge(place);
        }
    }

    static BadInput tooLarge(Path place) {
        return new BadInput(
                "The trace of '%s' is too large for the %,d MiB of memory that this program may have. JAVA_TOOL_OPTIONS=-Xmx8g in the environment gives it 8 GiB"
                        .formatted(place, Runtime.getRuntime().maxMemory() >> 20));
    }

    private static void missing(KeptRun run, Path place, PrintWriter err) {
        var timeline = run.timeline();
        run.damage().ifPresent(it -> err.println("%s: %s; the rest of it is missing".formatted(place, it)));
        timeline.damages()
                .forEach(it -> err.println(
                        "%s: at byte %d: %s; that part is missing".formatted(place, it.offset(), it.what())));
        if (timeline.eventsNotKept() > 0) {
            err.println("%s: %,d events were not recorded".formatted(place, timeline.eventsNotKept()));
        }
        if (timeline.switchesLost() > 0) {
            err.println("%s: %,d switch records were lost".formatted(place, timeline.switchesLost()));
        }
        err.flush();
    }
}
