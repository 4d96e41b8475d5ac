package io.interleave.app;

import io.interleave.run.LocalEngines;
import io.interleave.view.session.TraceFeed;

/// The services of the real application.
final class Wiring {

    private Wiring() {}

    static Services services() {
        return new Services(new LocalEngines(), TraceFeed::new);
    }
}
