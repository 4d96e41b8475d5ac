package io.interleave.engine;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// What a process prints, as lines of the run's output: the first of it, and then how much more there was. The
/// two streams of a process share one limit; each has its own lines.
final class Shown {

    /// Bytes of one process that are shown.
    static final int LIMIT = 256 << 10;

    /// Bytes after which a line is shown although it has not ended.
    static final int LONGEST_LINE = 4 << 10;

    private final Consumer<String> lines;
    private long left = LIMIT;
    private long leftOut;

    Shown(Consumer<String> lines) {
        this.lines = lines;
    }

    /// One of the streams.
    final class Stream {

        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        void add(byte[] bytes, int count) {
            synchronized (Shown.this) {
                int kept = (int) Math.min(left, count);
                left -= kept;
                leftOut += count - kept;
                for (int i = 0; i < kept; i++) {
                    if (bytes[i] == '\n') {
                        show();
                    } else {
                        line.write(bytes[i]);
                        if (line.size() == LONGEST_LINE) {
                            show();
                        }
                    }
                }
            }
        }

        /// Shows the last line, which nothing ended.
        void end() {
            synchronized (Shown.this) {
                if (line.size() > 0) {
                    show();
                }
            }
        }

        private void show() {
            var text = line.toString(StandardCharsets.UTF_8);
            line.reset();
            lines.accept(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
        }
    }

    /// Says how much was not shown.
    synchronized void finish() {
        if (leftOut > 0) {
            lines.accept("… and %,d bytes more, which are not kept".formatted(leftOut));
            leftOut = 0;
        }
    }
}
