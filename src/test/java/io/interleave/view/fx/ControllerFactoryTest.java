package io.interleave.view.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

final class ControllerFactoryTest {

    private final ControllerFactory factory = new ControllerFactory().with(String.class, () -> "made");

    @Test
    void aKnownControllerIsMade() {
        assertThat(factory.call(String.class)).isEqualTo("made");
    }

    @Test
    void anUnknownControllerFailsLoudly() {
        assertThatIllegalStateException()
                .isThrownBy(() -> factory.call(Integer.class))
                .withMessageContaining("java.lang.Integer");
    }

    @Test
    void noControllerIsRegisteredTwice() {
        assertThatIllegalArgumentException().isThrownBy(() -> factory.with(String.class, () -> "again"));
    }
}
