package io.interleave.engine.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.interleave.engine.JavaCommand;
import io.interleave.model.Value;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.reflect.Proxy;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class WorkerProcessTest {

    private static final Value ANSWER = new Value.Whole(42);

    private final Recycling memory = new Recycling();

    @TempDir
    private Path directory;

    @Test
    void values_of_every_type_and_payloads_of_any_size_come_back_as_they_went() throws Exception {
        try (var worker = EchoWorker.start(directory, memory)) {
            var values = List.of(
                    ANSWER,
                    new Value.Decimal(-0.5),
                    new Value.Time(2),
                    new Value.Truth(true),
                    new Value.Text("naïve ☃"),
                    new Value.Text(""));
            for (var value : values) {
                assertThat(echo(worker, value, 3).content().value()).isEqualTo(value);
            }
            for (int size : new int[] {0, 1, 1023, 8160, 8192, 100_000, 1 << 20, 5_000_001}) {
                var payload = new byte[size];
                for (int i = 0; i < size; i++) {
                    payload[i] = (byte) (i * 31 + size);
                }
                call(worker, size, "echo", ANSWER, payload);
                var result = Parcel.read(answer(worker, size).body(), TaskReply.Result.class, memory);
                assertThat(Arrays.equals(result.payload(), payload)).isTrue();
                memory.give(result.payload());
            }
        }
    }

    @Test
    void a_failure_is_an_answer_and_the_worker_goes_on() throws Exception {
        try (var worker = EchoWorker.start(directory, memory)) {
            call(worker, 1, "fail", ANSWER, new byte[0]);

            var failure = answer(worker, 1);
            assertThat(failure.kind()).isEqualTo(Frame.Kind.FAILURE);
            assertThat(Parcel.read(failure.body(), TaskReply.Failure.class, memory)
                            .content())
                    .isEqualTo(new TaskReply.Failure(7, "it fails"));
            assertThat(echo(worker, ANSWER, 3).content().value()).isEqualTo(ANSWER);
        }
    }

    @Test
    void the_times_of_an_answer_are_in_order_and_of_the_same_clock() throws Exception {
        try (var worker = EchoWorker.start(directory, memory)) {
            long before = System.nanoTime();
            call(worker, 1, "echo", ANSWER, new byte[100_000]);
            var times = answer(worker, 1).times();
            long after = System.nanoTime();

            assertThat(worker.clockOffset).isZero();
            assertThat(List.of(before, times.received(), times.begun(), times.ended(), times.sent(), after))
                    .isSorted();
        }
    }

    /// Anything whose reading would run code that is not of our own records.
    @Test
    void an_object_of_any_other_class_is_refused_and_named_and_the_worker_goes_on() throws Exception {
        var recursive = new HashSet<Object>();
        recursive.add(recursive);
        var url = new HashMap<Object, Object>();
        url.put(URI.create("http://localhost:1/").toURL(), 1);
        var queue = new PriorityQueue<String>(Comparator.reverseOrder());
        queue.addAll(List.of("b", "a"));
        Runnable lambda = (Runnable & Serializable) () -> System.setProperty("harm", "done");
        var proxy =
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Comparable.class}, new Handler());
        var hostile = new Object[][] {
            {queue, "java.util.PriorityQueue"},
            {url, "java.util.HashMap"},
            {recursive, "java.util.HashSet"},
            {lambda, "java.lang.invoke.SerializedLambda"},
            {proxy, "java.lang.Comparable"},
            {new ArrayList<>(List.of(1)), "java.util.ArrayList"},
            {List.of("a"), "java.util.CollSer"},
            {new IOException("x"), "java.io.IOException"},
            {Duration.ofDays(1), "java.time.Ser"},
            {1L, "java.lang.Long"},
            {new Object[] {ANSWER}, "java.lang.Object"},
            {Thread.State.NEW, "java.lang.Thread$State"},
            {Object.class, "java.lang.Object"},
            {new Handler(), Handler.class.getName()},
            {"a text alone", "no task"},
            {new TaskReply.Failure(1, "not a call"), "no task"},
        };
        try (var worker = EchoWorker.start(directory, memory)) {
            for (int i = 0; i < hostile.length; i++) {
                worker.call(i, parcel(hostile[i][0]));

                var answer = answer(worker, i);
                assertThat(answer.kind()).isEqualTo(Frame.Kind.FAILURE);
                assertThat(Parcel.read(answer.body(), TaskReply.Failure.class, memory)
                                .content()
                                .message())
                        .startsWith("refused")
                        .contains((String) hostile[i][1]);
                assertThatThrownBy(
                                () -> Parcel.read(parcel(hostileOf(answer, hostile)), TaskReply.Result.class, memory))
                        .isInstanceOf(RefusedException.class);
            }
            assertThat(echo(worker, ANSWER, 3).content().value()).isEqualTo(ANSWER);
        }
    }

    private static Object hostileOf(Frame answer, Object[][] hostile) {
        return hostile[(int) answer.number()][0];
    }

    @Test
    void bytes_that_are_no_object_at_all_are_refused() throws Exception {
        try (var worker = EchoWorker.start(directory, memory)) {
            for (var bytes : Stream.of("", "\0\0\0\0", "\u007f\u007f\u007f\u007fabc", "\0\0\0\0hello world")
                    .toList()) {
                var body = memory.take();
                body.put(bytes.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
                worker.call(1, body);

                assertThat(answer(worker, 1).kind()).isEqualTo(Frame.Kind.FAILURE);
            }
            assertThat(echo(worker, ANSWER, 3).content().value()).isEqualTo(ANSWER);
        }
    }

    @Test
    void a_worker_that_ends_in_mid_task_is_noticed_and_says_how() throws Exception {
        try (var worker = EchoWorker.start(directory, memory)) {
            call(worker, 1, "exit", ANSWER, new byte[0]);

            assertThatThrownBy(() -> answer(worker, 1)).isInstanceOf(IOException.class);
            assertThat(worker.end()).contains("exit status 5");
            assertThat(worker.exit()).contains(new WorkerProcess.Exit(5, 0));
        }
    }

    @EnabledOnOs({OS.LINUX, OS.MAC})
    @Test
    void a_worker_that_is_killed_is_noticed_with_its_signal() throws Exception {
        try (var worker = EchoWorker.start(directory, memory)) {
            call(worker, 1, "hang", ANSWER, new byte[0]);
            assertThat(worker.receive().kind()).isEqualTo(Frame.Kind.BEGUN);
            ProcessHandle.of(worker.pid()).orElseThrow().destroyForcibly();

            assertThatThrownBy(() -> answer(worker, 1)).isInstanceOf(IOException.class);
            assertThat(worker.end()).contains("signal 9 (SIGKILL)");
            assertThat(worker.exit()).contains(new WorkerProcess.Exit(-1, 9));
        }
    }

    @Test
    void nothing_of_a_worker_is_left_in_the_directory_once_it_is_connected_nor_after_its_end() throws Exception {
        WorkerProcess gone;
        try (var worker = EchoWorker.start(directory, memory)) {
            assertThat(directory).isEmptyDirectory();
            gone = worker;
        }
        assertThat(gone.join(Duration.ofSeconds(60))).isTrue();
        assertThat(directory).isEmptyDirectory();
    }

    @EnabledOnOs({OS.LINUX, OS.MAC})
    @Test
    void nobody_else_can_enter_where_the_socket_is_and_a_stranger_without_the_token_is_sent_away() throws Exception {
        var starting = EchoWorker.starting(directory, memory);
        Path inner;
        try (var entries = Files.list(directory)) {
            inner = entries.findFirst().orElseThrow();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(inner)))
                .isEqualTo("rwx------");
        try (var stranger = SocketChannel.open(StandardProtocolFamily.UNIX);
                var silent = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            var address = UnixDomainSocketAddress.of(inner.resolve("s"));
            stranger.connect(address);
            var hello = ByteBuffer.allocate(80);
            hello.putInt(32).putInt(Frame.Kind.HELLO.ordinal()).position(80);
            stranger.write(hello.flip());
            silent.connect(address);
            silent.close();

            try (var worker = starting.await()) {
                assertThat(stranger.read(ByteBuffer.allocate(1))).isEqualTo(-1);
                assertThat(echo(worker, ANSWER, 3).content().value()).isEqualTo(ANSWER);
            }
        }
    }

    @Test
    void a_path_that_is_too_long_for_a_socket_is_no_obstacle() throws Exception {
        var deep = directory.resolve("d".repeat(120));
        try (var worker = EchoWorker.start(deep, memory)) {
            assertThat(echo(worker, ANSWER, 3).content().value()).isEqualTo(ANSWER);
        }
        assertThat(deep).isEmptyDirectory();
    }

    @Test
    void a_worker_that_ends_before_it_is_ready_or_does_not_want_to_says_why() throws Exception {
        var unwilling = EchoWorker.starting(directory, memory, "unwilling");
        assertThatThrownBy(unwilling::await).isInstanceOf(IOException.class).hasMessageContaining("does not want to");

        var broken = JavaCommand.builder(EchoWorker.class);
        broken.command().add(1, "-XX:NoSuchOption");
        broken.redirectError(ProcessBuilder.Redirect.DISCARD);
        var starting = WorkerProcess.start(broken, directory, List.of(), memory);
        assertThatThrownBy(starting::await).isInstanceOf(IOException.class).hasMessageContaining("exit status 1");
        assertThat(directory).isEmptyDirectory();
    }

    @EnabledOnOs(OS.LINUX)
    @Test
    void no_worker_survives_its_engine_whatever_it_does() throws Exception {
        var engine = JavaCommand.builder(KilledEngine.class, directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        ProcessHandle worker;
        try (var said = engine.inputReader()) {
            worker = ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
        }
        assertThat(worker.isAlive()).isTrue();

        engine.destroyForcibly().waitFor();

        worker.onExit().get(60, TimeUnit.SECONDS);
        assertThat(worker.isAlive()).isFalse();
    }

    /// Has a worker that runs a task without an end, and waits to be killed.
    static final class KilledEngine {

        public static void main(String[] args) throws Exception {
            var memory = new Recycling();
            var worker = EchoWorker.start(Path.of(args[0]), memory);
            call(worker, 1, "hang", ANSWER, new byte[0]);
            worker.receive();
            System.out.println(worker.pid());
            Thread.currentThread().join();
        }
    }

    private static final class Handler implements java.lang.reflect.InvocationHandler, Serializable {
        private static final long serialVersionUID = 1L;

        @Override
        public Object invoke(Object proxy, java.lang.reflect.Method method, Object[] arguments) {
            throw new AssertionError("invoked");
        }
    }

    private static void call(WorkerProcess worker, long number, String task, Value argument, byte[] payload)
            throws IOException {
        var bytes = new Bytes();
        new Parcel<>(new TaskCall(task, new Value[] {argument}), payload).write(bytes);
        worker.call(number, bytes);
    }

    private Parcel<TaskReply.Result> echo(WorkerProcess worker, Value value, int payload) throws IOException {
        call(worker, 1, "echo", value, new byte[payload]);
        return Parcel.read(answer(worker, 1).body(), TaskReply.Result.class, memory);
    }

    private static Frame answer(WorkerProcess worker, long number) throws IOException {
        var frame = worker.receive();
        while (frame.kind() == Frame.Kind.BEGUN) {
            frame = worker.receive();
        }
        assertThat(frame.number()).isEqualTo(number);
        return frame;
    }

    private static Bytes parcel(Object object) throws IOException {
        var bytes = new Bytes();
        bytes.putInt(0);
        try (var stream = new ObjectOutputStream(bytes.output())) {
            stream.writeObject(object);
        }
        return bytes;
    }
}
