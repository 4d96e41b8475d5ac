package io.interleave.view.editor.files;

import io.interleave.view.store.UserSettings;
import java.io.IOException;
import java.nio.file.Path;

/// Keeps which files were used last.
final class Recent {

    private static final System.Logger LOG = System.getLogger(Recent.class.getName());

    private Recent() {}

    static void keep(UserSettings settings, Path file) {
        try {
            settings.used(file);
        } catch (IOException failed) {
            LOG.log(System.Logger.Level.WARNING, "that " + file + " was used cannot be kept", failed);
        }
    }
}
