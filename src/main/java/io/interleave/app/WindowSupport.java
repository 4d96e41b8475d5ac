package io.interleave.app;

import java.util.Locale;
import java.util.Map;

/// Whether a window can be opened here.
public final class WindowSupport {

    private WindowSupport() {}

    /// True unless this is a Unix without a display server.
    public static boolean hasDisplay() {
        return hasDisplay(System.getProperty("os.name"), System.getProperty("glass.platform", ""), System.getenv());
    }

    static boolean hasDisplay(String os, String glass, Map<String, String> environment) {
        var system = os.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows") || system.startsWith("mac") || glass.equalsIgnoreCase("Headless")) {
            return true;
        }
        return isSet(environment.getOrDefault("DISPLAY", "")) || isSet(environment.getOrDefault("WAYLAND_DISPLAY", ""));
    }

    private static boolean isSet(String variable) {
        return !variable.isBlank();
    }
}
