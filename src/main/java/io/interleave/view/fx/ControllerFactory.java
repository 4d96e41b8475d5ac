package io.interleave.view.fx;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.util.Callback;

/// Makes the controllers that the FXML files name, each with its collaborators. A controller that nobody has
/// registered is a mistake in the wiring and fails at once.
public final class ControllerFactory implements Callback<Class<?>, Object> {

    private final Map<Class<?>, Supplier<?>> makers = new HashMap<>();

    public <C> ControllerFactory with(Class<C> type, Supplier<? extends C> maker) {
        if (makers.put(type, maker) != null) {
            throw new IllegalArgumentException(type.getName() + " is registered twice");
        }
        return this;
    }

    @Override
    public Object call(Class<?> type) {
        var maker = makers.get(type);
        if (maker == null) {
            throw new IllegalStateException("no maker is registered for the controller " + type.getName());
        }
        return maker.get();
    }
}
