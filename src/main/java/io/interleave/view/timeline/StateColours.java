package io.interleave.view.timeline;

import io.interleave.analysis.State;

/// The colours of states and how high they are, for pictures that others draw.
public final class StateColours {

    private StateColours() {}

    /// The opaque colour of a state as ARGB, as on a light or a dark ground.
    public static int argb(State state, boolean dark) {
        return Theme.of(dark).inks()[Ink.of(state)];
    }

    /// The height of a span of that state, which stands at the foot of a lane of `height`.
    public static int height(State state, int height) {
        return Shape.of(state).height(height);
    }
}
