package dev.stoa.localstack.bench.signaling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Reads for any number of clients on one thread. Small on purpose: it shares the machine with what is measured. */
final class Crowd implements AutoCloseable {
    private static final int BUFFER = 256 * 1024;

    private final Selector selector;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final ByteBuffer in = ByteBuffer.allocateDirect(BUFFER);
    private final Thread thread = Thread.ofPlatform().daemon().name("crowd").unstarted(this::run);
    private volatile boolean closed;

    private Crowd() throws IOException {
        selector = Selector.open();
    }

    static Crowd gather() {
        try {
            var crowd = new Crowd();
            crowd.thread.start();
            return crowd;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins to connect; the client's observer hears how it goes on. */
    void connect(Client client) {
        execute(() -> client.connect(selector));
    }

    /** Runs something on the crowd's thread. */
    void execute(Runnable task) {
        tasks.add(task);
        selector.wakeup();
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        try {
            thread.join();
            for (var key : selector.keys()) key.channel().close();
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closed) {
                selector.select(this::handle);
                for (var task = tasks.poll(); task != null; task = tasks.poll()) task.run();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(SelectionKey key) {
        var client = (Client) key.attachment();
        try {
            if (key.isConnectable()) client.connected();
            if (key.isValid() && key.isWritable()) client.flush();
            if (key.isValid() && key.isReadable()) client.read(in);
        } catch (IOException | CancelledKeyException e) {
            client.end(String.valueOf(e.getMessage()));
        }
    }
}
