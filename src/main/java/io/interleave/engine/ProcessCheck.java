package io.interleave.engine;

import io.interleave.engine.process.Programs;
import io.interleave.model.UnitGroup;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;

/// Finds out, before anything is started, whether the commands of a run can be executed at all.
///
/// @param heads by the group's name, in the order of the file
record ProcessCheck(Map<String, ProcessHead> heads, Groups groups, Programs programs, RunDirectory directory) {

    /// The first reason why not, in words; empty if they can.
    Optional<String> refusal() {
        for (var head : heads.values()) {
            var refusal = refusal(head);
            if (refusal.isPresent()) {
                return Optional.of("line %d: '%s' cannot be started: %s"
                        .formatted(head.group().place().line(), head.group().name(), refusal.get()));
            }
        }
        return Optional.empty();
    }

    private Optional<String> refusal(ProcessHead head) {
        return feeding(head).or(() -> calls(head));
    }

    private Optional<String> feeding(ProcessHead head) {
        var feeder = head.feeder();
        if (feeder.isEmpty()) {
            return Optional.empty();
        }
        var seen = new HashSet<String>();
        for (var at = head; at.feeder().isPresent(); at = heads.get(at.feeder().get())) {
            if (!heads.containsKey(at.feeder().get())) {
                return Optional.of("'%s', which is to feed it, is no group of processes"
                        .formatted(at.feeder().get()));
            }
            if (!seen.add(at.group().name())) {
                return Optional.of("in the end it would be fed by itself");
            }
        }
        return heads.values().stream()
                .filter(it -> it != head && it.feeder().equals(feeder))
                .findFirst()
                .map(other -> "'%s' feeds '%s' already, and can feed only one"
                        .formatted(feeder.get(), other.group().name()));
    }

    private Optional<String> calls(ProcessHead head) {
        try {
            int count = groups.get(head.group().name()).wanted();
            for (int index = 1; index <= Math.max(1, count); index++) {
                var call = head.call(index);
                var refused = call.directory().flatMap(directory::refusal);
                if (refused.isPresent()) {
                    return refused;
                }
                var program = call.arguments().getFirst();
                if (programs.find(program, directory.root()).isEmpty() && !mayAppear(program)) {
                    return Optional.of(missing(program));
                }
            }
            return Optional.empty();
        } catch (UnitFailed failed) {
            return Optional.of(failed.getMessage());
        }
    }

    /// A relative path may be that of a program which the run itself makes.
    private static boolean mayAppear(String program) {
        return program.contains("/") && !program.startsWith("/");
    }

    static String missing(String program) {
        return program.contains("/")
                ? "there is no program '%s' on this machine".formatted(program)
                : "there is no program '%s' on this machine (looked for on the PATH)".formatted(program);
    }

    /// What kind of unit has a head.
    static Optional<UnitGroup.Process> process(UnitGroup group) {
        return group.kind() instanceof UnitGroup.Process process ? Optional.of(process) : Optional.empty();
    }
}
