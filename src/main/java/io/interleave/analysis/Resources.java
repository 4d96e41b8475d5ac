package io.interleave.analysis;

import io.interleave.model.Value;
import io.interleave.trace.Definition;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// What the units of a run share, by number. What was never defined, because that part of the trace is damaged,
/// gets a name made of its number.
final class Resources {

    /// Streams are numbered from here on, behind all that a scenario can have.
    private static final int FIRST_STREAM = 1 << 30;

    final IntMap<VariableTrack> variables = new IntMap<>();
    final LostUpdates lostUpdates = new LostUpdates();
    private final IntMap<ResourceTrack> tracks = new IntMap<>();
    private final IntFunction<ResourceTrack> undefinedLock = id -> new LockTrack(id, "lock " + id, false);
    private final IntFunction<ResourceTrack> undefinedLevel = id -> new LevelTrack(id, "resource " + id, "");
    private final IntFunction<VariableTrack> undefinedVariable = id -> variable(id, "variable " + id, Value.Type.WHOLE);

    void define(Definition.Resource it, Plan plan) {
        switch (it.kind()) {
            case "variable" -> variables.put(it.id(), variable(it.id(), it.name(), it.type()));
            case "lock" -> tracks.put(it.id(), new LockTrack(it.id(), it.name(), plan.spins(it.name())));
            case "condition" -> tracks.put(it.id(), new ConditionTrack(it.id(), it.name()));
            case "queue" -> tracks.put(it.id(), new QueueTrack(it.id(), it.name()));
            case "event_loop" -> tracks.put(it.id(), new LoopTrack(it.id(), it.name()));
            case "pool" -> tracks.put(it.id(), new PoolTrack(it.id(), it.name()));
            default -> tracks.put(it.id(), new LevelTrack(it.id(), it.name(), it.kind()));
        }
    }

    /// The bytes that a process was given or has written, as something that there is more and more of.
    LevelTrack stream(UnitTrack process, Stream which) {
        int id = FIRST_STREAM + process.id * Stream.values().length + which.ordinal();
        return (LevelTrack) tracks.get(id, it -> new LevelTrack(it, process.name() + " " + which.word(), "pipe"));
    }

    /// Of a process.
    enum Stream {
        INPUT,
        OUTPUT,
        ERRORS;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private VariableTrack variable(int id, String name, Value.Type type) {
        return new VariableTrack(id, name, type, lostUpdates);
    }

    VariableTrack variable(int id) {
        return variables.get(id, undefinedVariable);
    }

    /// What is waited for as a lock: a lock, or something of another kind that was defined as that.
    ResourceTrack lockable(int id) {
        return tracks.get(id, undefinedLock);
    }

    ResourceTrack get(int id) {
        return tracks.get(id, undefinedLevel);
    }

    Optional<ResourceTrack> find(int id) {
        return tracks.find(id);
    }

    Iterable<ResourceTrack> all() {
        return tracks;
    }

    @Nullable
    LoopTrack loop(int id) {
        return tracks.orNull(id) instanceof LoopTrack loop ? loop : null;
    }

    /// The name of any resource; empty for what is none.
    String name(int id) {
        return tracks.find(id)
                .map(it -> it.name)
                .or(() -> variables.find(id).map(it -> it.name))
                .orElse("");
    }

    int size() {
        return variables.size() + tracks.size();
    }

    void advance(long time) {
        tracks.forEach(it -> it.advance(time));
        variables.forEach(it -> it.advance(time));
    }
}
