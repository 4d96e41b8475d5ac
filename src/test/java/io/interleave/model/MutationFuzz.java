package io.interleave.model;

import java.util.Random;
import java.util.concurrent.TimeUnit;

/// Reads mutations of the gallery and of every example, as many as the first argument says, from the seed that
/// the second one says. Ends with status 1 at the first that makes the reader throw, or keeps it busy for more
/// than a second.
///
/// `mvn -q test-compile exec:exec@bench -Pbench -Dbench.main=io.interleave.model.MutationFuzz -Dbench=1000000`
public final class MutationFuzz {

    private static final long MOST = TimeUnit.SECONDS.toNanos(1);

    private MutationFuzz() {}

    public static void main(String[] arguments) {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        System.out.printf("%,d mutations with the seed %d%n", count, seed);
        var random = new Random(seed);
        var texts = Mutations.texts();
        long begin = System.nanoTime();
        long longest = 0;
        for (int i = 0; i < count; i++) {
            String text = Mutations.of(texts.get(random.nextInt(texts.size())), texts, random);
            long took;
            try {
                took = nanos(text);
            } catch (RuntimeException | StackOverflowError e) {
                throw new IllegalStateException("mutation %d of seed %d:%n%s".formatted(i, seed, text), e);
            }
            if (took > MOST) {
                throw new IllegalStateException(
                        "mutation %d of seed %d took %d ms:%n%s".formatted(i, seed, took / 1_000_000, text));
            }
            longest = Math.max(longest, took);
        }
        System.out.printf(
                "%,d read in %d s; the longest took %.1f ms%n",
                count, (System.nanoTime() - begin) / 1_000_000_000, longest / 1e6);
    }

    /// How long it takes to read the text. Where that is long, the machine may have been busy with something
    /// else, so that it is read again.
    private static long nanos(String text) {
        long least = Long.MAX_VALUE;
        for (int attempt = 0; attempt < 3 && least > MOST; attempt++) {
            long before = System.nanoTime();
            ScenarioReader.read(text);
            least = Math.min(least, System.nanoTime() - before);
        }
        return least;
    }
}
