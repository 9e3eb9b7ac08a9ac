package dev.stoa.signaling.proof;

import static dev.stoa.signaling.proof.Frames.CLOSE;
import static dev.stoa.signaling.proof.Frames.FINAL;
import static dev.stoa.signaling.proof.Frames.MASKED;
import static dev.stoa.signaling.proof.Frames.MORE;
import static dev.stoa.signaling.proof.Frames.PING;
import static dev.stoa.signaling.proof.Frames.PONG;
import static dev.stoa.signaling.proof.Frames.TEXT;
import static dev.stoa.signaling.proof.Frames.bytes;
import static dev.stoa.signaling.proof.Frames.frame;
import static dev.stoa.signaling.proof.Frames.header;
import static dev.stoa.signaling.proof.Frames.join;
import static dev.stoa.signaling.proof.Frames.repeat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Every way to break RFC 6455 below the level of messages, or to strain it; the service has to object to each. */
final class Corpus {

    private static final long SECOND = 1_000_000_000L;

    /** Those that never send anything whole. */
    static final Set<String> SLOW = Set.of("a frame at one byte a second", "a frame that never goes on");

    /** Good but for its addressee, so that it is answered with an error. */
    private static final String ANSWERED =
            "{\"type\":\"description\",\"to\":\"nobody\",\"description\":{\"type\":\"offer\",\"sdp\":\"%s\"}}";

    /** Good as it is. */
    private static final String CHAT = "{\"type\":\"chat\",\"text\":\"?\"}";

    private final Map<String, Consumer<HostileSocket>> cases = new LinkedHashMap<>();

    private Corpus() {
        frames();
        lengths();
        fragments();
        texts();
        controls();
        slow();
    }

    /** Each way by its name. */
    static Map<String, Consumer<HostileSocket>> cases() {
        return new Corpus().cases;
    }

    private void frames() {
        add("no mask", bytes(FINAL | TEXT, 2, '{', '}'));
        for (var bit : new int[] {0x40, 0x20, 0x10}) {
            add("reserved bit " + bit, frame(FINAL | bit | TEXT, CHAT));
        }
        for (var opcode : new int[] {3, 4, 5, 6, 7, 11, 12, 13, 14, 15}) {
            add("reserved opcode " + opcode, frame(FINAL | opcode, ""));
        }
        add("no WebSocket at all", "GET / HTTP/1.1\r\nHost: stoa\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        add("a binary frame", frame(FINAL | 2, "{}"));
    }

    private void lengths() {
        add("64 bits of length", header(FINAL | TEXT, MASKED | 127, Long.MIN_VALUE));
        add("63 bits of length", header(FINAL | TEXT, MASKED | 127, Long.MAX_VALUE));
        add("4 GiB", header(FINAL | TEXT, MASKED | 127, 1L << 32));
        add("one byte more than 64 KiB", header(FINAL | TEXT, MASKED | 127, 65_537));
        add("64 bits for a length of 2", join(header(FINAL | TEXT, MASKED | 127, 2), bytes(0, 0, 0, 0, '{', '}')));
        add("16 bits for a length of 2", bytes(FINAL | TEXT, MASKED | 126, 0, 2, 0, 0, 0, 0, '{', '}'));
    }

    private void fragments() {
        add("a continuation of nothing", frame(FINAL, "{}"));
        add("a text within a text", join(frame(TEXT, "{"), frame(FINAL | TEXT, "{}")));
        cases.put("a message in 60,000 parts", socket -> inParts(socket, ANSWERED.formatted("v".repeat(59_900))));
        cases.put("a message that never ends", socket -> {
            socket.write(frame(TEXT, "{"));
            writeUntilAnswered(socket, repeat(frame(MORE, "x"), 1_000), 200);
        });
        cases.put("a message above 64 KiB in large parts", socket -> {
            socket.write(frame(TEXT, "{"));
            writeUntilAnswered(socket, frame(MORE, "x".repeat(60_000)), 100);
        });
        cases.put("empty parts without end", socket -> {
            socket.write(frame(TEXT, "{"));
            writeUntilAnswered(socket, repeat(frame(MORE, ""), 10_000), 10);
            socket.write(frame(FINAL, "}"));
        });
        var half = ANSWERED.formatted("v").length() / 2;
        add(
                "pings and pongs within a message",
                join(
                        frame(TEXT, ANSWERED.formatted("v").substring(0, half)),
                        frame(FINAL | PING, "still there?"),
                        frame(FINAL | PONG, ""),
                        frame(FINAL, ANSWERED.formatted("v").substring(half))));
    }

    private void texts() {
        add("no UTF-8", frame(FINAL | TEXT, new byte[] {'"', (byte) 0xff, (byte) 0xfe, '"'}));
        add(
                "no UTF-8 across parts",
                join(frame(TEXT, new byte[] {'"', (byte) 0xe2, (byte) 0x82}), frame(FINAL, new byte[] {'(', '"'})));
        var chat = CHAT.getBytes(StandardCharsets.UTF_8);
        chat[CHAT.indexOf('?')] = (byte) 0xff;
        add("a chat that is no UTF-8", frame(FINAL | TEXT, chat));
        add("UTF-8 that ends too early", frame(FINAL | TEXT, new byte[] {'"', (byte) 0xe2, (byte) 0x82}));
        add("half a surrogate pair", frame(FINAL | TEXT, new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'}));
        add("nothing", frame(FINAL | TEXT, ""));
        add("zeros", frame(FINAL | TEXT, new byte[100]));
        add("lists in lists", frame(FINAL | TEXT, "[".repeat(60_000)));
        add("objects in objects", frame(FINAL | TEXT, "{\"a\":".repeat(12_000)));
    }

    private void controls() {
        for (var code : new int[] {0, 999, 1004, 1005, 1006, 1015, 2999, 5000, 65_535}) {
            add("close code " + code, frame(FINAL | CLOSE, new byte[] {(byte) (code >> 8), (byte) code}));
        }
        add("half a close code", frame(FINAL | CLOSE, new byte[] {3}));
        add("a close reason that is no UTF-8", frame(FINAL | CLOSE, new byte[] {3, (byte) 0xe8, (byte) 0xff}));
        add("a close of 126 bytes", frame(FINAL | CLOSE, new byte[126]));
        add("a ping of 126 bytes", frame(FINAL | PING, new byte[126]));
        add("a ping in parts", frame(PING, "a"));
        cases.put("a flood of pings", socket -> {
            writeUntilAnswered(socket, repeat(frame(FINAL | PING, new byte[125]), 1_000), 50);
            socket.write(frame(FINAL | TEXT, "?"));
        });
        cases.put("a flood of pongs", socket -> {
            writeUntilAnswered(socket, repeat(frame(FINAL | PONG, ""), 1_000), 50);
            socket.write(frame(FINAL | TEXT, "?"));
        });
    }

    private void slow() {
        cases.put("a flood of pings by one who does not read", socket -> {
            socket.stopReading();
            writeUntilAnswered(socket, repeat(frame(FINAL | PING, new byte[125]), 1_000), 500);
        });
        cases.put("a frame at one byte a second", socket -> dribble(socket, frame(FINAL | TEXT, "{}".repeat(50))));
        cases.put("a frame that never goes on", socket -> socket.write(header(FINAL | TEXT, MASKED | 127, 1_000)));
    }

    private void add(String name, byte[] bytes) {
        cases.put(name, socket -> socket.write(bytes));
    }

    private static void inParts(HostileSocket socket, String text) {
        socket.write(frame(TEXT, text.substring(0, 1)));
        for (var part : text.substring(1, text.length() - 1).split("(?<=\\G.{500})")) {
            var frames = new ByteArrayOutputStream();
            part.chars().forEach(letter -> frames.writeBytes(frame(MORE, Character.toString(letter))));
            socket.write(frames.toByteArray());
        }
        socket.write(frame(FINAL, text.substring(text.length() - 1)));
    }

    private static void writeUntilAnswered(HostileSocket socket, byte[] bytes, int times) {
        for (var i = 0; i < times && !socket.isAnswered(); i++) {
            socket.write(bytes);
        }
    }

    private static void dribble(HostileSocket socket, byte[] bytes) {
        for (var i = 0; i < bytes.length && !socket.isAnswered(); i++) {
            socket.write(new byte[] {bytes[i]});
            LockSupport.parkNanos(SECOND);
        }
    }
}
