package io.interleave.code;

import io.interleave.model.Step;
import io.interleave.model.StepParts;
import io.interleave.model.Waiting;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Where each local of a unit is declared: in each block at the step that gives it a value there, if all that
/// name it in the block follow; else once, before the first step that has to do with it and outside of all
/// loops, as its value stays from one pass to the next.
final class JavaScopes {

    /// A step that names a local.
    ///
    /// @param path the steps around it from the outermost, and it
    /// @param bodies in which body of the step before it each step of the path lies
    private record Mention(List<Step> path, List<Integer> bodies, boolean writes, boolean reads) {

        boolean isAt(int depth) {
            return path.size() == depth + 1;
        }

        boolean begins() {
            return writes && !reads;
        }
    }

    private final Map<String, List<Mention>> mentions = new LinkedHashMap<>();
    private final Map<Step, List<String>> before = new IdentityHashMap<>();
    private final Map<Step, String> at = new IdentityHashMap<>();

    /// @param locals that are to be declared
    JavaScopes(List<Step> steps, Set<String> locals) {
        look(steps, new ArrayList<>(), new ArrayList<>(), 0);
        mentions.keySet().retainAll(locals);
        mentions.forEach((local, all) -> {
            var places = new ArrayList<Step>();
            if (declareInBlocks(all, 0, places)) {
                places.forEach(it -> at.put(it, local));
            } else {
                int depth = outermostLoop(all.getFirst().path(), common(all));
                before.computeIfAbsent(all.getFirst().path().get(depth), _ -> new ArrayList<>())
                        .add(local);
            }
        });
    }

    /// The locals that are to be declared before a step.
    List<String> before(Step step) {
        return before.getOrDefault(step, List.of());
    }

    /// Whether a local is declared before the step that gives it its first value, so that it changes.
    boolean isDeclaredBefore(String local) {
        return before.values().stream().anyMatch(it -> it.contains(local));
    }

    /// Whether a step declares the local that it gives a value; a loop does so for itself alone.
    boolean declares(Step step, String local) {
        return local.equals(at.get(step));
    }

    private void look(List<Step> steps, List<Step> around, List<Integer> bodies, int body) {
        for (var step : steps) {
            var path = new ArrayList<>(around);
            path.add(step);
            var places = new ArrayList<>(bodies);
            places.add(body);
            var written = StepParts.local(step);
            var read = reads(step).toList();
            written.ifPresent(it -> mention(it, new Mention(path, places, true, read.contains(it))));
            read.stream()
                    .distinct()
                    .filter(it -> written.filter(it::equals).isEmpty())
                    .forEach(it -> mention(it, new Mention(path, places, false, true)));
            for (int i = 0; i < step.bodies().size(); i++) {
                look(step.bodies().get(i), path, places, i);
            }
        }
    }

    /// The names that a step reads, and not those within it. In the value of an update the variable's own name is none,
    /// and a task that is awaited bears one.
    private static Stream<String> reads(Step step) {
        var names = StepContents.expressions(step).flatMap(StepContents::names);
        return switch (step) {
            case Step.Update it ->
                names.filter(name -> !name.equals(it.variable().name()));
            case Step.Await it -> Stream.concat(Stream.of(it.target().name()), names);
            default -> names;
        };
    }

    private void mention(String local, Mention mention) {
        mentions.computeIfAbsent(local, _ -> new ArrayList<>()).add(mention);
    }

    /// Looks for places in the block at this depth, which all these are in.
    ///
    /// @param places to which those found are added; of no use where it fails
    private static boolean declareInBlocks(List<Mention> all, int depth, List<Step> places) {
        var first = all.getFirst();
        if (first.isAt(depth) && first.begins() && isPlain(first.path().get(depth))) {
            places.add(first.path().get(depth));
            return true;
        }
        var bySteps = new IdentityHashMap<Step, List<Mention>>();
        all.forEach(it -> bySteps.computeIfAbsent(it.path().get(depth), _ -> new ArrayList<>())
                .add(it));
        return bySteps.entrySet().stream().allMatch(it -> declareWithin(it.getKey(), it.getValue(), depth, places));
    }

    /// @param all that name the local in this step, which stands at this depth
    private static boolean declareWithin(Step step, List<Mention> all, int depth, List<Step> places) {
        boolean isLoop = step instanceof Step.ForEach || step instanceof Step.Drain;
        var own = all.stream().filter(it -> it.isAt(depth)).toList();
        if (isLoop && own.size() == 1 && own.getFirst().begins()) {
            places.add(step);
            return all.stream().filter(Mention::writes).count() == 1;
        }
        if (!own.isEmpty()) {
            return false;
        }
        var byBodies = new LinkedHashMap<Integer, List<Mention>>();
        all.forEach(it -> byBodies.computeIfAbsent(it.bodies().get(depth + 1), _ -> new ArrayList<>())
                .add(it));
        return byBodies.values().stream().allMatch(it -> declareInBlocks(it, depth + 1, places));
    }

    /// How many steps of their paths all have in common, where they then lie in the same block.
    private static int common(List<Mention> all) {
        var first = all.getFirst();
        int depth = 0;
        while (depth < first.path().size() - 1 && sharesAll(all, depth)) {
            depth++;
        }
        return depth;
    }

    private static boolean sharesAll(List<Mention> all, int depth) {
        var first = all.getFirst();
        return all.stream()
                .allMatch(it -> it.path().size() > depth + 1
                        && it.path().get(depth) == first.path().get(depth)
                        && it.bodies().get(depth + 1).equals(first.bodies().get(depth + 1)));
    }

    /// Where the outermost loop stands in a path; `depth` where there is none above.
    private static int outermostLoop(List<Step> path, int depth) {
        for (int i = 0; i < depth; i++) {
            boolean loops = switch (path.get(i)) {
                case Step.Repeat _, Step.ForEach _, Step.Drain _, Step.While _, Step.Forever _ -> true;
                default -> false;
            };
            if (loops) {
                return i;
            }
        }
        return depth;
    }

    /// Whether a step is a single statement, which can declare what it gives a value.
    private static boolean isPlain(Step step) {
        return switch (step) {
            case Step.Await it -> it.waiting().equals(Waiting.FOR_EVER);
            case Step.Take it -> it.waiting().equals(Waiting.FOR_EVER);
            case Step.Communicate it -> it.waiting().equals(Waiting.FOR_EVER);
            case Step.ReadLine it -> it.waiting().equals(Waiting.FOR_EVER);
            case Step.MapTasks it -> it.waiting().equals(Waiting.FOR_EVER);
            case Step.Next it -> it.atEnd().isEmpty();
            case Step.Submit it -> it.rejected().isEmpty();
            case Step.ForEach _, Step.Drain _ -> false;
            default -> true;
        };
    }
}
