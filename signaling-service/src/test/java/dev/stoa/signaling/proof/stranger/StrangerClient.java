package dev.stoa.signaling.proof.stranger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * A client that was written from docs/protocol.md alone, and knows no class of the service. It stays in its room by all means
 * that the document names, and keeps a history of what happened to it.
 */
public final class StrangerClient implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WAIT_MS = 100;
    private static final int FIRST_BOUND_MS = 500;
    private static final int LAST_BOUND_MS = 10_000;

    private final Diary diary = new Diary();
    private final Outbox outbox = new Outbox();
    private final Mouth mouth;
    private final String origin;
    private final IntSupplier anyPort;
    private final Supplier<String> freshPass;
    private final RandomGenerator random;
    private final Thread ears;

    private volatile BlockingWebSocket line;
    private volatile boolean present;
    private volatile boolean over;
    private String session = "";
    private String epoch = "";
    private long seq;
    private int attempts;

    /** Begins at once. */
    public StrangerClient(
            String origin, IntSupplier anyPort, Supplier<String> freshPass, Pace pace, RandomGenerator random) {
        this.origin = origin;
        this.anyPort = anyPort;
        this.freshPass = freshPass;
        mouth = new Mouth(outbox, pace);
        this.random = random;
        ears = Thread.startVirtualThread(this::stay);
    }

    /** Says something to all. False if too much waits. */
    public boolean chat(String text) {
        return offer("", text, JSON.createObjectNode().put("type", "chat").put("text", text));
    }

    /** Gives one peer a description, whose SDP is that text. */
    public boolean describe(String to, String text) {
        var message = JSON.createObjectNode().put("type", "description").put("to", to);
        message.putObject("description").put("type", "offer").put("sdp", text);
        return offer(to, text, message);
    }

    private synchronized boolean offer(String to, String text, JsonNode message) {
        mouth.open();
        var n = outbox.add(message.toString());
        if (n > 0) {
            diary.offered(n, to, text);
        }
        return n > 0;
    }

    private void stay() {
        while (!over) {
            var code = visit();
            present = false;
            outbox.disconnect();
            diary.cut(code);
            switch (code) {
                case 1000, 1009, 4400, 4403, 4409, 4410, 4423, 4429, 400, 403 -> over = true;
                case 4401, 4404, 401 -> session = "";
                default -> {}
            }
            var bound = Math.min(LAST_BOUND_MS, FIRST_BOUND_MS << Math.min(attempts++, 5));
            if (!over) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(bound)));
            }
        }
    }

    /** One connection, from its beginning to its end; gives why it ended. */
    private int visit() {
        var word =
                session.isEmpty() ? "stoa.pass." + freshPass.get() : "stoa.resume." + epoch + "." + seq + "." + session;
        var isOpen = false;
        try (var socket = new BlockingWebSocket(anyPort.getAsInt(), origin, word)) {
            isOpen = true;
            line = socket;
            while (!over) {
                hear(socket, JSON.readTree(socket.read()));
            }
            return 1000;
        } catch (BlockingWebSocket.Refused refused) {
            return refused.status();
        } catch (BlockingWebSocket.Closed closed) {
            return closed.code();
        } catch (IOException broken) {
            return isOpen ? 1006 : 0;
        }
    }

    private synchronized void hear(BlockingWebSocket socket, JsonNode message) {
        diary.came(message);
        switch (Diary.text(message, "type")) {
            case "welcome" -> {
                session = Diary.text(message, "session");
                epoch = Diary.text(message, "epoch");
                outbox.begin(socket);
                arrived();
            }
            case "resumed" -> {
                outbox.goOn(socket, message.path("received").asLong());
                arrived();
                // Its number says how far the service is, not what has been received.
                return;
            }
            case "ack" -> outbox.settle(message.path("n").asLong());
            case "error" -> error(Diary.text(message, "code"), message.path("n").asLong());
            default -> {}
        }
        seq = message.path("seq").asLong(seq);
    }

    private void arrived() {
        attempts = 0;
        present = true;
    }

    private void error(String code, long n) {
        switch (code) {
            case "rate-limited", "unavailable", "out-of-order" -> {
                diary.failed(n, code, false);
                outbox.rewind(WAIT_MS + random.nextInt(WAIT_MS));
            }
            default -> {
                diary.failed(n, code, true);
                outbox.settleOnly(n);
            }
        }
    }

    /** Whether it is in its room just now. */
    public boolean isPresent() {
        return present;
    }

    /** Whether it will not come back by itself. */
    public boolean isOver() {
        return over;
    }

    public int unsettled() {
        return outbox.unsettled();
    }

    /** When it last heard another client, as {@link System#nanoTime()}. */
    public long heardAt() {
        return diary.heardAt();
    }

    /** What happened up to now. */
    public List<Event> history() {
        return diary.events();
    }

    /** Its state and the last so many events, for a failure's text. */
    public String tail(int events) {
        var all = history();
        return "present " + present + ", unsettled " + unsettled() + ": "
                + all.subList(Math.max(0, all.size() - events), all.size());
    }

    /** Breaks the connection without a word; it comes back. */
    public void cut() {
        line.close();
    }

    /** Ends for good, without a word. */
    @Override
    public synchronized void close() {
        over = true;
        ears.interrupt();
        mouth.close();
        if (line != null) {
            cut();
        }
    }
}
