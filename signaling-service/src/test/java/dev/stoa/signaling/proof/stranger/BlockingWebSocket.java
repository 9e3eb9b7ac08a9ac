package dev.stoa.signaling.proof.stranger;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;

/** A WebSocket on a plain socket, as RFC 6455 has it: blocking, for one reader and several writers. */
final class BlockingWebSocket implements AutoCloseable {

    private static final int CONNECT_MS = 2_000;
    /** The service pings every 2 s, so nothing for so long means that the connection is dead. */
    private static final int SILENCE_MS = 8_000;

    private static final int BUFFER = 1_024;
    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final ReentrantLock writing = new ReentrantLock();
    private final Socket socket = new Socket();
    private final DataInputStream in;

    /** Connects and offers {@code stoa.v1} together with that word. */
    BlockingWebSocket(int port, String origin, String word) throws IOException {
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(SILENCE_MS);
            socket.connect(new InetSocketAddress("127.0.0.1", port), CONNECT_MS);
            in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER));
            shakeHands(port, origin, word);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private void shakeHands(int port, String origin, String word) throws IOException {
        var nonce = new byte[16];
        ThreadLocalRandom.current().nextBytes(nonce);
        var key = Base64.getEncoder().encodeToString(nonce);
        var request = """
                GET /api/signaling/v1/socket HTTP/1.1
                Host: 127.0.0.1:%d
                Upgrade: websocket
                Connection: Upgrade
                Origin: %s
                Sec-WebSocket-Version: 13
                Sec-WebSocket-Key: %s
                Sec-WebSocket-Protocol: stoa.v1, %s

                """.formatted(port, origin, key, word);
        socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
        var status = Integer.parseInt(line().split(" ")[1]);
        if (status != 101) {
            throw new Refused(status);
        }
        var accepted = false;
        var agreed = false;
        for (var line = line(); !line.isEmpty(); line = line()) {
            accepted |= line.equalsIgnoreCase("sec-websocket-accept: " + answerTo(key));
            agreed |= line.equalsIgnoreCase("sec-websocket-protocol: stoa.v1");
        }
        if (!accepted || !agreed) {
            throw new IOException("this is not the handshake of RFC 6455 for stoa.v1");
        }
    }

    private static String answerTo(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var next = in.readByte(); next != '\n'; next = in.readByte()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    /** The next message. */
    String read() throws IOException {
        var message = new ByteArrayOutputStream();
        while (true) {
            var first = in.readUnsignedByte();
            long length = in.readUnsignedByte();
            if (length == 126) {
                length = in.readUnsignedShort();
            } else if (length == 127) {
                length = in.readLong();
            }
            var payload = in.readNBytes(Math.toIntExact(length));
            switch (first & 0x0f) {
                case PING -> write(PONG, payload);
                case CLOSE -> {
                    write(CLOSE, payload);
                    throw new Closed(
                            payload.length < 2 ? 1005 : ByteBuffer.wrap(payload).getShort());
                }
                case PONG -> {}
                default -> {
                    message.writeBytes(payload);
                    if ((first & FINAL) != 0) {
                        return message.toString(StandardCharsets.UTF_8);
                    }
                }
            }
        }
    }

    void write(String text) throws IOException {
        write(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(int opcode, byte[] payload) throws IOException {
        var mask = new byte[4];
        ThreadLocalRandom.current().nextBytes(mask);
        var frame = ByteBuffer.allocate(payload.length + 14).put((byte) (FINAL | opcode));
        if (payload.length < 126) {
            frame.put((byte) (MASKED | payload.length));
        } else if (payload.length <= 0xffff) {
            frame.put((byte) (MASKED | 126)).putShort((short) payload.length);
        } else {
            frame.put((byte) (MASKED | 127)).putLong(payload.length);
        }
        frame.put(mask);
        for (var i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ mask[i % 4]));
        }
        writing.lock();
        try {
            socket.getOutputStream().write(frame.array(), 0, frame.position());
        } finally {
            writing.unlock();
        }
    }

    /** Cuts the connection without a word. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The upgrade was answered with another status than 101. */
    static final class Refused extends IOException {

        private final int status;

        private Refused(int status) {
            super("refused with " + status);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    /** The service closed the socket. */
    static final class Closed extends IOException {

        private final int code;

        private Closed(int code) {
            super("closed with " + code);
            this.code = code;
        }

        int code() {
            return code;
        }
    }
}
