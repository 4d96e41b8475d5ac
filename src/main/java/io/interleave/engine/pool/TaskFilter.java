package io.interleave.engine.pool;

import io.interleave.model.Value;
import java.io.ObjectInputFilter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Lets the records of tasks through, and nothing else: a stream of objects runs code of the classes that it
/// names, so that only classes whose code is known to be harmless may be named. Remembers what it refused.
final class TaskFilter implements ObjectInputFilter {

    /// Arguments that travel together.
    private static final int LONGEST_ARRAY = 1_000_000;

    static final List<Class<?>> ALLOWED = List.of(
            TaskCall.class,
            TaskReply.Result.class,
            TaskReply.Failure.class,
            Value.class,
            Value.Whole.class,
            Value.Decimal.class,
            Value.Time.class,
            Value.Truth.class,
            Value.Text.class);

    /// References: a record and its fields for each argument.
    private static final ObjectInputFilter PATTERN =
            ObjectInputFilter.Config.createFilter("maxdepth=5;maxrefs=10000000;maxarray=%d;maxbytes=%d;%s;!*"
                    .formatted(
                            LONGEST_ARRAY,
                            Link.LONGEST_BODY,
                            ALLOWED.stream().map(Class::getName).collect(Collectors.joining(";"))));

    private @Nullable String refused;

    @Override
    public Status checkInput(FilterInfo info) {
        var status = PATTERN.checkInput(info);
        if (status == Status.REJECTED) {
            var type = info.serialClass();
            refuse(type == null || type.isArray() ? "more than a task may have" : "an object of " + type.getTypeName());
        }
        return status;
    }

    /// Notes that this was refused; the first word counts.
    void refuse(String what) {
        if (refused == null) {
            refused = what;
        }
    }

    /// What was refused, in words; `null` where nothing was.
    @Nullable
    String refused() {
        return refused;
    }
}
