package io.interleave.testkit;

import io.interleave.analysis.Timeline;
import io.interleave.analysis.TimelineFeed;
import io.interleave.model.Value;
import io.interleave.trace.CoreSource;
import io.interleave.trace.Definition;
import io.interleave.trace.EventKind;
import io.interleave.trace.EventWriter;
import io.interleave.trace.TraceWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Tells a run event by event, at times of its own choice, through a real trace.
public final class RunScript {

    private static final int NONE = -1;

    private final Path directory;
    private final TraceWriter trace;
    private final EventWriter events;
    private int eventCore = NONE;
    private long time;

    public RunScript(Path parent) throws IOException {
        directory = Files.createTempDirectory(parent, "run");
        trace = TraceWriter.create(directory.resolve(TraceWriter.ENGINE_TRACE), 64 << 20);
        events = trace.events(() -> eventCore);
    }

    public RunScript scenario(String text, Map<String, String> settings) {
        return define(new Definition.Run(text, settings, 0, 0, 1));
    }

    public RunScript cores(CoreSource source, Integer... cores) {
        return define(new Definition.Cores(List.of(cores), source, ""));
    }

    /// Names a unit `unit <id>`.
    public RunScript unit(int id) {
        return define(new Definition.Unit(id, "unit " + id, "unit", id, "thread", -1));
    }

    /// Names units `group 1` and so on, with ids from `first`.
    public RunScript units(int first, int count, String group, String kind) {
        return define(new Definition.Units(first, count, group, 0, kind, -1));
    }

    public RunScript resource(int id, String name, String kind) {
        return define(new Definition.Resource(id, name, kind, Value.Type.TRUTH));
    }

    public RunScript lock(int id, String name) {
        return define(new Definition.Resource(id, name, "lock", Value.Type.TRUTH));
    }

    /// Of whole numbers, with its first value.
    public RunScript variable(int id, String name, long initial) {
        define(new Definition.Resource(id, name, "variable", Value.Type.WHOLE));
        return tells(EventKind.BLIND_WRITE, id, initial);
    }

    public RunScript step(int id, int line) {
        return define(new Definition.Step(id, "step", "step", line));
    }

    public RunScript end(Definition.How how) {
        return define(new Definition.End(how, time));
    }

    public RunScript define(Definition definition) {
        trace.define(definition);
        return this;
    }

    /// What follows happens at this time, in nanoseconds.
    public RunScript at(long time) {
        this.time = time;
        return this;
    }

    /// What follows is recorded on this core.
    public RunScript onCore(int core) {
        eventCore = core;
        return this;
    }

    public RunScript starts(int unit, int tid) {
        return event(EventKind.UNIT_START, unit, NONE, NONE, tid);
    }

    public RunScript ends(int unit) {
        return event(EventKind.UNIT_END, unit, NONE, NONE, 0);
    }

    /// The run was ended before the unit was.
    public RunScript stops(int unit) {
        return event(EventKind.UNIT_END, unit, NONE, NONE, EventKind.UnitEnd.STOPPED.ordinal());
    }

    public RunScript computes(int unit, int step) {
        return event(EventKind.COMPUTE, unit, NONE, step, 0);
    }

    public RunScript sleeps(int unit, int step) {
        return event(EventKind.SLEEP, unit, NONE, step, 0);
    }

    public RunScript wakes(int unit, int step) {
        return event(EventKind.WAKE, unit, NONE, step, 0);
    }

    /// The unit comes to wait, while `holder` holds the lock.
    public RunScript waits(int unit, int lock, int holder, int step) {
        return event(EventKind.LOCK_WAIT, unit, lock, step, holder);
    }

    /// The unit comes to wait for a resource that is no lock.
    public RunScript awaits(int unit, int resource, int step) {
        return event(EventKind.WAIT, unit, resource, step, NONE);
    }

    /// The unit comes to wait for the end of another.
    public RunScript joins(int unit, int other, int step) {
        return event(EventKind.WAIT, unit, NONE, step, other);
    }

    public RunScript waitIsOver(int unit, int resource, EventKind.WaitEnd end, int cause) {
        return event(EventKind.WAIT_OVER, unit, resource, NONE, EventKind.waitOver(end, cause));
    }

    /// There is so much of a resource from now on.
    public RunScript level(int unit, int resource, long amount) {
        return event(EventKind.LEVEL, unit, resource, NONE, amount);
    }

    /// The coroutine could run.
    public RunScript resumes(int unit, int by, int loop) {
        return event(EventKind.RESUMABLE, unit, by, NONE, loop);
    }

    /// The coroutine has got a carrier of that thread id, or the generator was resumed by the unit `on`.
    public RunScript mounts(int unit, int on, int tid) {
        return event(EventKind.MOUNT, unit, on, NONE, tid);
    }

    public RunScript unmounts(int unit) {
        return event(EventKind.UNMOUNT, unit, NONE, NONE, 0);
    }

    public RunScript acquires(int unit, int lock, int step) {
        return event(EventKind.LOCK_ACQUIRED, unit, lock, step, 0);
    }

    public RunScript releases(int unit, int lock, int step) {
        return event(EventKind.LOCK_RELEASED, unit, lock, step, 0);
    }

    public RunScript reads(int unit, int variable, long value) {
        return event(EventKind.READ, unit, variable, NONE, value);
    }

    public RunScript writes(int unit, int variable, long value) {
        return event(EventKind.WRITE, unit, variable, NONE, value);
    }

    /// The thread was given the core.
    public RunScript in(int core, int tid) {
        return event(EventKind.CORE_IN, NONE, core, NONE, tid);
    }

    /// The thread left the core to wait.
    public RunScript out(int core, int tid) {
        return event(EventKind.CORE_OUT, NONE, core, NONE, tid);
    }

    public RunScript exits(int core, int tid) {
        return event(EventKind.CORE_EXIT, NONE, core, NONE, tid);
    }

    public RunScript preempted(int core, int tid) {
        return event(EventKind.CORE_PREEMPTED, NONE, core, NONE, tid);
    }

    /// The engine says something.
    public RunScript tells(EventKind kind, int object, long value) {
        return event(kind, NONE, object, NONE, value);
    }

    public RunScript event(EventKind kind, int unit, int object, int step, long value) {
        events.recordAt(time, kind, unit, object, step, value);
        return this;
    }

    /// Where the trace is.
    public Path directory() {
        return directory;
    }

    /// Reads what is told, while it is told.
    public TimelineFeed feed() {
        return new TimelineFeed(directory);
    }

    /// No more is told.
    public void close() throws IOException {
        events.close();
        trace.close();
    }

    /// All that was told.
    public Timeline timeline() throws IOException {
        close();
        try (var feed = feed()) {
            feed.finish();
            return feed.timeline();
        }
    }
}
