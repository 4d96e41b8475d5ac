import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// Makes `target/installer`: the application image, with a runtime of its own, and the package of this platform. Run by
/// `mvn -Pinstaller package`, with the jpackage of the build's JDK, from what [Launcher] left in `target/interleave/lib`.
///
/// Arguments: the modules' directory, the directory to make, the version, one sentence of description, and what the
/// application is given in the run that trains the start-up cache.
void main(String[] args) throws IOException, InterruptedException {
    Path modules = Path.of(args[0]);
    Path target = Path.of(args[1]);
    String version = args[2];
    String description = args[3];
    List<String> training = List.of(args[4].split(" "));

    deleteTree(target);
    Path image = makeImage(modules, target, version, description);
    Path java = find(image, Path.of("bin", Platform.HERE == Platform.WINDOWS ? "java.exe" : "java"));
    Path caches = find(image, Path.of("app", Platform.HERE.applicationName() + ".cfg")).getParent();
    Training.run(java, List.of(), caches, target, training);
    makePackage(image, target, version, description);
}

enum Platform {
    LINUX, MAC, WINDOWS;

    static final Platform HERE = of(System.getProperty("os.name").toLowerCase(Locale.ROOT));

    static Platform of(String name) {
        return name.contains("win") ? WINDOWS : name.contains("mac") ? MAC : LINUX;
    }

    /// On Linux the launcher is a command beside others, so it is written as they are.
    String applicationName() {
        return this == LINUX ? "interleave" : "Interleave";
    }

    String icon() {
        return switch (this) {
            case LINUX -> "packaging/linux/interleave.png";
            case MAC -> "packaging/icon/interleave.icns";
            case WINDOWS -> "packaging/icon/interleave.ico";
        };
    }
}

Path makeImage(Path modules, Path target, String version, String description) {
    List<String> options = new ArrayList<>(List.of(
            "--type", "app-image", "--dest", target.toString(),
            "--name", Platform.HERE.applicationName(), "--app-version", version, "--description", description,
            "--vendor", "Interleave", "--icon", Platform.HERE.icon(),
            "--module-path", modules.toString(), "--module", "io.interleave/io.interleave.app.Main",
            // The default strips the commands, and runs are processes that need bin/java. Line numbers stay in (12 MB):
            // a report from the field is worth them, and --strip-debug wants objcopy.
            "--jlink-options", "--no-man-pages --no-header-files",
            "--java-options", "--enable-native-access=io.interleave,javafx.graphics",
            // A young generation that holds several readings of a large scenario: collections are seldom while one edits.
            "--java-options", "-XX:+UseSerialGC", "--java-options", "-XX:NewSize=192m",
            // Room for all classes: at the default's 21 MB the whole heap is collected, just as the first run is drawn.
            "--java-options", "-XX:MetaspaceSize=128m",
            "--java-options", "-XX:AOTCache=$APPDIR/interleave.aot",
            "--java-options", "-Dinterleave.engine.cache=$APPDIR/engine.aot",
            "--java-options", "-Xlog:aot*=off", "--java-options", "-Xlog:cds*=off"));
    if (Platform.HERE == Platform.WINDOWS) options.add("--win-console");
    jpackage(options);
    return switch (Platform.HERE) {
        case MAC -> target.resolve("Interleave.app");
        case LINUX, WINDOWS -> target.resolve(Platform.HERE.applicationName());
    };
}

Path find(Path root, Path end) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
        return files.filter(file -> file.endsWith(end)).findFirst().orElseThrow(
                () -> new IllegalStateException("No " + end + " in " + root));
    }
}

/// Only the Linux package has been tried; the other two are what jpackage's documentation asks for. Windows
/// knows a file by what follows its last dot, so there an association of scenarios would take every YAML file:
/// they get none.
void makePackage(Path image, Path target, String version, String description) {
    List<String> options = new ArrayList<>(List.of(
            "--app-image", image.toString(), "--dest", target.toString(), "--name", Platform.HERE.applicationName(),
            "--app-version", version, "--description", description, "--vendor", "Interleave"));
    switch (Platform.HERE) {
        case LINUX -> {
            if (!onPath("dpkg-deb") || !onPath("fakeroot")) {
                System.err.println("[WARNING] No .deb was made: that takes dpkg-deb and fakeroot");
                return;
            }
            options.addAll(List.of("--type", "deb", "--resource-dir", "packaging/linux",
                    "--file-associations", "packaging/scenario.properties",
                    "--file-associations", "packaging/trace.properties",
                    "--file-associations", "packaging/run.properties", "--icon", Platform.HERE.icon(),
                    "--linux-shortcut", "--linux-menu-group", "Education;Development;ComputerScience;",
                    "--linux-app-category", "education",
                    // JavaFX finds these by name at run time, where jpackage does not see it.
                    "--linux-package-deps", "libgtk-3-0, libgl1"));
        }
        case MAC -> options.addAll(List.of("--type", "dmg", "--file-associations", "packaging/scenario.properties",
                "--file-associations", "packaging/trace.properties", "--file-associations", "packaging/run.properties"));
        case WINDOWS -> options.addAll(List.of("--type", "msi", "--win-menu", "--win-shortcut", "--win-per-user-install",
                "--file-associations", "packaging/trace.properties", "--file-associations", "packaging/run.properties"));
    }
    jpackage(options);
}

void jpackage(List<String> options) {
    int status = ToolProvider.findFirst("jpackage").orElseThrow().run(System.out, System.err, options.toArray(String[]::new));
    if (status != 0) System.exit(status);
}

boolean onPath(String command) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator)).anyMatch(dir -> Files.isExecutable(Path.of(dir, command)));
}

void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) return;
    try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
}
