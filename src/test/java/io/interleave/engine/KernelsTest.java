package io.interleave.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.interleave.model.Kernel;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class KernelsTest {

    private static final Runnable GO_ON = () -> {};

    /// A size at which each has some work to do.
    private static final Map<Kernel, Long> SIZES = Map.of(
            Kernel.FACTORIZE, 999_999_999_989L,
            Kernel.PRIMES, 50_000L,
            Kernel.SHA256, 1_000_000L,
            Kernel.MANDELBROT, 60L,
            Kernel.MATRIX, 60L,
            Kernel.SORT, 50_000L);

    /// The values for sha256, mandelbrot, matrix and sort were computed by a program in another language.
    @ParameterizedTest
    @CsvSource({
        "FACTORIZE, 0, 0",
        "FACTORIZE, 1, 0",
        "FACTORIZE, 2, 1",
        "FACTORIZE, 360, 6",
        "FACTORIZE, 97, 1",
        "FACTORIZE, 9223372036854775807, 7",
        "FACTORIZE, 4611686018427387904, 62",
        "PRIMES, 0, 0",
        "PRIMES, 2, 1",
        "PRIMES, 100, 25",
        "PRIMES, 10000, 1229",
        "SHA256, 0, 8203414616412130826",
        "SHA256, 3, 6279593757519583191",
        "SHA256, 100000, 7910448176703654641",
        "MANDELBROT, 0, 0",
        "MANDELBROT, 1, 1",
        "MANDELBROT, 50, 612",
        "MATRIX, 0, 0",
        "MATRIX, 2, 19",
        "MATRIX, 50, 15022",
        "SORT, 0, 0",
        "SORT, 1, 8748534153485358512",
        "SORT, 10, 3040900993826735515",
        "SORT, 5000, 91757957817233393"
    })
    void a_kernel_gives_what_is_known_of_its_size(Kernel kernel, long size, long result) {
        assertThat(Kernels.run(kernel, size, GO_ON)).isEqualTo(result);
    }

    @ParameterizedTest
    @EnumSource(Kernel.class)
    void a_kernel_looks_up_while_it_works(Kernel kernel) {
        var looks = new AtomicInteger();
        Kernels.run(kernel, SIZES.get(kernel), looks::incrementAndGet);

        assertThat(looks).hasValueGreaterThan(1);
    }

    @ParameterizedTest
    @EnumSource(Kernel.class)
    void a_kernel_is_ended_by_what_its_pause_throws(Kernel kernel) {
        assertThatThrownBy(() -> Kernels.run(kernel, SIZES.get(kernel), () -> {
                    throw Unwind.STOPPED;
                }))
                .isSameAs(Unwind.STOPPED);
    }

    @ParameterizedTest
    @EnumSource(Kernel.class)
    void a_size_beyond_the_largest_is_refused(Kernel kernel) {
        assertThatThrownBy(() -> Kernels.run(kernel, -1, GO_ON)).isInstanceOf(IllegalArgumentException.class);
        if (Kernels.largest(kernel) < Long.MAX_VALUE) {
            assertThatThrownBy(() -> Kernels.run(kernel, Kernels.largest(kernel) + 1, GO_ON))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_number_without_small_factors_is_looked_at_up_to_its_root() {
        assertThat(Kernels.run(Kernel.FACTORIZE, 1_000_003L * 1_000_033L, GO_ON))
                .isEqualTo(2);
    }
}
