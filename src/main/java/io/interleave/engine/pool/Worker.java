package io.interleave.engine.pool;

import io.interleave.cores.NativeThread;
import io.interleave.cores.ParentTie;
import io.interleave.trace.Clock;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.function.Consumer;

/// A worker process from inside: runs one task after the other, each on the thread that called `serve`, until
/// its engine has no more or is gone.
///
/// Its arguments are the engine's pid and the path of the socket; the token that it must show there comes on
/// its standard input, where nobody else can read it, and the end of that input is the end of the engine.
public final class Worker {

    /// Bytes of a token.
    static final int TOKEN = 32;

    private static final byte[] NOTHING = {};

    /// Makes something of what the engine said at the start.
    @FunctionalInterface
    public interface Setup {

        /// @param witness is to be told what happens in a task, on that task's thread
        /// @throws IllegalArgumentException if that cannot be; the message is for a person
        Tasks tasks(List<String> texts, Consumer<Happening> witness);
    }

    private final Link link;
    private final Recycling memory;
    private final Tasks tasks;
    private final Telling telling;

    private Worker(Link link, Recycling memory, Tasks tasks, Telling telling) {
        this.link = link;
        this.memory = memory;
        this.tasks = tasks;
        this.telling = telling;
    }

    /// Returns when the engine has closed the socket: the process is then to end.
    public static void serve(String[] args, Setup setup) throws IOException {
        if (ParentTie.dieWithParent(Long.parseLong(args[0])) == ParentTie.Result.PARENT_GONE) {
            return;
        }
        var token = new Bytes();
        token.output().write(System.in.readNBytes(TOKEN));
        Thread.ofPlatform().daemon().name("engine-watch").start(Worker::endWithEngine);
        var memory = new Recycling();
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(args[1]));
            var link = new Link(channel, memory);
            link.send(new Frame(Frame.Kind.HELLO, NativeThread.id(), Times.now(Clock.now()), token));
            var start = link.receive();
            var telling = new Telling(link);
            Tasks tasks;
            try {
                tasks = setup.tasks(Texts.texts(start.body()), telling::happened);
            } catch (IllegalArgumentException e) {
                var why = Texts.bytes(List.of(String.valueOf(e.getMessage())));
                link.send(new Frame(Frame.Kind.UNWILLING, 0, Times.NONE, why));
                return;
            }
            link.send(Frame.bare(Frame.Kind.READY, 0, Times.NONE));
            new Worker(link, memory, tasks, telling).serve();
        } catch (EOFException _) {
            // The engine has closed the socket: no more tasks.
        }
    }

    private static void endWithEngine() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException _) {
            // As good as its end: the engine cannot be heard any more.
        }
        Runtime.getRuntime().halt(0);
    }

    private void serve() throws IOException {
        while (true) {
            var call = link.receive();
            long received = Clock.now();
            Parcel<TaskReply> answer;
            long begun = 0;
            try {
                var parcel = Parcel.read(call.body(), TaskCall.class, memory);
                begun = Clock.now();
                answer = new Parcel<>(run(call.number(), parcel.content(), received, begun), parcel.payload());
            } catch (RefusedException e) {
                answer = new Parcel<>(new TaskReply.Failure(0, e.words()), NOTHING);
            }
            memory.give(call.body());
            long ended = Clock.now();
            var body = memory.take();
            answer.write(body);
            memory.give(answer.payload());
            var kind = answer.content() instanceof TaskReply.Result ? Frame.Kind.RESULT : Frame.Kind.FAILURE;
            link.send(new Frame(kind, call.number(), new Times(received, begun, ended, Clock.now()), body));
            memory.give(body);
        }
    }

    private TaskReply run(long number, TaskCall call, long received, long begun) {
        telling.begun(Frame.bare(Frame.Kind.BEGUN, number, new Times(received, begun, 0, 0)));
        var reply = tasks.run(call);
        telling.over();
        return reply;
    }
}
