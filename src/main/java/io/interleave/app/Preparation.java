package io.interleave.app;

import io.interleave.view.session.Library;
import java.util.concurrent.CompletableFuture;

/// What can be made ready while the screen is: reading the gallery and asking for the machine's cores take a fifth
/// of a second.
record Preparation(Services services, Library library) {

    static CompletableFuture<Preparation> begin() {
        var ready = new CompletableFuture<Preparation>();
        Thread.ofPlatform()
                .name("preparation")
                .daemon()
                .start(() -> ready.completeAsync(Preparation::make, Runnable::run));
        return ready;
    }

    private static Preparation make() {
        var services = Wiring.services();
        services.engines().cores();
        return new Preparation(services, new Library());
    }
}
