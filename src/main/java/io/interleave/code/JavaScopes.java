package io.interleave.code;

import io.interleave.model.Step;
import io.interleave.model.Waiting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where each local of a unit is declared: at the step that gives it its first value, if all steps that name it
/// follow in the same block; else before the first step that has to do with it, outside of all loops, as its
/// value stays from one pass to the next.
final class JavaScopes {

    /// A step that names a local.
    ///
    /// @param path the steps around it from the outermost, and it
    /// @param bodies in which body of the step before each step of the path lies
    private record Mention(List<Step> path, List<Integer> bodies, boolean writes, boolean reads) {}

    private final Map<String, List<Mention>> mentions = new LinkedHashMap<>();
    private final Map<Step, List<String>> before = new IdentityHashMap<>();
    private final Map<Step, String> at = new IdentityHashMap<>();
    private final Map<String, Boolean> ofLoop = new HashMap<>();

    /// @param locals that are to be declared
    JavaScopes(List<Step> steps, Set<String> locals) {
        look(steps, new ArrayList<>(), new ArrayList<>(), 0);
        mentions.keySet().retainAll(locals);
        mentions.forEach(this::declare);
    }

    /// The locals that are to be declared before a step.
    List<String> before(Step step) {
        return before.getOrDefault(step, List.of());
    }

    /// Whether a step declares the local that it gives a value.
    boolean declares(Step step, String local) {
        return local.equals(at.get(step));
    }

    /// Whether a local is declared before the step that gives it its first value, so that it changes.
    boolean isDeclaredBefore(String local) {
        return before.values().stream().anyMatch(it -> it.contains(local));
    }

    /// Whether a loop's local lives in the loop alone, where nothing else gives it a value.
    boolean isOfLoop(String local) {
        return ofLoop.getOrDefault(local, false);
    }

    private void look(List<Step> steps, List<Step> around, List<Integer> bodies, int body) {
        for (var step : steps) {
            var path = new ArrayList<>(around);
            path.add(step);
            var places = new ArrayList<>(bodies);
            places.add(body);
            var written = JavaLocals.written(step);
            var read = JavaMentions.of(step).toList();
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

    private void mention(String local, Mention mention) {
        mentions.computeIfAbsent(local, _ -> new ArrayList<>()).add(mention);
    }

    private void declare(String local, List<Mention> all) {
        boolean inLoops = all.stream().allMatch(it -> isWithinItsLoop(local, it));
        ofLoop.put(local, inLoops);
        if (inLoops) {
            return;
        }
        int depth = common(all);
        var first = all.getFirst();
        var step = first.path().get(depth);
        boolean begins = first.path().size() == depth + 1 && first.writes() && !first.reads() && isPlain(step);
        if (begins) {
            at.put(step, local);
        } else {
            before.computeIfAbsent(first.path().get(outermostLoop(first.path(), depth)), _ -> new ArrayList<>())
                    .add(local);
        }
    }

    /// Whether it is the loop whose own local this is, or stands in such a one and only reads it.
    private static boolean isWithinItsLoop(String local, Mention it) {
        var last = it.path().getLast();
        boolean isLoop = last instanceof Step.ForEach || last instanceof Step.Drain;
        if (it.writes()) {
            return isLoop && !it.reads();
        }
        return it.path().subList(0, it.path().size() - 1).stream()
                .anyMatch(step -> (step instanceof Step.ForEach || step instanceof Step.Drain)
                        && JavaLocals.written(step).filter(local::equals).isPresent());
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
