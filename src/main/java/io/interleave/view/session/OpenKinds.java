package io.interleave.view.session;

import io.interleave.view.fx.FileDialogs.Kind;
import io.interleave.view.fx.Messages;
import java.util.List;

/// The kinds of files that the window opens, for the dialog that asks for one.
public final class OpenKinds {

    private OpenKinds() {}

    public static List<Kind> scenariosFirst() {
        return List.of(scenarios(), runs(), all());
    }

    public static List<Kind> runsFirst() {
        return List.of(runs(), scenarios(), all());
    }

    public static Kind scenarios() {
        return new Kind(Messages.text("gallery.chooser.scenarios"), List.of("*.interleave.yaml", "*.yaml", "*.yml"));
    }

    private static Kind runs() {
        return new Kind(Messages.text("gallery.chooser.traces"), List.of("*.trace", "*.interleave-run"));
    }

    private static Kind all() {
        return new Kind(Messages.text("gallery.chooser.all"), List.of("*"));
    }
}
