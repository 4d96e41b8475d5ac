package io.interleave.engine.pool;

import io.interleave.model.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// A stream of objects in which a class that a task may not have is not even looked for; which is also what makes it
/// quick to read. The filter stands behind it, with the same classes.
final class TaskStream extends ObjectInputStream {

    private static final Map<String, Class<?>> BY_NAME = byName();

    private final TaskFilter filter;

    TaskStream(InputStream bytes, TaskFilter filter) throws IOException {
        super(bytes);
        this.filter = filter;
        setObjectInputFilter(filter);
    }

    private static Map<String, Class<?>> byName() {
        var names = new HashMap<String, Class<?>>();
        TaskFilter.ALLOWED.forEach(it -> names.put(it.getName(), it));
        names.put(Value[].class.getName(), Value[].class);
        return names;
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass type) throws InvalidClassException {
        var known = BY_NAME.get(type.getName());
        if (known == null) {
            throw refuse(type.getName());
        }
        return known;
    }

    @Override
    protected Class<?> resolveProxyClass(String[] interfaces) throws InvalidClassException {
        throw refuse("a proxy of " + Arrays.toString(interfaces));
    }

    private InvalidClassException refuse(String type) {
        filter.refuse("an object of " + type);
        return new InvalidClassException(type, "refused");
    }
}
