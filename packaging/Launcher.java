import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.spi.ToolProvider;

/// Makes our jar a module, and `target/interleave`: in `lib` our jar, the libraries, the JDK to fall back on and a cache that
/// more than halves the start, in `bin` the launchers. Run by `mvn package` with the JDK of the build.
///
/// Arguments: our jar, its version, the runtime class path with the directory of our classes first, the directory to make,
/// and then what the application is given in the run that trains the cache.
void main(String[] args) throws IOException, InterruptedException {
    Path jar = Path.of(args[0]);
    List<Path> path = List.of(args[2].split(File.pathSeparator)).stream().map(Path::of).toList();
    Path home = Path.of(args[3]);

    addDescriptor(jar, args[1], path.getFirst());
    deleteTree(home);
    Path lib = Files.createDirectories(home.resolve("lib"));
    Files.copy(jar, lib.resolve("interleave.jar"));
    copyModules(path.subList(1, path.size()), lib);
    Files.writeString(lib.resolve("built-with"), System.getProperty("java.home") + "\n");

    Path bin = Files.createDirectories(home.resolve("bin"));
    for (String launcher : List.of("interleave", "interleave.bat")) {
        Path copy = Files.copy(Path.of("packaging/launcher", launcher), bin.resolve(launcher));
        copy.toFile().setExecutable(true, false);
    }
    Training.run(Path.of(System.getProperty("java.home"), "bin", "java"), List.of("--module-path", lib.toString()), lib,
            home.getParent(), List.of(args[4].split(" ")));
}

void addDescriptor(Path jar, String version, Path classes) {
    int status = ToolProvider.findFirst("jar").orElseThrow().run(System.out, System.err,
            "--update", "--file", jar.toString(), "--module-version", version, "--main-class", "io.interleave.app.Main",
            "-C", classes.toString(), "module-info.class");
    if (status != 0) System.exit(status);
}

/// Refuses a library without a descriptor, which jlink could not take into the installer. JavaFX has a jar per platform, and
/// beside each an empty one whose module is named `…Empty`: that is left out.
void copyModules(List<Path> jars, Path lib) throws IOException {
    for (Path jar : jars) {
        var module = ModuleFinder.of(jar).findAll().iterator().next().descriptor();
        if (module.isAutomatic() && module.name().endsWith("Empty")) continue;
        if (module.isAutomatic()) {
            System.err.println("[ERROR] No module descriptor in " + jar + ": choose another library, or inject one here");
            System.exit(1);
        }
        Files.copy(jar, lib.resolve(jar.getFileName()));
    }
}

/// Deleted and made anew, never written over: an application that is running has these files mapped.
void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) return;
    try (var files = Files.walk(root)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
}
