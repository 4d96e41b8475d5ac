package io.interleave.export;

import java.io.IOException;
import java.io.OutputStream;

/// Writes the packets of a `perfetto.protos.Trace`. The numbers are those of the schema that Perfetto
/// publishes,
/// `protos/perfetto/trace/perfetto_trace.proto`.
///
/// All times are the run's clock: on Linux the monotonic one. Records of the scheduler can only be on the clock
/// that goes on in standby too; the snapshot at the beginning calls the two equal.
final class PerfettoPackets implements SpanNotes.Taker, AutoCloseable {

    /// The type of a track event.
    private static final int SLICE_BEGIN = 1;

    private static final int SLICE_END = 2;
    private static final int INSTANT = 3;
    private static final int COUNTER = 4;

    /// Built-in clocks.
    private static final int REALTIME = 1;

    private static final int MONOTONIC = 3;
    private static final int BOOTTIME = 6;

    private static final int SEQUENCE = 1;
    private static final int INCREMENTAL_STATE_CLEARED = 1;
    private static final int EXPLICIT_ORDER = 3;

    private static final int PRIORITY = 120;

    private final Protobuf out;
    private int packet;
    private int event;

    PerfettoPackets(OutputStream out) {
        this.out = new Protobuf(out);
    }

    /// @param clock nanoseconds of the run's clock at the moment `epochMillis`
    void clocks(long clock, long epochMillis) throws IOException {
        packet();
        out.number(13, INCREMENTAL_STATE_CLEARED);
        out.number(87, 1);
        int snapshot = out.begin(6);
        clock(REALTIME, epochMillis * 1_000_000);
        clock(MONOTONIC, clock);
        clock(BOOTTIME, clock);
        out.number(2, BOOTTIME);
        out.end(snapshot);
        out.end(packet);
    }

    private void clock(int id, long time) throws IOException {
        int clock = out.begin(1);
        out.number(1, id);
        out.number(2, time);
        out.end(clock);
    }

    private void packet() {
        packet = out.begin(1);
        out.number(10, SEQUENCE);
    }

    private void packet(long time) {
        packet();
        out.number(8, time);
        out.number(58, MONOTONIC);
    }

    // Names

    void process(int pid, String name) throws IOException {
        packet();
        int tree = out.begin(2);
        int process = out.begin(1);
        out.number(1, pid);
        out.text(3, name);
        out.end(process);
        out.end(tree);
        out.end(packet);
    }

    void thread(int pid, int tid, String name) throws IOException {
        packet();
        int tree = out.begin(2);
        int thread = out.begin(2);
        out.number(1, tid);
        out.text(2, name);
        out.number(3, pid);
        out.end(thread);
        out.end(tree);
        out.end(packet);
    }

    void processTrack(long track, int pid, String name) throws IOException {
        int descriptor = track(track);
        int process = out.begin(3);
        out.number(1, pid);
        out.text(6, name);
        out.end(process);
        out.end(descriptor);
        out.end(packet);
    }

    void threadTrack(long track, int pid, int tid, String name) throws IOException {
        int descriptor = track(track);
        int thread = out.begin(4);
        out.number(1, pid);
        out.number(2, tid);
        out.text(5, name);
        out.end(thread);
        out.end(descriptor);
        out.end(packet);
    }

    /// @param rank its place among those under the same one
    void namedTrack(long track, long parent, int rank, String name) throws IOException {
        int descriptor = track(track);
        out.text(2, name);
        out.number(5, parent);
        out.number(11, EXPLICIT_ORDER);
        out.number(12, rank);
        out.end(descriptor);
        out.end(packet);
    }

    void counterTrack(long track, long parent, int rank, String name, String unit) throws IOException {
        int descriptor = track(track);
        out.text(2, name);
        out.number(5, parent);
        out.number(12, rank);
        int counter = out.begin(8);
        out.text(6, unit);
        out.end(counter);
        out.end(descriptor);
        out.end(packet);
    }

    private int track(long track) {
        packet();
        int descriptor = out.begin(60);
        out.number(1, track);
        return descriptor;
    }

    // Events on tracks

    /// To be followed by what else is known, and {@link #endEvent}.
    void beginSlice(long track, long time, String name, String category) {
        named(track, time, SLICE_BEGIN, name, category);
    }

    void endSlice(long track, long time) throws IOException {
        event(track, time, SLICE_END);
        endEvent();
    }

    /// As {@link #beginSlice}, of what takes no time.
    void instant(long track, long time, String name, String category) {
        named(track, time, INSTANT, name, category);
    }

    private void named(long track, long time, int type, String name, String category) {
        event(track, time, type);
        out.text(22, category);
        out.text(23, name);
    }

    private void event(long track, long time, int type) {
        packet(time);
        event = out.begin(11);
        out.number(9, type);
        out.number(11, track);
    }

    void endEvent() throws IOException {
        out.end(event);
        out.end(packet);
    }

    /// Of the event begun: an arrow begins here.
    void arrowFrom(long arrow) {
        out.fixed(47, arrow);
    }

    /// Of the event begun: an arrow ends here.
    void arrowTo(long arrow) {
        out.fixed(48, arrow);
    }

    void counter(long track, long time, long value) throws IOException {
        event(track, time, COUNTER);
        out.number(30, value);
        endEvent();
    }

    void counter(long track, long time, double value) throws IOException {
        event(track, time, COUNTER);
        out.decimal(44, value);
        endEvent();
    }

    @Override
    public void text(String key, String value) throws IOException {
        int annotation = out.begin(4);
        out.text(6, value);
        out.text(10, key);
        out.end(annotation);
    }

    @Override
    public void number(String key, long value) throws IOException {
        int annotation = out.begin(4);
        out.number(4, value);
        out.text(10, key);
        out.end(annotation);
    }

    // The scheduler

    /// A core goes over from one thread to another; 0 is that of a core that has nothing to do.
    ///
    /// @param state of the one that leaves, as the kernel has it: see {@link PerfettoCores}
    void switches(int core, long time, int from, String fromName, int state, int to, String toName) throws IOException {
        packet();
        int bundle = out.begin(1);
        out.number(1, core);
        int record = out.begin(2);
        out.number(1, time);
        out.number(2, from);
        int change = out.begin(4);
        out.text(1, fromName);
        out.number(2, from);
        out.number(3, PRIORITY);
        out.number(4, state);
        out.text(5, toName);
        out.number(6, to);
        out.number(7, PRIORITY);
        out.end(change);
        out.end(record);
        out.end(bundle);
        out.end(packet);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
