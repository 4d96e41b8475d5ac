package io.interleave.view.editor.files;

import io.interleave.view.store.DraftStore;
import io.interleave.view.store.UserSettings;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// What working with files needs from outside.
///
/// @param disk does one thing after the other, and nothing else: a draft must not wait for the runs to be tidied
/// up
/// @param now the time of an edit
public record FilesHome(DraftStore drafts, UserSettings settings, Executor disk, Supplier<Instant> now) {}
