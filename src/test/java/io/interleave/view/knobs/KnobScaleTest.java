package io.interleave.view.knobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.interleave.model.Value;
import io.interleave.model.Value.Type;
import org.junit.jupiter.api.Test;

final class KnobScaleTest {

    private final KnobScale workers = new KnobScale(Type.WHOLE, 1, 16, false);
    private final KnobScale rounds = new KnobScale(Type.WHOLE, 1, 100_000, true);
    private final KnobScale work = new KnobScale(Type.TIME, 1_000, 10_000_000, true);

    @Test
    void theEndsAreTheBounds() {
        assertThat(rounds.value(0)).isEqualTo(new Value.Whole(1));
        assertThat(rounds.value(1)).isEqualTo(new Value.Whole(100_000));
        assertThat(rounds.value(7)).isEqualTo(new Value.Whole(100_000));
        assertThat(rounds.position(new Value.Whole(1))).isZero();
        assertThat(rounds.position(new Value.Whole(100_000))).isEqualTo(1);
    }

    @Test
    void aLogarithmicScaleGivesEachTenfoldTheSameLength() {
        assertThat(rounds.position(new Value.Whole(1_000))).isEqualTo(0.6, within(1e-9));
        assertThat(work.value(0.5)).isEqualTo(new Value.Time(100_000));
    }

    @Test
    void aPlaceOnALongScaleIsARoundValue() {
        assertThat(rounds.value(0.613)).isEqualTo(new Value.Whole(1_200));
        assertThat(work.value(0.333)).isEqualTo(new Value.Time(21_000));
    }

    @Test
    void everyValueOfAShortScaleCanBeReached() {
        for (int wanted = 1; wanted <= 16; wanted++) {
            var value = new Value.Whole(wanted);
            assertThat(workers.value(workers.position(value))).isEqualTo(value);
        }
    }

    @Test
    void anArrowKeyLeadsToAnotherValueUntilTheEnd() {
        assertThat(workers.step(new Value.Whole(4), 1)).isEqualTo(new Value.Whole(5));
        assertThat(workers.step(new Value.Whole(1), -1)).isEqualTo(new Value.Whole(1));
        Value value = new Value.Whole(1);
        int presses = 0;
        while (!value.equals(new Value.Whole(100_000))) {
            var next = rounds.step(value, 1);
            assertThat(next).isNotEqualTo(value);
            value = next;
            presses++;
        }
        assertThat(presses).isBetween(20, 80);
        assertThat(rounds.step(value, -1)).isNotEqualTo(value);
    }

    @Test
    void decimalsAreRounded() {
        var share = new KnobScale(Type.DECIMAL, 0, 1, false);
        assertThat(share.value(0.30000001)).isEqualTo(new Value.Decimal(0.3));
    }
}
