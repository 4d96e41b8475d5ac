package io.interleave.lint;

import io.interleave.model.Expr;
import io.interleave.model.Resource;
import io.interleave.model.Step;
import io.interleave.model.StepParts;
import io.interleave.model.Target;
import io.interleave.model.UnitGroup;
import io.interleave.model.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/// Goes once through the steps of a group and notes each with what is certain before it. Where ways meet, only what
/// is certain on all of them remains; a loop is gone through once, with what is certain before each of its passes.
final class Walk {

    private final Map<String, Resource> resources;
    private final Knobs knobs;
    private final Consumer<Hint> hints;
    private final List<Site> sites = new ArrayList<>();

    /// @param hints takes those about steps that are never reached
    Walk(Map<String, Resource> resources, Knobs knobs, Consumer<Hint> hints) {
        this.resources = resources;
        this.knobs = knobs;
        this.hints = hints;
    }

    /// All steps that have been gone through.
    List<Site> sites() {
        return sites;
    }

    /// @return what is certain at the group's end; of one that never ends by itself it is dead
    State group(UnitGroup group) {
        return new InGroup(group, Set.of()).list(group.steps(), State.BEGINNING, Times.ONCE, Optional.empty());
    }

    /// Goes through the steps as one unit of the group does.
    ///
    /// @param followed locals whose values count
    void unit(UnitGroup group, long index, Set<String> followed) {
        var beginning = State.BEGINNING.giving(UnitGroup.INDEX, Optional.of(new Value.Whole(index)));
        var _ = new InGroup(group, followed).list(group.steps(), beginning, Times.ONCE, Optional.empty());
    }

    private final class InGroup {
        private final UnitGroup group;
        private final Set<String> followed;

        InGroup(UnitGroup group, Set<String> followed) {
            this.group = group;
            this.followed = followed;
        }

        State list(List<Step> steps, State in, Times times, Optional<Site> parent) {
            var state = in;
            boolean said = in.reach() == Reach.DEAD;
            for (int i = 0; i < steps.size(); i++) {
                var step = steps.get(i);
                if (state.reach() == Reach.DEAD && !said) {
                    said = true;
                    hints.accept(new Hint(step.place(), new Rule.NeverReached(before(steps.get(i - 1))), List.of()));
                }
                state = assigning(step, step(step, state, times, parent));
            }
            return state;
        }

        private static Rule.Before before(Step step) {
            return switch (step.word()) {
                case "forever", "while" -> Rule.Before.FOREVER;
                case "fail" -> Rule.Before.FAIL;
                case "return" -> Rule.Before.RETURN;
                default -> Rule.Before.ALL_WAYS;
            };
        }

        private State step(Step step, State in, Times times, Optional<Site> parent) {
            var site = new Site(group, step, parent, in, times);
            sites.add(site);
            return switch (step) {
                case Step.Repeat it ->
                    counted(site, it.body(), Knobs.always(it.times()).isPresent(), passes(it.times(), in));
                case Step.ForEach it -> {
                    boolean always = Knobs.always(it.from()).isPresent()
                            && Knobs.always(it.to()).isPresent();
                    yield counted(site, it.body(), always, passes(it.from(), it.to(), in));
                }
                case Step.Drain it -> counted(site, it.body(), false, Times.ANY);
                case Step.While it -> loop(site, it);
                case Step.If it -> either(site, it);
                case Step.Forever it -> {
                    pass(site, it.body(), in, times.times(Times.ANY));
                    yield in.ended();
                }
                case Step.Fail _, Step.Return _ -> in.ended();
                case Step.Hold it -> hold(site, it);
                case Step.Acquire it -> {
                    var taken = in.taking(taken(it.lock(), it.mode(), false, in));
                    yield or(site, taken, it.waiting().otherwise());
                }
                case Step.Release it -> in.releasing(it.lock(), taken(it.lock(), Step.Mode.WRITE, false, in));
                case Step.Await it -> or(site, in, it.waiting().otherwise());
                case Step.Put it -> or(site, in, it.waiting().otherwise());
                case Step.Take it -> or(site, in, it.waiting().otherwise());
                case Step.Communicate it -> or(site, in, it.waiting().otherwise());
                case Step.ReadLine it -> or(site, in, it.waiting().otherwise());
                case Step.Gather it -> or(site, in, it.waiting().otherwise());
                case Step.MapTasks it -> or(site, in, it.waiting().otherwise());
                case Step.Next it -> or(site, in, it.atEnd());
                case Step.Submit it -> or(site, in, it.rejected());
                case Step.Compute _, Step.Kernelled _, Step.Sleep _, Step.Io _, Step.Log _, Step.Check _ -> in;
                case Step.Let _, Step.ReadClock _, Step.Read _, Step.Write _, Step.Increment _, Step.Update _ -> in;
                case Step.CompareAndSet _, Step.Signal _, Step.Clear _, Step.CountDown _, Step.Arrive _ -> in;
                case Step.Register _, Step.Deregister _, Step.TaskDone _, Step.Close _, Step.Start _ -> in;
                case Step.Poll _, Step.Cancel _, Step.Kill _, Step.KillWorker _, Step.WriteLine _ -> in;
                case Step.Pause _, Step.Yield _, Step.Shutdown _ -> in;
            };
        }

        /// What a step makes of the locals that are followed.
        private State assigning(Step step, State after) {
            if (followed.isEmpty()) {
                return after;
            }
            return switch (step) {
                case Step.Let it
                when followed.contains(it.local()) ->
                    after.giving(it.local(), knobs.throughout(it.value(), after.locals()));
                default ->
                    StepParts.local(step)
                            .map(it -> after.giving(it, Optional.empty()))
                            .orElse(after);
            };
        }

        private Times passes(Expr times, State in) {
            return passes(knobs.most(times, in.locals()), Knobs.whole(knobs.throughout(times, in.locals())));
        }

        private Times passes(Expr from, Expr to, State in) {
            var first = Knobs.whole(knobs.throughout(from, in.locals()));
            var last = Knobs.whole(knobs.throughout(to, in.locals()));
            return first.isPresent() && last.isPresent() ? Times.each(first.getAsLong(), last.getAsLong()) : Times.ANY;
        }

        private static Times passes(OptionalLong most, OptionalLong now) {
            if (most.isEmpty()) {
                return Times.ANY;
            }
            long least = now.isPresent() ? Math.min(now.getAsLong(), most.getAsLong()) : 0;
            return new Times(Math.max(0, least), Math.max(0, most.getAsLong()));
        }

        /// @param always whether the number of passes is the same however the knobs are set
        private State counted(Site site, List<Step> body, boolean always, Times passes) {
            var in = site.before;
            if (passes.most() == 0) {
                neverEntered(site, always);
                list(body, in.reached(always ? Reach.DEAD : Reach.SWITCHED_OFF), Times.NEVER, Optional.of(site));
                return in;
            }
            var out = pass(site, body, in, site.times.times(passes));
            if (passes.least() == 0) {
                return in.or(out);
            }
            return always ? out : in.reached(Reach.SWITCHED_OFF).or(out);
        }

        private State loop(Site site, Step.While it) {
            var in = site.before;
            var always = Knobs.truth(Knobs.always(it.condition()));
            var now =
                    Knobs.truth(knobs.throughout(it.condition(), passing(it, in).locals()));
            if (now.equals(Optional.of(false))) {
                neverEntered(site, always.isPresent());
                list(
                        it.body(),
                        in.reached(always.isPresent() ? Reach.DEAD : Reach.SWITCHED_OFF),
                        Times.NEVER,
                        Optional.of(site));
                return in;
            }
            var out = pass(site, it.body(), in, site.times.times(Times.ANY));
            return always.isPresent() ? in.ended() : in.or(out);
        }

        /// What was acquired before a loop and is released in it is not certain in a later pass.
        private State pass(Site site, List<Step> body, State in, Times times) {
            return list(body, passing(site.step, in), times, Optional.of(site));
        }

        /// What of it is certain before each pass of a loop.
        private State passing(Step loop, State in) {
            var released = new HashSet<String>();
            collectReleased(List.of(loop), released);
            var kept = in.losing(released);
            return kept.locals().isEmpty() ? kept : kept.forgetting(Locals.givenWithin(loop));
        }

        private State either(Site site, Step.If it) {
            var in = site.before;
            var always = Knobs.truth(Knobs.always(it.condition()));
            var now = Knobs.truth(knobs.throughout(it.condition(), in.locals()));
            var other = always.isPresent() ? Reach.DEAD : Reach.SWITCHED_OFF;
            boolean yes = now.orElse(true);
            boolean no = !now.orElse(false);
            if (!yes) {
                neverEntered(site, always.isPresent());
            }
            var times = now.isPresent() ? site.times : site.times.atMost();
            var then = list(it.body(), yes ? in : in.reached(other), yes ? times : Times.NEVER, Optional.of(site));
            var otherwise = no ? in : in.reached(other);
            if (it.otherwise().isPresent()) {
                otherwise = list(it.otherwise().get(), otherwise, no ? times : Times.NEVER, Optional.of(site));
            }
            return then.or(otherwise);
        }

        private void neverEntered(Site site, boolean always) {
            if (always && !site.isDead()) {
                hints.accept(new Hint(site.place(), new Rule.NeverEntered(site.step.word()), List.of()));
            }
        }

        private State hold(Site site, Step.Hold it) {
            var lock = taken(it.lock(), it.mode(), true, site.before);
            var out = list(it.body(), site.before.taking(lock), site.times, Optional.of(site))
                    .ending(lock);
            return it.waiting().otherwise().isPresent()
                    ? out.or(list(it.waiting().otherwise().get(), site.before, site.times.atMost(), Optional.of(site)))
                    : out;
        }

        /// Behind a step that has an `else`: it went well, or that was done.
        private State or(Site site, State well, Optional<List<Step>> otherwise) {
            return otherwise.isPresent()
                    ? well.or(list(otherwise.get(), site.before, site.times.atMost(), Optional.of(site)))
                    : well;
        }

        private Taken taken(Target lock, Step.Mode mode, boolean byHold, State in) {
            return Taken.of(
                    lock, mode, isOn(lock.name()), byHold, it -> Knobs.whole(knobs.throughout(it, in.locals())));
        }
    }

    private boolean isOn(String lock) {
        var enabled = switch (resources.get(lock)) {
            case Resource.Lock it -> it.enabled();
            case Resource.Semaphore it -> it.enabled();
            case null, default -> Resource.ON;
        };
        return knobs.now(enabled).equals(Optional.of(new Value.Truth(true)));
    }

    private static void collectReleased(List<Step> steps, Set<String> names) {
        for (var step : steps) {
            if (step instanceof Step.Release(var _, var lock)) {
                names.add(lock.name());
            }
            step.bodies().forEach(it -> collectReleased(it, names));
        }
    }
}
