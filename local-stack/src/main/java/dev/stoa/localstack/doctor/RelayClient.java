package dev.stoa.localstack.doctor;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a browser does at a STUN or TURN server. */
final class RelayClient implements AutoCloseable {
    private static final int UNAUTHORIZED = 401;
    private static final int STALE_NONCE = 438;
    private static final int ATTEMPTS = 4;
    private static final byte UDP = 17;

    private final Wire wire;
    private final boolean resends;
    private final String username;
    private final String credential;
    private @Nullable String realm;
    private byte[] nonce = {};
    private boolean allocated;

    RelayClient(IceUrl url, String username, String credential) throws IOException {
        this(Wire.to(url), url.way() == IceUrl.Way.UDP, username, credential);
    }

    /**
     * @param wire leads to the server; this closes it
     * @param resends whether the wire may lose what is sent
     */
    RelayClient(Wire wire, boolean resends, String username, String credential) {
        this.wire = wire;
        this.resends = resends;
        this.username = username;
        this.credential = credential;
    }

    /** How the server sees this machine. */
    InetSocketAddress mapped() throws IOException {
        var binding = new StunMessage(StunMessage.BINDING);
        return StunMessage.address(exchange(binding, binding.bytes()), StunMessage.XOR_MAPPED_ADDRESS);
    }

    /**
     * Takes an address at the relay.
     *
     * @throws Sickness when the server refuses, in words that say why
     */
    InetSocketAddress allocate() throws IOException {
        var bare = allocation();
        var challenge = exchange(bare, bare.bytes());
        var asked = StunMessage.attributes(challenge);
        if (StunMessage.error(challenge) != UNAUTHORIZED) {
            throw new Sickness("The relay answers %d to whoever brings no credential.", StunMessage.error(challenge));
        }
        realm = new String(Objects.requireNonNull(asked.get(StunMessage.REALM)), StandardCharsets.UTF_8);
        nonce = Objects.requireNonNull(asked.get(StunMessage.NONCE));
        var answer = ask(RelayClient::allocation);
        var error = StunMessage.error(answer);
        if (error == UNAUTHORIZED) {
            throw new Sickness(
                    "The relay refuses the credential: STOA_ICE_TURN_SECRET and its own secret differ, or its clock is wrong.");
        }
        if (error != 0) throw new Sickness("The relay gives no address (error %d).", error);
        allocated = true;
        return StunMessage.address(answer, StunMessage.XOR_RELAYED_ADDRESS);
    }

    /** Asks to relay to and from an address; gives the error code, 0 for yes. */
    int permit(InetSocketAddress peer) throws IOException {
        return StunMessage.error(ask(() -> new StunMessage(StunMessage.CREATE_PERMISSION).withPeer(peer)));
    }

    void send(InetSocketAddress peer, byte[] data) throws IOException {
        wire.send(new StunMessage(StunMessage.SEND_INDICATION)
                .withPeer(peer)
                .with(StunMessage.DATA, data)
                .bytes());
    }

    /** The next data that was relayed to here. */
    byte[] receive() throws IOException {
        for (; ; ) {
            var message = wire.receive();
            if (StunMessage.type(message) == StunMessage.DATA_INDICATION) {
                return Objects.requireNonNull(
                        StunMessage.attributes(message).getOrDefault(StunMessage.DATA, new byte[0]));
            }
        }
    }

    private static StunMessage allocation() {
        return new StunMessage(StunMessage.ALLOCATE)
                .with(StunMessage.REQUESTED_TRANSPORT, UDP, (byte) 0, (byte) 0, (byte) 0);
    }

    private byte[] ask(Supplier<StunMessage> request) throws IOException {
        for (int i = 0; ; i++) {
            var message = request.get();
            var answer = exchange(message, message.signed(username, credential, Objects.requireNonNull(realm), nonce));
            if (StunMessage.error(answer) != STALE_NONCE || i == ATTEMPTS) return answer;
            nonce = Objects.requireNonNull(StunMessage.attributes(answer).get(StunMessage.NONCE));
        }
    }

    private byte[] exchange(StunMessage request, byte[] bytes) throws IOException {
        for (int i = 1; ; i++) {
            if (i == 1 || resends) wire.send(bytes);
            try {
                for (; ; ) {
                    var answer = wire.receive();
                    if (request.isAnsweredBy(answer)) return answer;
                }
            } catch (SocketTimeoutException e) {
                if (i == ATTEMPTS) throw e;
            }
        }
    }

    /** Gives the address back. */
    @Override
    public void close() {
        try {
            if (allocated) {
                ask(() -> new StunMessage(StunMessage.REFRESH).with(StunMessage.LIFETIME, new byte[4]));
            }
        } catch (IOException e) {
            // The relay takes it back by itself, after ten minutes.
        } finally {
            wire.close();
        }
    }
}
