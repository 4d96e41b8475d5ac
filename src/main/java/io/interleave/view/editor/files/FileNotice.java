package io.interleave.view.editor.files;

import java.nio.file.Path;

/// What there is to say about files, with something that the user can do about it.
public sealed interface FileNotice {

    /// The file was changed by another program, and the user has edited it here.
    ///
    /// @param theirs what it has now
    record Conflict(WorkingCopy copy, String theirs) implements FileNotice {}

    /// The file was changed by another program and has been read again.
    record ReadAgain(WorkingCopy copy) implements FileNotice {}

    /// The file was deleted or moved by another program.
    record Missing(WorkingCopy copy) implements FileNotice {}

    /// The file is no text in UTF-8: what is shown of it is not all that it has.
    record Garbled(Path file) implements FileNotice {}

    /// It is no longer listed; it can still be had back.
    record Discarded(WorkingCopy copy) implements FileNotice {}

    /// Something could not be done.
    ///
    /// @param message what, why, and what to do now
    record Failed(String message) implements FileNotice {}

    /// Whether it has no point any more once something else is open.
    default boolean isOfOpenFile() {
        return switch (this) {
            case Conflict _, ReadAgain _, Missing _, Garbled _ -> true;
            case Discarded _, Failed _ -> false;
        };
    }
}
