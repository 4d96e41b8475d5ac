package io.interleave.view.outcome;

import io.interleave.view.fx.Messages;
import io.interleave.view.session.Cure;
import io.interleave.view.session.OrderCure;
import io.interleave.view.session.SwitchCure;
import java.util.Optional;

/// What the button says that applies a cure.
final class CureWords {

    private CureWords() {}

    /// @param running whether the run has to be stopped first
    static String of(Cure cure, boolean running) {
        return switch (cure) {
            case SwitchCure(var knob, boolean on) ->
                Messages.text(
                        running
                                ? on ? "outcome.cure.stop.on" : "outcome.cure.stop.off"
                                : on ? "outcome.cure.on" : "outcome.cure.off",
                        knob.label());
            case OrderCure _ -> Messages.text(running ? "outcome.cure.stop.order" : "outcome.cure.order");
        };
    }

    /// What exactly it changes, where the button does not say so.
    static Optional<String> details(Cure cure) {
        return switch (cure) {
            case SwitchCure _ -> Optional.empty();
            case OrderCure(var fix) -> Optional.of(fix.words());
        };
    }
}
