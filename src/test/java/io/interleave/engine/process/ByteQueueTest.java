package io.interleave.engine.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ByteQueueTest {

    @Test
    void a_queue_that_is_widened_keeps_what_it_has_and_takes_more() throws InterruptedException {
        var queue = new ByteQueue(4);
        queue.put(new byte[] {1, 2, 3}, 0, 3);
        assertThat(queue.take(new byte[2], Long.MAX_VALUE)).isEqualTo(2);
        queue.put(new byte[] {4, 5, 6}, 0, 3);
        assertThat(queue.hasRoom(1)).isFalse();

        queue.widen(2);
        queue.put(new byte[] {7, 8}, 0, 2);

        var taken = new byte[10];
        assertThat(queue.take(taken, Long.MAX_VALUE)).isEqualTo(6);
        assertThat(taken).containsExactly(3, 4, 5, 6, 7, 8, 0, 0, 0, 0);
    }
}
