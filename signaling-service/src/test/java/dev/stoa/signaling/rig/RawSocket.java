package dev.stoa.signaling.rig;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A WebSocket of bare bytes, for pages that misbehave below the level of messages: it answers no ping. */
public final class RawSocket implements AutoCloseable {

    public static final int TEXT = 1;

    public static final int RESERVED = 0x40;
    public static final int PING = 9;
    public static final int PONG = 10;

    private static final int CLOSE = 8;
    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int SMALL_RECEIVE_BUFFER = 4_096;
    private static final int TIMEOUT_MS = 20_000;

    private final Socket socket = new Socket();
    private final DataInputStream in;

    public RawSocket(int port, String pass) {
        this(port, pass, "127.0.0.1", "127.0.0.1");
    }

    /** From one of this machine's loopback addresses, with what it says of whom it speaks for. */
    public RawSocket(int port, String pass, String source, String forwardedFor) {
        try {
            socket.bind(new InetSocketAddress(source, 0));
            socket.setReceiveBufferSize(SMALL_RECEIVE_BUFFER);
            socket.setSoTimeout(TIMEOUT_MS);
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            in = new DataInputStream(socket.getInputStream());
            socket.getOutputStream()
                    .write("""
                    GET /api/signaling/v1/socket HTTP/1.1\r
                    Host: 127.0.0.1\r
                    Connection: Upgrade\r
                    Upgrade: websocket\r
                    X-Forwarded-For: %s\r
                    Origin: %s\r
                    Sec-WebSocket-Version: 13\r
                    Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                    Sec-WebSocket-Extensions: permessage-deflate\r
                    Sec-WebSocket-Protocol: stoa.v1, stoa.pass.%s\r
                    \r
                    """.formatted(forwardedFor, TestPeer.ORIGIN, pass).getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The head of the answer to the upgrade. */
    public String head() {
        var head = new ByteArrayOutputStream();
        try {
            while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
                head.write(in.readByte());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    /** Sends one frame, whole; the mask is zero. */
    public void frame(int opcode, boolean masked, byte[] payload) {
        var frame = new ByteArrayOutputStream();
        frame.write(FINAL | opcode);
        var mask = masked ? MASKED : 0;
        if (payload.length < 126) {
            frame.write(mask | payload.length);
        } else if (payload.length < 65_536) {
            frame.write(mask | 126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        } else {
            frame.write(mask | 127);
            for (var shift = 56; shift >= 0; shift -= 8) {
                frame.write((int) ((long) payload.length >> shift));
            }
        }
        frame.writeBytes(masked ? new byte[4] : new byte[0]);
        frame.writeBytes(payload);
        try {
            socket.getOutputStream().write(frame.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As many frames as fit into so many bytes, of that payload each, at once. */
    public void frames(int opcode, byte[] room, int payload) {
        var frame = new byte[payload + 6];
        frame[0] = (byte) (FINAL | opcode);
        frame[1] = (byte) (MASKED | payload);
        for (var at = 0; at + frame.length <= room.length; at += frame.length) {
            System.arraycopy(frame, 0, room, at, frame.length);
        }
        try {
            socket.getOutputStream().write(room, 0, room.length / frame.length * frame.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether this side has not closed it. */
    public boolean isOpen() {
        return !socket.isClosed();
    }

    /** Reads on until the service closes: the code of its close frame, or 1006 if the connection just ends. */
    public int closeCode() {
        try {
            while (true) {
                var opcode = in.readUnsignedByte() & 0x0f;
                long length = in.readUnsignedByte() & 0x7f;
                if (length == 126) {
                    length = in.readUnsignedShort();
                } else if (length == 127) {
                    length = in.readLong();
                }
                if (opcode == CLOSE) {
                    return in.readUnsignedShort();
                }
                in.skipNBytes(length);
            }
        } catch (EOFException | SocketException ended) {
            return 1006;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the service cut the connection, found out without reading. */
    public boolean isCut() {
        try {
            frame(TEXT, true, new byte[0]);
            return false;
        } catch (UncheckedIOException cut) {
            return true;
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
