package io.interleave.view.editor.files;

import java.nio.file.Path;

/// A scenario file that was opened or dropped.
public record ListedFile(Path file, String title) {}
