package io.interleave.model;

import io.interleave.model.Resource.Lock.Kind;
import io.interleave.model.Step.Mode;
import io.interleave.model.UnitContext.Found;
import java.util.List;
import java.util.Optional;

/// Reads the steps on locks and semaphores, and follows which of them are held.
final class LockReader {

    private static final Expr AT_ONCE = new Expr.Literal(Place.NOWHERE, new Value.Time(0));

    private final StepReader steps;
    private final UnitContext unit;

    LockReader(StepReader steps, UnitContext unit) {
        this.steps = steps;
        this.unit = unit;
    }

    Optional<Step> read(Verb verb) {
        var lock = unit.find(verb, "lock").flatMap(this::resource).filter(it -> mayBeTaken(it, verb));
        return switch (verb.word()) {
            case "hold", "try" -> hold(verb, lock);
            case "acquire" -> acquire(verb, lock);
            case "release" -> lock.flatMap(it -> release(verb, it));
            default -> throw new IllegalStateException("unhandled step " + verb.word());
        };
    }

    private Optional<Found<Resource>> resource(Found<Declared> found) {
        return found.it() instanceof Declared.Shared(var resource)
                ? Optional.of(new Found<>(resource, found.target()))
                : Optional.empty();
    }

    private boolean mayBeTaken(Found<Resource> found, Verb verb) {
        boolean gil = kind(found).filter(it -> it == Kind.GIL).isPresent();
        if (gil) {
            unit.problems.error(
                    found.target().place(),
                    "'%s' is an interpreter lock, which no step can %s"
                            .formatted(found.target().name(), verb.word().equals("release") ? "release" : "take"),
                    "another kind of lock; threads run under this one by 'under: %s'"
                            .formatted(found.target().name()));
        }
        return !gil;
    }

    private static Optional<Kind> kind(Found<Resource> found) {
        return found.it() instanceof Resource.Lock lock ? Optional.of(lock.kind()) : Optional.empty();
    }

    private Optional<Step> hold(Verb verb, Optional<Found<Resource>> lock) {
        var mode = lock.map(it -> mode(verb, it)).orElse(Mode.WRITE);
        boolean isTry = verb.word().equals("try");
        lock.ifPresent(it -> hintIfHeld(it, mode, it.target().place()));
        var cases = unit.held.either(() -> body(verb, lock), () -> steps.waiting(verb, isTry));
        var waiting = isTry && cases.second().timeout().isEmpty()
                ? new Waiting(Optional.of(AT_ONCE), cases.second().otherwise())
                : cases.second();
        return lock.map(it -> new Step.Hold(verb.place(), it.target(), mode, waiting, cases.first()));
    }

    private List<Step> body(Verb verb, Optional<Found<Resource>> lock) {
        lock.ifPresent(it -> unit.held.beginHold(it.target()));
        var body = steps.body(verb);
        lock.ifPresent(_ -> unit.held.endHold());
        return body;
    }

    private Optional<Step> acquire(Verb verb, Optional<Found<Resource>> lock) {
        var mode = lock.map(it -> mode(verb, it)).orElse(Mode.WRITE);
        lock.ifPresent(it -> hintIfHeld(it, mode, verb.place()));
        var cases = unit.held.either(
                () -> {
                    lock.filter(it -> it.it() instanceof Resource.Lock)
                            .ifPresent(it -> unit.held.acquire(it.target(), verb.place()));
                    return lock;
                },
                () -> steps.waiting(verb, false));
        return lock.map(it -> new Step.Acquire(verb.place(), it.target(), mode, cases.second()));
    }

    /// A permit may be given back by another unit than the one that took it, a lock may not.
    private Optional<Step> release(Verb verb, Found<Resource> lock) {
        if (lock.it() instanceof Resource.Semaphore || unit.held.release(lock.target())) {
            return Optional.of(new Step.Release(verb.place(), lock.target()));
        }
        String name = lock.target().name();
        boolean held = unit.held.isInHold(name);
        unit.problems.error(
                lock.target().place(),
                held
                        ? "'hold' releases '%s' by itself".formatted(name)
                        : "'%s' is released but was not acquired before".formatted(name),
                held ? "no 'release' within a 'hold'" : "'acquire: %s' before it".formatted(name));
        return Optional.empty();
    }

    private void hintIfHeld(Found<Resource> lock, Mode mode, Place place) {
        boolean again = kind(lock)
                .map(it -> switch (it) {
                    case MUTEX, SPIN -> true;
                    case STAMPED -> mode == Mode.WRITE;
                    case REENTRANT, FAIR, READ_WRITE, GIL -> false;
                })
                .orElse(false);
        if (again && unit.held.isHeld(lock.target())) {
            unit.problems.hint(
                    place,
                    "this unit holds '%s' already and will wait for itself for ever"
                            .formatted(lock.target().name()));
        }
    }

    private Mode mode(Verb verb, Found<Resource> lock) {
        var given = verb.scalar("mode");
        if (given.isEmpty()) {
            return Mode.WRITE;
        }
        var mode = Choices.read(given.get(), Mode.class, "way to hold a lock", unit.problems);
        var kind = kind(lock);
        String name = lock.target().name();
        if (kind.isEmpty() || kind.get() != Kind.READ_WRITE && kind.get() != Kind.STAMPED) {
            unit.problems.error(
                    given.get().place(),
                    "'%s' is neither a read_write nor a stamped lock, and has no modes".formatted(name),
                    "no 'mode'");
        } else if (mode.orElse(Mode.WRITE) == Mode.OPTIMISTIC) {
            boolean stamped = kind.get() == Kind.STAMPED;
            if (!stamped || !verb.word().equals("hold")) {
                unit.problems.error(
                        given.get().place(),
                        stamped
                                ? "'%s' cannot be optimistic".formatted(verb.word())
                                : "'%s' is no stamped lock and cannot be read optimistically".formatted(name),
                        stamped ? "'hold', or mode read" : "mode read or write");
            }
        }
        return mode.orElse(Mode.WRITE);
    }
}
