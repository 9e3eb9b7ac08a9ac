package dev.stoa.signaling.rig;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A page's socket that does what a test says and remembers what it is told. */
public final class TestPeer implements AutoCloseable {

    public static final String ORIGIN = "https://stoa.test";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int PATIENCE = 30;

    private final BlockingQueue<JsonNode> inbox = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;

    private TestPeer(int port, String origin, List<String> protocols) {
        var builder = HTTP.newWebSocketBuilder();
        if (origin != null) {
            builder.header("Origin", origin);
        }
        if (!protocols.isEmpty()) {
            builder.subprotocols(
                    protocols.getFirst(), protocols.subList(1, protocols.size()).toArray(String[]::new));
        }
        socket = builder.buildAsync(
                        URI.create("ws://127.0.0.1:" + port + "/api/signaling/v1/socket"), new Ear(inbox, closed))
                .join();
    }

    /** Opens a socket with a pass. */
    public static TestPeer open(int port, String pass) {
        return new TestPeer(port, ORIGIN, List.of("stoa.v1", "stoa.pass." + pass));
    }

    /** Comes into a room and takes the welcome. */
    public static TestPeer join(int port, String pass) {
        var peer = open(port, pass);
        peer.next("welcome");
        return peer;
    }

    /** Opens a socket with any subprotocols. */
    public static TestPeer openWith(int port, String... protocols) {
        return new TestPeer(port, ORIGIN, List.of(protocols));
    }

    /** Comes back with the session of a welcome, having everything up to {@code last}; the first message is not taken. */
    public static TestPeer comeBack(int port, JsonNode welcome, long last) {
        var word = "stoa.resume.%s.%d.%s"
                .formatted(
                        welcome.path("epoch").textValue(),
                        last,
                        welcome.path("session").textValue());
        return new TestPeer(port, ORIGIN, List.of("stoa.v1", word));
    }

    /** The HTTP status with which an upgrade is refused, or 101 if it is not. */
    public static int knock(int port, String origin, String... protocols) {
        try (var peer = new TestPeer(port, origin, List.of(protocols))) {
            return 101;
        } catch (CompletionException e) {
            if (e.getCause() instanceof java.net.http.WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw e;
        }
    }

    /** Sends text as it is. */
    public TestPeer say(String text) {
        socket.sendText(text, true).join();
        return this;
    }

    public TestPeer chat(String text) {
        return say("{\"type\":\"chat\",\"id\":\"%s\",\"text\":\"%s\"}".formatted(text, text));
    }

    /** A chat with its number in the session. */
    public TestPeer chat(long n, String text) {
        return say("{\"type\":\"chat\",\"n\":%d,\"text\":\"%s\"}".formatted(n, text));
    }

    public TestPeer offer(String to, String sdp) {
        return say(
                "{\"type\":\"description\",\"id\":\"d1\",\"to\":\"%s\",\"description\":{\"type\":\"offer\",\"sdp\":\"%s\"}}"
                        .formatted(to, sdp));
    }

    public void sayBinary(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    /** A part of a longer message. */
    public void sayPart(String text, boolean last) {
        socket.sendText(text, last).join();
    }

    /** Closes the socket with that code, as browsers do for a page. */
    public void closeWith(int code) {
        socket.sendClose(code, "").join();
    }

    /** The next message, whatever it is. */
    public JsonNode next() {
        try {
            var message = inbox.poll(PATIENCE, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("nothing came; the socket was closed with " + closed.getNow(null));
            }
            return message;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The next message, acks aside, which must be of that type. */
    public JsonNode next(String type) {
        var message = next();
        while (isAck(message) && !type.equals("ack")) {
            message = next();
        }
        if (!message.path("type").textValue().equals(type)) {
            throw new AssertionError("expected " + type + " but got " + message);
        }
        return message;
    }

    /** All that came and was not taken yet, acks aside. */
    public List<JsonNode> rest() {
        return inbox.stream().filter(message -> !isAck(message)).toList();
    }

    /** Takes all that came, and gives those of that type. */
    public List<JsonNode> take(String type) {
        var taken = new ArrayList<JsonNode>();
        inbox.drainTo(taken);
        return taken.stream()
                .filter(message -> message.path("type").textValue().equals(type))
                .toList();
    }

    /** Takes what comes until so many of that type have, and gives those. */
    public List<JsonNode> takeAtLeast(String type, int count) {
        var taken = new ArrayList<JsonNode>();
        while (taken.size() < count) {
            var message = next();
            if (message.path("type").textValue().equals(type)) {
                taken.add(message);
            }
        }
        return taken;
    }

    /** The code with which the service closes, or closed, the socket. */
    public int closeCode() {
        return closed.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
    }

    public boolean isClosed() {
        return closed.isDone();
    }

    /** Breaks the connection without a word. */
    public void vanish() {
        socket.abort();
    }

    @Override
    public void close() {
        socket.abort();
    }

    private static boolean isAck(JsonNode message) {
        return message.path("type").textValue().equals("ack");
    }
}
