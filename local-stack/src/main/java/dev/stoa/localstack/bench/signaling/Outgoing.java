package dev.stoa.localstack.bench.signaling;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** The way out of one socket: writes at once, and keeps what the system does not take yet. For any thread. */
final class Outgoing {
    private final SocketChannel channel;
    private final SelectionKey key;
    private @Nullable ByteBuffer unsent;

    Outgoing(SocketChannel channel, SelectionKey key) {
        this.channel = channel;
        this.key = key;
    }

    synchronized void write(ByteBuffer bytes) {
        try {
            if (unsent == null) channel.write(bytes);
            if (!bytes.hasRemaining()) return;
            int waiting = unsent == null ? 0 : unsent.remaining();
            var all = ByteBuffer.allocate(waiting + bytes.remaining());
            if (unsent != null) all.put(unsent);
            unsent = all.put(bytes).flip();
            key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
            key.selector().wakeup();
        } catch (IOException | CancelledKeyException e) {
            // Whoever reads learns of it too, and reports it once.
            unsent = null;
        }
    }

    /** Goes on with what was kept. */
    synchronized void flush() throws IOException {
        if (unsent != null) channel.write(unsent);
        if (unsent != null && unsent.hasRemaining()) return;
        unsent = null;
        key.interestOps(SelectionKey.OP_READ);
    }
}
