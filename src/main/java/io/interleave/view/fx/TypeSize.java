package io.interleave.view.fx;

import java.util.Locale;
import javafx.scene.text.Font;

/// The size of the type, from which the window's sheet reckons all others: what the system has set. The theme has
/// one of its own, so that a sheet has to say it, also for popups.
public final class TypeSize {

    private TypeSize() {}

    /// The size in pixels.
    public static double em() {
        return Font.getDefault().getSize();
    }

    /// A style sheet that sets it.
    public static String sheet() {
        return String.format(Locale.ROOT, "data:text/css,.root{-fx-font-size:%.1fpx;}", em());
    }
}
