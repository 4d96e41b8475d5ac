package io.interleave.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnobTextTest {

    private static final Knob WORKERS = new Knob.Slider(
            "workers",
            "Workers",
            false,
            Place.NOWHERE,
            new Value.Whole(4),
            new Value.Whole(1),
            new Value.Whole(16),
            Knob.Scale.LINEAR);
    private static final Knob SHARE = new Knob.Slider(
            "share",
            "Share",
            false,
            Place.NOWHERE,
            new Value.Decimal(0.5),
            new Value.Decimal(0),
            new Value.Decimal(1),
            Knob.Scale.LINEAR);
    private static final Knob WORK = new Knob.Slider(
            "work",
            "Work",
            false,
            Place.NOWHERE,
            new Value.Time(100_000),
            new Value.Time(1_000),
            new Value.Time(10_000_000),
            Knob.Scale.LOG);
    private static final Knob LOCK = new Knob.Toggle("lock", "Lock", true, Place.NOWHERE, new Value.Truth(true));
    private static final Knob POLICY =
            new Knob.Choice("policy", "Policy", false, Place.NOWHERE, new Value.Text("fifo"), List.of("fifo", "lifo"));

    private static Knob knob(String name) {
        return List.of(WORKERS, SHARE, WORK, LOCK, POLICY).stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "workers,8,8",
        "workers,' 16 ',16",
        "share,1,1.0",
        "share,0.25,0.25",
        "work,2ms,2ms",
        "work,0.5 ms,500us",
        "lock,off,off",
        "lock,YES,on",
        "lock,true,on",
        "policy,lifo,lifo"
    })
    void acceptsWhatTheKnobAllows(String knob, String text, String formatted) {
        assertThat(KnobText.parse(knob(knob), text)).isInstanceOfSatisfying(KnobText.Accepted.class, it -> {
            assertThat(KnobText.format(it.value())).isEqualTo(formatted);
            assertThat(it.value().type()).isEqualTo(knob(knob).initial().type());
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "workers | 99   | knob 'workers' takes a whole number from 1 to 16, not '99'; the nearest is 16",
                "workers | 0    | knob 'workers' takes a whole number from 1 to 16, not '0'; the nearest is 1",
                "workers | 2.5  | knob 'workers' takes a whole number from 1 to 16, not '2.5'",
                "workers | many | knob 'workers' takes a whole number from 1 to 16, not 'many'",
                "workers | 2ms  | knob 'workers' takes a whole number from 1 to 16, not '2ms'",
                "share   | 1.5  | knob 'share' takes a decimal number from 0.0 to 1.0, not '1.5'; the nearest is 1.0",
                "work    | 5    | knob 'work' takes a duration from 1us to 10ms, not '5'",
                "work    | 1s   | knob 'work' takes a duration from 1us to 10ms, not '1s'; the nearest is 10ms",
                "lock    | 1    | knob 'lock' is a switch: on or off, not '1'",
                "policy  | lfo  | knob 'policy' is one of fifo, lifo, not 'lfo'; did you mean 'lifo'?",
                "policy  | ``   | knob 'policy' is one of fifo, lifo, not ''",
            })
    void saysWhatIsWrong(String knob, String text, String message) {
        assertThat(KnobText.parse(knob(knob), text)).isEqualTo(new KnobText.Refused(message));
    }

    @ParameterizedTest
    @CsvSource({
        "0,0.0",
        "-2.5,-2.5",
        "12000000,12000000.0",
        "12345678.9,12345678.9",
        "0.0001,0.0001",
        "0.00001,1e-05",
        "9999999999999998,9999999999999998.0",
        "1e16,1e+16",
        "-1.5e17,-1.5e+17",
        "1e-300,1e-300"
    })
    void writesDecimalsAsPythonDoes(double number, String formatted) {
        assertThat(KnobText.format(new Value.Decimal(number))).isEqualTo(formatted);
        assertThat(Literals.number(formatted)).contains(new Value.Decimal(number));
    }

    @Test
    void whatIsFormattedIsAccepted() {
        for (var knob : List.of(WORKERS, SHARE, WORK, LOCK, POLICY)) {
            assertThat(KnobText.parse(knob, KnobText.format(knob.initial())))
                    .isEqualTo(new KnobText.Accepted(knob.initial()));
        }
    }
}
