package io.interleave.view.tour;

import io.interleave.view.store.UserSettings;
import java.io.IOException;
import java.util.concurrent.Executor;

/// Offers the tour to whoever has never been offered it.
public final class FirstStart {

    private FirstStart() {}

    /// @param disk reads and writes the settings
    /// @param ui runs a task on the window's thread
    /// @param offer shows the tour; called on the window's thread
    public static void welcome(UserSettings settings, Executor disk, Executor ui, Runnable offer) {
        disk.execute(() -> {
            if (!settings.tourOffered() && isKept(settings)) {
                ui.execute(offer);
            }
        });
    }

    /// A tour that cannot be remembered would come again at every start: better none. It is in the list of keys too.
    private static boolean isKept(UserSettings settings) {
        try {
            settings.tourOffered(true);
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
