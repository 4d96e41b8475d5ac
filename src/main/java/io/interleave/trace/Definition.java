package io.interleave.trace;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.interleave.model.Value;
import java.util.List;
import java.util.Map;

/// What the numbers in a trace's events stand for, and what is known of the run as a whole. Written as one line
/// of JSON each, always before the first event that refers to it.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "define")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Definition.Run.class, name = "run"),
    @JsonSubTypes.Type(value = Definition.Cores.class, name = "cores"),
    @JsonSubTypes.Type(value = Definition.Lag.class, name = "lag"),
    @JsonSubTypes.Type(value = Definition.Unit.class, name = "unit"),
    @JsonSubTypes.Type(value = Definition.Units.class, name = "units"),
    @JsonSubTypes.Type(value = Definition.Program.class, name = "program"),
    @JsonSubTypes.Type(value = Definition.Forked.class, name = "forked"),
    @JsonSubTypes.Type(value = Definition.Exit.class, name = "exit"),
    @JsonSubTypes.Type(value = Definition.Text.class, name = "text"),
    @JsonSubTypes.Type(value = Definition.StartCost.class, name = "startCost"),
    @JsonSubTypes.Type(value = Definition.Note.class, name = "note"),
    @JsonSubTypes.Type(value = Definition.Resource.class, name = "resource"),
    @JsonSubTypes.Type(value = Definition.Step.class, name = "step"),
    @JsonSubTypes.Type(value = Definition.Line.class, name = "line"),
    @JsonSubTypes.Type(value = Definition.Final.class, name = "final"),
    @JsonSubTypes.Type(value = Definition.Failure.class, name = "failure"),
    @JsonSubTypes.Type(value = Definition.End.class, name = "end")
})
public sealed interface Definition {

    /// The scenario and its settings at the start, as text that reads back to the same values.
    record Run(String scenario, Map<String, String> settings, long clockStart, long epochMillis, long pid)
            implements Definition {}

    /// Which cores the run may use, and where the knowledge of who ran on them comes from.
    ///
    /// @param reason why not from a better source, with the cure; empty for the best
    record Cores(List<Integer> cores, CoreSource source, String reason) implements Definition {}

    /// @param index counts from 0 within the group
    /// Some events are recorded late: what happens in other processes is recorded when these tell of it.
    ///
    /// @param nanos after which it is known, but where the system keeps somebody waiting
    record Lag(long nanos) implements Definition {}

    /// @param kind `thread`, `coroutine`, `generator`, `process`, `worker` (of a pool), or `child` (a thread or
    /// process
    ///     that a child process started)
    /// @param parent the unit that started it, or to whose process it belongs; `-1` for the run itself
    record Unit(int id, String name, String group, int index, String kind, int parent) implements Definition {}

    /// Many units at once: ids from `first`, indexes from `firstIndex`, named `group n` where n counts from 1.
    record Units(int first, int count, String group, int firstIndex, String kind, int parent) implements Definition {}

    /// A thread or process that nobody here started by name.
    ///
    /// @param tid its OS thread id, by which the events of the cores call it
    /// @param pid of the process that it belongs to
    /// @param name as the kernel knows it; may change, and is then told again
    record Program(int tid, int pid, String name, long time) implements Definition {}

    /// A thread of a child process was started, or a process by one. It comes before the thread's first
    /// {@link Program} and before all that the cores tell of it.
    ///
    /// @param tid its OS thread id, that of its process where it is the first
    /// @param pid of its process
    /// @param parent the pid of the process that started it
    record Forked(int tid, int pid, int parent, long time) implements Definition {}

    /// How a process ended.
    ///
    /// @param status its exit status; -1 where a signal ended it
    /// @param signal the number of that signal; 0 for none
    record Exit(int unit, int status, int signal) implements Definition {

        /// Such as `9 (SIGKILL)`.
        public String signalName() {
            return signalName(signal);
        }

        /// Such as `9 (SIGKILL)`; the number alone of one that hardly ever ends a process.
        public static String signalName(int signal) {
            // include/uapi/asm-generic/signal.h
            var name = switch (signal) {
                case 1 -> "HUP";
                case 2 -> "INT";
                case 3 -> "QUIT";
                case 4 -> "ILL";
                case 6 -> "ABRT";
                case 7 -> "BUS";
                case 8 -> "FPE";
                case 9 -> "KILL";
                case 11 -> "SEGV";
                case 13 -> "PIPE";
                case 14 -> "ALRM";
                case 15 -> "TERM";
                default -> "";
            };
            return name.isEmpty() ? Integer.toString(signal) : "%d (SIG%s)".formatted(signal, name);
        }
    }

    /// What stands for `number` where a value is a text.
    record Text(long number, String text) implements Definition {}

    /// What it took to start units of a group.
    ///
    /// @param nanos from the first start until the last of them could run
    /// @param bytes by which the resident memory of the engine grew meanwhile; -1 where that cannot be known
    record StartCost(String group, int count, long nanos, long bytes) implements Definition {}

    /// Something that the run could not do as it was asked, and went on without: a priority refused, a core
    /// that is not there.
    ///
    /// @param unit whom it concerns; -1 for the whole run
    record Note(int unit, int line, String text) implements Definition {}

    /// @param kind the word that names the kind in a scenario, such as `variable`, `lock` or `queue`
    /// @param type of a variable's values or a queue's items; else `TRUTH`
    record Resource(int id, String name, String kind, Value.Type type) implements Definition {}

    /// @param line in the scenario's text, from 1
    record Step(int id, String word, String text, int line) implements Definition {}

    /// A line of output.
    record Line(int unit, long time, String text) implements Definition {}

    /// The last value of a variable, told where events are no longer kept that would tell it.
    ///
    /// @param value as events have it
    record Final(int variable, long value) implements Definition {}

    /// A unit could not go on.
    record Failure(int unit, int line, String message) implements Definition {}

    /// The run is over; nothing follows.
    record End(How how, long time) implements Definition {}

    /// How a run ended.
    enum How {
        /// Every unit came to its end.
        COMPLETED,
        /// The user stopped it.
        STOPPED,
        /// Its time was up.
        LIMIT,
        /// A unit failed.
        FAILED
    }
}
