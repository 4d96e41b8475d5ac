package io.interleave.view.runs;

import io.interleave.view.store.KeptRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.image.Image;

/// The pictures of the runs that a list shows, loaded in the background; some more stay for when it is scrolled
/// back.
final class RunPictures {

    private static final int MOST = 100;

    private final Map<Path, Image> loaded = new LinkedHashMap<>();

    /// The picture of the run, which may still be loading; empty while there is none.
    Optional<Image> find(KeptRun run) {
        var file = run.picture();
        var image = loaded.get(file);
        if (image == null || image.isError()) {
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            image = new Image(file.toUri().toString(), true);
            loaded.put(file, image);
            if (loaded.size() > MOST) {
                loaded.remove(loaded.keySet().iterator().next());
            }
        }
        return Optional.of(image);
    }
}
