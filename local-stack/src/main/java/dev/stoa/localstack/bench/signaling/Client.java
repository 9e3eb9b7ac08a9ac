package dev.stoa.localstack.bench.signaling;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** One socket of the generator. It reads on the crowd's thread and may be told to send from any. */
final class Client {
    private enum State {
        UPGRADING,
        OPEN,
        ENDED
    }

    /** Hears what becomes of clients, on the crowd's thread. */
    interface Observer {
        /** It is in, and may send. */
        default void ready(Client client) {}

        /** Its other side said something. */
        default void message(Client client, long number, long due) {}

        /** One of its messages was not taken in. */
        default void refused(Client client, String why) {}

        /** It is connected no more, or could not connect. */
        default void ended(Client client, String why) {}
    }

    /** The numbers of the messages that came; only for {@link Tally}. */
    final BitSet seen = new BitSet();

    private final Seat seat;
    private final Dialect dialect;
    private final Dialect.Upgrade upgrade;
    private final Observer observer;
    private final byte[] to;
    private volatile State state = State.UPGRADING;
    private volatile @Nullable Session session;
    private @Nullable SocketChannel channel;
    private @Nullable SelectionKey key;
    private @Nullable Outgoing outgoing;
    private @Nullable ByteBuffer unread;
    private boolean isIn;
    private long sent;

    /** @param upgrade how it comes in */
    Client(Seat seat, Dialect dialect, Dialect.Upgrade upgrade, Observer observer) {
        this.seat = seat;
        this.dialect = dialect;
        this.upgrade = upgrade;
        this.observer = observer;
        to = seat.other().getBytes(StandardCharsets.US_ASCII);
    }

    Seat seat() {
        return seat;
    }

    /** What it needs to come back; null before it is in, or if the contender knows nothing like that. */
    @Nullable
    Session session() {
        return session;
    }

    void remember(Session known) {
        session = known;
    }

    boolean hasEnded() {
        return state == State.ENDED;
    }

    /** It is in; called by its dialect, any number of times. */
    void ready() {
        if (isIn) return;
        isIn = true;
        observer.ready(this);
    }

    /** One of its messages was not taken in; called by its dialect. */
    void refused(String why) {
        observer.refused(this, why);
    }

    /** Sends the next message of a negotiation; {@code scratch} is a buffer of the calling thread. */
    void send(Template template, long due, ByteBuffer scratch) {
        scratch.clear().position(Frames.LONGEST_HEADER);
        template.write(scratch, ++sent, to, due);
        int length = scratch.position() - Frames.LONGEST_HEADER;
        int header = length < 126 ? 6 : length <= 0xFFFF ? 8 : 14;
        int end = scratch.position();
        scratch.position(Frames.LONGEST_HEADER - header);
        Frames.header(scratch, Frames.TEXT, length);
        write(scratch.position(Frames.LONGEST_HEADER - header).limit(end));
    }

    void send(String text) {
        write(Frames.of(Frames.TEXT, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Says goodbye and goes, leaving nothing for others to wait for. */
    void leave() {
        if (state != State.OPEN) return;
        if (!dialect.farewell().isEmpty()) send(dialect.farewell());
        write(Frames.of(Frames.CLOSE, new byte[] {0x03, (byte) 0xE8}));
    }

    void connect(Selector selector) {
        try {
            var opened = SocketChannel.open();
            channel = opened;
            opened.configureBlocking(false);
            opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
            key = opened.register(selector, SelectionKey.OP_CONNECT, this);
            outgoing = new Outgoing(opened, key);
            if (opened.connect(new InetSocketAddress("127.0.0.1", seat.port()))) connected();
        } catch (IOException e) {
            end(String.valueOf(e.getMessage()));
        }
    }

    void connected() throws IOException {
        if (channel == null || key == null || !channel.finishConnect()) return;
        key.interestOps(SelectionKey.OP_READ);
        write(ByteBuffer.wrap(Handshake.request(seat.port(), upgrade)));
    }

    void read(ByteBuffer in) throws IOException {
        if (channel == null) return;
        in.clear();
        if (unread != null) in.put(unread);
        unread = null;
        if (channel.read(in) < 0) {
            end("closed by the server");
            return;
        }
        in.flip();
        if (state == State.UPGRADING && Handshake.isWhole(in)) {
            if (!Handshake.accepted(in)) {
                end(Handshake.statusLine(in));
                return;
            }
            Handshake.skip(in);
            state = State.OPEN;
        }
        if (state == State.OPEN) Frames.read(in, this::frame);
        if (in.hasRemaining())
            unread = ByteBuffer.allocate(in.remaining()).put(in).flip();
    }

    void flush() throws IOException {
        if (outgoing != null) outgoing.flush();
    }

    void end(String why) {
        if (state == State.ENDED) return;
        state = State.ENDED;
        try {
            if (channel != null) channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("A socket cannot be closed", e);
        }
        observer.ended(this, why);
    }

    private void frame(int opcode, ByteBuffer payload) {
        switch (opcode) {
            case Frames.TEXT -> text(payload);
            case Frames.PING -> {
                var echo = new byte[payload.remaining()];
                payload.get(echo);
                write(Frames.of(Frames.PONG, echo));
            }
            case Frames.CLOSE -> end(payload.remaining() >= 2 ? "close code " + payload.getShort() : "closed");
            default -> {}
        }
    }

    private void text(ByteBuffer payload) {
        int mark = Mark.find(payload);
        if (mark < 0) dialect.hear(this, payload);
        else observer.message(this, Mark.number(payload, mark), Mark.due(payload, mark));
    }

    private void write(ByteBuffer bytes) {
        if (state != State.ENDED && outgoing != null) outgoing.write(bytes);
    }
}
