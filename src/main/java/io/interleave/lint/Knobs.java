package io.interleave.lint;

import io.interleave.model.EvaluationException;
import io.interleave.model.Evaluator;
import io.interleave.model.Expr;
import io.interleave.model.Knob;
import io.interleave.model.Settings;
import io.interleave.model.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What expressions give with the knobs as they are set, and which of them no run can change.
final class Knobs {

    private final Map<String, Value> values;
    private final Map<String, Knob> knobs = new HashMap<>();

    Knobs(Iterable<Knob> knobs, Settings settings) {
        this.values = settings.asMap();
        knobs.forEach(it -> this.knobs.put(it.name(), it));
    }

    /// What it gives at the beginning of a run; nothing if it is not over knobs alone.
    Optional<Value> now(Expr expr) {
        return evaluated(expr, values::get);
    }

    /// What it gives throughout a run: nothing if a knob that is turned meanwhile has part in it.
    Optional<Value> throughout(Expr expr) {
        return throughout(expr, Map.of());
    }

    /// @param locals of the unit, as far as they are known
    Optional<Value> throughout(Expr expr, Map<String, Value> locals) {
        return evaluated(expr, it -> {
            if (locals.containsKey(it)) {
                return locals.get(it);
            }
            var knob = knobs.get(it);
            return knob == null || knob.live() ? null : values.get(it);
        });
    }

    /// What it gives however the knobs are set.
    static Optional<Value> always(Expr expr) {
        return evaluated(expr, _ -> null);
    }

    OptionalLong most(Expr expr) {
        return most(expr, Map.of());
    }

    OptionalLong wholeNow(Expr expr) {
        return whole(now(expr));
    }

    /// The most that it gives in the course of a run, as far as that can be told: of a live slider its upper end.
    OptionalLong most(Expr expr, Map<String, Value> locals) {
        if (expr instanceof Expr.Name(var _, var name)
                && knobs.get(name) instanceof Knob.Slider slider
                && slider.live()
                && slider.max() instanceof Value.Whole(long most)) {
            return OptionalLong.of(most);
        }
        return whole(throughout(expr, locals));
    }

    static OptionalLong whole(Optional<Value> value) {
        return value.orElse(null) instanceof Value.Whole(long number) ? OptionalLong.of(number) : OptionalLong.empty();
    }

    static Optional<Boolean> truth(Optional<Value> value) {
        return value.orElse(null) instanceof Value.Truth(boolean truth) ? Optional.of(truth) : Optional.empty();
    }

    private static Optional<Value> evaluated(Expr expr, Function<String, @Nullable Value> names) {
        if (!isKnown(expr, names)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Evaluator.evaluate(expr, names));
        } catch (EvaluationException _) {
            // A division by zero: whether these settings can be run at all is for `SettingsCheck` to say.
            return Optional.empty();
        }
    }

    private static boolean isKnown(Expr expr, Function<String, @Nullable Value> names) {
        return switch (expr) {
            case Expr.Literal _ -> true;
            case Expr.Name name -> names.apply(name.name()) != null;
            case Expr.Unary unary -> isKnown(unary.operand(), names);
            case Expr.Binary binary -> isKnown(binary.left(), names) && isKnown(binary.right(), names);
        };
    }
}
