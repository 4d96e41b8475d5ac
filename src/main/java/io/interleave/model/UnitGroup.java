package io.interleave.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Units that run the same steps: `worker` with a count of 4 makes the units `worker 1` to `worker 4`; with a
/// count of 1 the unit bears the group's name alone. In its steps the local `index` is the unit's number, from
/// 1.
///
/// @param count a `WHOLE` over knobs. Where it is one live knob alone, units are started and retired while the
///     run goes on; a unit retires at the end of a pass of its outermost `repeat` or `forever`, holding
///     nothing.
/// @param manual whether a step starts them, and not the run
/// @param steps empty for a process
public record UnitGroup(String name, Place place, Kind kind, Expr count, boolean manual, List<Step> steps) {

    /// The local that every unit has: its number in the group, from 1.
    public static final String INDEX = "index";

    public UnitGroup {
        steps = List.copyOf(steps);
    }

    public sealed interface Kind {

        /// The word that names this kind in a scenario.
        default String word() {
            return switch (this) {
                case Thread _ -> "thread";
                case Coroutine _ -> "coroutine";
                case Generator _ -> "generator";
                case Process _ -> "process";
                case Task _ -> "task";
            };
        }
    }

    /// One thread of the operating system for each unit. Expressions are over knobs and `index`.
    ///
    /// @param priority a `WHOLE` from 1, the lowest, over 5, the usual, to 10
    /// @param core the only core that it may run on, a `WHOLE` from 0
    /// @param stack bytes of its stack, a `WHOLE`
    /// @param under the interpreter lock that it runs under
    public record Thread(Optional<Expr> priority, Optional<Expr> core, Optional<Expr> stack, Optional<String> under)
            implements Kind {
        public static final Thread PLAIN =
                new Thread(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        public static final long HIGHEST_PRIORITY = 10;
        public static final long HIGHEST_CORE = 4_095;
        public static final long LARGEST_STACK = 1L << 30;
    }

    /// @param loop the event loop that it runs on; absent: the scenario's only one, or where there is none, one
    ///     of a single carrier
    /// @param priority in a loop with priorities, a `WHOLE`, the lowest first; absent: 0
    public record Coroutine(Optional<String> loop, Optional<Expr> priority) implements Kind {}

    /// Runs when it is resumed, on the thread of whoever resumes it.
    ///
    /// @param of the type of what it yields and is sent
    public record Generator(Value.Type of) implements Kind {}

    /// A child process.
    ///
    /// @param command the program and its arguments, never seen by a shell; holes over knobs and `index`
    /// @param environment added to that of the program
    /// @param directory where it runs, within the run's own directory; absent: that itself
    /// @param input the group whose output is its standard input, without passing through us; absent: what
    ///     steps
    /// write
    /// @param output what becomes of what it prints
    public record Process(
            List<Template> command,
            Map<String, Template> environment,
            Optional<Template> directory,
            Optional<String> input,
            Output output)
            implements Kind {
        public Process {
            command = List.copyOf(command);
        }

        public enum Output {
            /// Its lines are shown as they come, unless a step reads them.
            SHOW,
            /// Steps read it.
            READ,
            DISCARD
        }
    }

    /// What pools run.
    ///
    /// @param parameter the local that the argument comes in
    /// @param of the type of the argument and of the result
    public record Task(String parameter, Value.Type of) implements Kind {}
}
