package io.interleave.export;

import io.interleave.model.Value;
import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/// Writes events of Chrome's format as they come, a line each; none is kept. What goes wrong below comes as the
/// exception of the library.
final class ChromeJson implements SpanNotes.Taker, AutoCloseable {

    private final JsonGenerator json;
    private final long base;
    private boolean notes;

    /// @param base the time that is written as 0
    ChromeJson(OutputStream out, long base) {
        json = new JsonFactory().createGenerator(out);
        this.base = base;
    }

    void begin() {
        json.writeStartObject();
        json.writeStringProperty("displayTimeUnit", "ns");
        json.writeName("traceEvents");
        json.writeStartArray();
    }

    void beginMetadata() {
        json.writeEndArray();
        json.writeName("metadata");
        json.writeStartObject();
    }

    void end() {
        json.writeEndObject();
        json.writeEndObject();
    }

    /// @param rank its place among the processes
    void processName(int pid, int rank, String name) {
        name("process_name", pid, 0);
        json.writeStringProperty("name", name);
        endEvent();
        name("process_sort_index", pid, 0);
        json.writeNumberProperty("sort_index", rank);
        endEvent();
    }

    /// What stands beside the name of a process.
    void processLabel(int pid, String label) {
        name("process_labels", pid, 0);
        json.writeStringProperty("labels", label);
        endEvent();
    }

    /// @param group empty for none
    void threadName(int pid, int tid, String name, String group) {
        name("thread_name", pid, tid);
        json.writeStringProperty("name", name);
        if (!group.isEmpty()) {
            json.writeStringProperty("group", group);
        }
        endEvent();
        name("thread_sort_index", pid, tid);
        json.writeNumberProperty("sort_index", tid);
        endEvent();
    }

    private void name(String what, int pid, int tid) {
        event("M", what, pid);
        json.writeNumberProperty("tid", tid);
        beginNotes();
    }

    private void event(String phase, String name, int pid) {
        json.writeRaw('\n');
        json.writeStartObject();
        json.writeStringProperty("ph", phase);
        json.writeStringProperty("name", name);
        json.writeNumberProperty("pid", pid);
    }

    /// To be followed by {@link #times}.
    void slice(int pid, int tid, String name, String category) {
        event("X", name, pid);
        json.writeNumberProperty("tid", tid);
        json.writeStringProperty("cat", category);
    }

    /// @param first when the first span of the lane begins
    /// @param next when the one after this begins
    void times(long first, long start, long end, long next) {
        time(start);
        json.writeName("dur");
        json.writeRawValue(Micros.duration(first - base, start - base, end - base, next - base));
    }

    private void time(long time) {
        json.writeName("ts");
        json.writeRawValue(Micros.of(Math.max(0, time - base)));
    }

    void colour(String name) {
        json.writeStringProperty("cname", name);
    }

    /// A sample; to be followed by its numbers and {@link #endEvent}.
    void counter(int pid, String name, long time) {
        event("C", name, pid);
        time(time);
        beginNotes();
    }

    /// @param phase `s` where the arrow begins, `f` where it ends
    void arrow(String phase, String kind, long id, int pid, int tid, long time) {
        event(phase, kind, pid);
        json.writeNumberProperty("tid", tid);
        json.writeStringProperty("cat", "arrow");
        json.writeNumberProperty("id", id);
        if (phase.equals("f")) {
            json.writeStringProperty("bp", "e");
        }
        time(time);
    }

    /// @param scope `t` for the thread, `g` for all
    void instant(int pid, int tid, String name, long time, String scope) {
        event("i", name, pid);
        json.writeNumberProperty("tid", tid);
        json.writeStringProperty("cat", "moment");
        json.writeStringProperty("s", scope);
        time(time);
    }

    void beginNotes() {
        json.writeName("args");
        json.writeStartObject();
        notes = true;
    }

    @Override
    public void text(String key, String value) {
        json.writeStringProperty(key, value);
    }

    @Override
    public void number(String key, long value) {
        json.writeNumberProperty(key, value);
    }

    /// As a number; a switch as 0 or 1, a duration in nanoseconds. What is no number is left out.
    void value(String key, Value value) {
        switch (value) {
            case Value.Whole(long whole) -> number(key, whole);
            case Value.Time(long nanos) -> number(key, nanos);
            case Value.Truth(boolean truth) -> number(key, truth ? 1 : 0);
            case Value.Decimal(double decimal) when Double.isFinite(decimal) -> json.writeNumberProperty(key, decimal);
            case Value.Decimal _, Value.Text _ -> {}
        }
    }

    void endEvent() {
        if (notes) {
            json.writeEndObject();
            notes = false;
        }
        json.writeEndObject();
    }

    @Override
    public void close() {
        json.close();
    }
}
