package io.interleave.testkit;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/// What another program drags over the window. JavaFX makes such boards for the system alone, so this one is
/// made behind its back.
public final class DroppedFiles {

    private DroppedFiles() {}

    /// Called on the window's thread.
    public static Dragboard board(Path... files) {
        try {
            var clipboard = Class.forName("com.sun.javafx.tk.TKClipboard");
            var content = Proxy.newProxyInstance(
                    clipboard.getClassLoader(),
                    new Class<?>[] {clipboard},
                    (_, method, arguments) -> switch (method.getName()) {
                        case "hasContent" -> DataFormat.FILES.equals(arguments[0]);
                        case "getContent" ->
                            DataFormat.FILES.equals(arguments[0])
                                    ? Stream.of(files).map(Path::toFile).toList()
                                    : null;
                        case "getContentTypes" -> Set.of(DataFormat.FILES);
                        case "getTransferModes" -> Set.of(TransferMode.COPY);
                        default -> method.getReturnType() == boolean.class ? false : null;
                    });
            var make = Dragboard.class.getDeclaredMethod("createDragboard", clipboard);
            make.setAccessible(true);
            return (Dragboard) make.invoke(null, content);
        } catch (ReflectiveOperationException changed) {
            throw new AssertionError("this JavaFX makes its boards in another way", changed);
        }
    }
}
