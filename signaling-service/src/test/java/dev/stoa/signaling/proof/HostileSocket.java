package dev.stoa.signaling.proof;

import dev.stoa.signaling.rig.TestPeer;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A connection of bare bytes that is past its welcome: it writes what it is told, and waits for the service to object. */
final class HostileSocket implements AutoCloseable {

    /** The connection ended without a close frame. */
    static final String CUT = "cut";

    /** Nothing came that objects to anything. */
    static final String NOTHING = "nothing";

    private final CompletableFuture<String> objection = new CompletableFuture<>();
    private final CompletableFuture<Void> welcomed = new CompletableFuture<>();
    private final Socket socket;
    private volatile boolean deaf;

    HostileSocket(int port, String pass) {
        try {
            socket = new Socket("127.0.0.1", port);
            socket.getOutputStream().write("""
                    GET /api/signaling/v1/socket HTTP/1.1\r
                    Host: 127.0.0.1\r
                    Connection: Upgrade\r
                    Upgrade: websocket\r
                    Origin: %s\r
                    Sec-WebSocket-Version: 13\r
                    Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                    Sec-WebSocket-Protocol: stoa.v1, stoa.pass.%s\r
                    \r
                    """.formatted(TestPeer.ORIGIN, pass).getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::listen);
        welcomed.orTimeout(10, TimeUnit.SECONDS).join();
    }

    private void listen() {
        try {
            var in = new DataInputStream(socket.getInputStream());
            for (var end = 0; end != 0x0d0a0d0a; ) {
                end = end << 8 | in.readUnsignedByte();
            }
            while (!deaf) {
                hear(in);
            }
        } catch (IOException ended) {
            objection.complete(CUT);
            welcomed.completeExceptionally(ended);
        }
    }

    private void hear(DataInputStream in) throws IOException {
        var opcode = in.readUnsignedByte() & 0x0f;
        var length = in.readUnsignedByte();
        var payload = in.readNBytes(length == 126 ? in.readUnsignedShort() : length);
        if (opcode == Frames.CLOSE) {
            objection.complete("closed with " + ByteBuffer.wrap(payload).getShort());
        } else if (opcode == Frames.TEXT) {
            var text = new String(payload, StandardCharsets.UTF_8);
            if (text.startsWith("{\"type\":\"welcome\"")) {
                welcomed.complete(null);
            } else if (text.startsWith("{\"type\":\"error\"")) {
                objection.complete(text.replaceFirst(".*\"code\":\"([^\"]*)\".*", "$1"));
            }
        }
    }

    /** Writes on, or does nothing if the service has ended the connection. */
    void write(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException ended) {
            objection.complete(CUT);
        }
    }

    /** From now on nothing is taken from the connection; its end is noticed by writing. */
    void stopReading() {
        deaf = true;
    }

    boolean isAnswered() {
        return objection.isDone();
    }

    /** An error's code, or "closed with" a code, or {@link #CUT}, or {@link #NOTHING} after that many seconds. */
    String answer(int seconds) {
        try {
            return objection.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException none) {
            return NOTHING;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
