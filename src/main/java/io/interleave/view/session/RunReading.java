package io.interleave.view.session;

import io.interleave.trace.TraceFormatException;
import io.interleave.view.fx.Messages;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// What came of reading a run that is over.
public sealed interface RunReading {

    record Read(PastRun past, RunFeed feed) implements RunReading {}

    /// @param message names the file and says what is wrong with it and what to do, in whole sentences
    record Unreadable(String message) implements RunReading {}

    /// This reading of a trace that came out of a damaged file.
    ///
    /// @param how it is damaged
    default RunReading damaged(String how) {
        return switch (this) {
            case Read(var past, var feed) ->
                new Read(
                        new PastRun(
                                past.at(),
                                past.plan(),
                                past.end(),
                                past.wall(),
                                past.report().with(how)),
                        feed);
            case Unreadable _ -> this;
        };
    }

    /// Reads a whole run; takes as long as it takes.
    ///
    /// @param run its directory, or its trace
    /// @param trace where its trace is
    /// @param scenario what to call its scenario
    static RunReading of(Path run, Path trace, String scenario, RunFeed.Source feeds, Library library) {
        var name = run.getFileName().toString();
        try {
            if (!Files.exists(trace)) {
                return new Unreadable(Messages.text("open.missing", name));
            }
            if (Files.size(trace) == 0) {
                return new Unreadable(Messages.text("open.empty", name));
            }
            return StoredRun.read(run, scenario, feeds.open(run), library);
        } catch (TraceFormatException wrong) {
            return new Unreadable(Messages.text("open.wrong." + wrong.kind(), name));
        } catch (NoSuchFileException _) {
            return new Unreadable(Messages.text("open.missing", name));
        } catch (AccessDeniedException _) {
            return new Unreadable(Messages.text("open.denied", name));
        } catch (IOException failed) {
            return new Unreadable(Messages.text("open.unreadable", name, String.valueOf(failed.getMessage())));
        } catch (OutOfMemoryError _) {
            return new Unreadable(Messages.text("open.memory", name));
        }
    }
}
