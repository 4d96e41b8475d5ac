package io.interleave.run;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where the program keeps what a user has told it.
public final class UserFiles {

    private UserFiles() {}

    /// The file of that name, of the user who runs this.
    public static Path ofThisUser(String name) {
        return directory(System.getProperty("os.name"), System.getenv(), Path.of(System.getProperty("user.home")))
                .resolve(name);
    }

    /// Among what programs keep for a user on such a system.
    static Path directory(String os, Map<String, String> environment, Path home) {
        var system = os.toLowerCase(Locale.ROOT);
        Path data;
        if (system.startsWith("windows")) {
            data = named(environment, "APPDATA", home.resolve("AppData").resolve("Roaming"));
        } else if (system.startsWith("mac")) {
            data = home.resolve("Library").resolve("Application Support");
        } else {
            data = named(environment, "XDG_DATA_HOME", home.resolve(".local").resolve("share"));
        }
        return data.resolve("interleave");
    }

    private static Path named(Map<String, String> environment, String name, Path otherwise) {
        var value = environment.get(name);
        return value == null || value.isBlank() || !Path.of(value).isAbsolute() ? otherwise : Path.of(value);
    }
}
