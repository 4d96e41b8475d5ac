package io.interleave.view.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.interleave.analysis.Finding;
import io.interleave.model.ScenarioReader;
import io.interleave.model.Settings;
import io.interleave.view.fx.Latest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OrderCuresTest {

    private static final String OPPOSITE = """
            interleave: 1
            title: Opposite
            resources: { left: { lock: mutex }, right: { lock: mutex } }
            units:
              one:
                thread: 1
                steps:
                  - hold: left
                    steps:
                      - hold: right
                        steps:
                          - compute: 1ms
              two:
                thread: 1
                steps:
                  - hold: right
                    steps:
                      - hold: left
                        steps:
                          - compute: 1ms
            """;

    private static final List<Finding> DEADLOCK = List.of(new Finding.Deadlock(
            5,
            List.of(
                    new Finding.Deadlock.Link("one", "right", 10, "two", 16),
                    new Finding.Deadlock.Link("two", "left", 18, "one", 8))));

    private final List<Runnable> held = new ArrayList<>();
    private final OrderCures cures = new OrderCures(new Latest(held::add, Runnable::run));

    @Test
    void theOrderIsLookedForOnceForEachTextAndIsThatOfTheTextAsItIsNow() {
        var opposite = document(OPPOSITE);
        assertThat(cures.of(DEADLOCK, opposite, settings(opposite))).isEmpty();
        var found = cure(opposite);
        assertThat(cures.foundProperty().get()).isPresent().isSameAs(found);
        assertThat(cure(opposite)).as("at the next report").isSameAs(found);

        var cured = document(found.orElseThrow().fix().apply(OPPOSITE));
        assertThat(cure(cured)).isEmpty();
        assertThat(cure(opposite)).isEqualTo(found);
        assertThat(cures.of(List.of(), opposite, settings(opposite))).isEmpty();
    }

    /// Once what is asked for the first time has been found out.
    private Optional<OrderCure> cure(Document document) {
        cures.of(DEADLOCK, document, settings(document));
        held.forEach(Runnable::run);
        held.clear();
        return cures.of(DEADLOCK, document, settings(document));
    }

    private static Settings settings(Document document) {
        return Settings.of(document.scenario().orElseThrow());
    }

    private static Document document(String text) {
        var reading = ScenarioReader.read(text);
        return new Document(
                "opposite", Optional.empty(), text, reading.scenario(), reading.problems(), Optional.empty());
    }
}
