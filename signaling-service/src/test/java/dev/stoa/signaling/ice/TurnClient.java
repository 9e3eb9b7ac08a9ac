package dev.stoa.signaling.ice;

import dev.stoa.signaling.protocol.IceServer;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;

/** What a browser does at a TURN server, with the credential of an {@link IceServer}. */
final class TurnClient implements AutoCloseable {

    static final int OK = 0;
    static final int UNAUTHORIZED = 401;
    static final int FORBIDDEN = 403;
    static final int QUOTA_REACHED = 486;

    private static final int UDP = 17;
    private static final int PEER_PORT = 4_000;
    private static final int STALE_NONCE = 438;
    private static final int TIMEOUT_MS = 2_000;

    private final Carrier carrier;
    private final IceServer credential;
    private String realm;
    private byte[] nonce;

    private TurnClient(Carrier carrier, IceServer credential) {
        this.carrier = carrier;
        this.credential = credential;
    }

    static TurnClient overUdp(int port, IceServer credential) {
        return new TurnClient(new OverUdp(port), credential);
    }

    static TurnClient overTcp(int port, IceServer credential) {
        return new TurnClient(new OverTcp(port), credential);
    }

    /** Asks for a relay address of IPv4; gives the error code. */
    int allocate() {
        return allocate(1);
    }

    /** Asks for a relay address of IPv6; gives the error code. */
    int allocateIpv6() {
        return allocate(2);
    }

    /** Asks to relay to and from an address; gives the error code. */
    int permit(byte[] address) {
        return ask(() -> new StunMessage(StunMessage.CREATE_PERMISSION).withPeer(address, PEER_PORT));
    }

    /** Gives the relay address back. */
    @Override
    public void close() {
        if (nonce != null) {
            ask(() -> new StunMessage(StunMessage.REFRESH).with(StunMessage.LIFETIME, 0, 0, 0, 0));
        }
        carrier.close();
    }

    private int allocate(int family) {
        var bare = allocation(family);
        var challenge = carrier.exchange(bare, bare.bytes());
        var attributes = StunMessage.attributes(challenge);
        if (StunMessage.error(challenge) != UNAUTHORIZED) {
            throw new AssertionError("without a credential, the answer is " + StunMessage.error(challenge));
        }
        realm = new String(attributes.get(StunMessage.REALM), StandardCharsets.UTF_8);
        nonce = attributes.get(StunMessage.NONCE);
        return ask(() -> allocation(family));
    }

    private static StunMessage allocation(int family) {
        return new StunMessage(StunMessage.ALLOCATE)
                .with(StunMessage.REQUESTED_TRANSPORT, UDP, 0, 0, 0)
                .with(StunMessage.REQUESTED_ADDRESS_FAMILY, family, 0, 0, 0);
    }

    private int ask(Supplier<StunMessage> request) {
        while (true) {
            var message = request.get();
            var signed = message.signed(credential.username(), credential.credential(), realm, nonce);
            var answer = carrier.exchange(message, signed);
            if (StunMessage.error(answer) != STALE_NONCE) {
                return StunMessage.error(answer);
            }
            nonce = StunMessage.attributes(answer).get(StunMessage.NONCE);
        }
    }

    /** Brings requests to the server and answers back. */
    private interface Carrier extends AutoCloseable {

        byte[] exchange(StunMessage request, byte[] bytes);

        @Override
        void close();
    }

    private static final class OverUdp implements Carrier {

        private final DatagramSocket socket;

        OverUdp(int port) {
            try {
                socket = new DatagramSocket();
                socket.setSoTimeout(TIMEOUT_MS);
                socket.connect(InetAddress.getLoopbackAddress(), port);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public byte[] exchange(StunMessage request, byte[] bytes) {
            try {
                for (var attempt = 0; attempt < 5; attempt++) {
                    socket.send(new DatagramPacket(bytes, bytes.length));
                    try {
                        var packet = new DatagramPacket(new byte[2_048], 2_048);
                        do {
                            socket.receive(packet);
                        } while (!request.isAnsweredBy(packet.getData()));
                        return Arrays.copyOf(packet.getData(), packet.getLength());
                    } catch (SocketTimeoutException lost) {
                        // Sent again, as RFC 8489 has it.
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            throw new AssertionError("no answer over UDP");
        }

        @Override
        public void close() {
            socket.close();
        }
    }

    private static final class OverTcp implements Carrier {

        private final Socket socket = new Socket();

        OverTcp(int port) {
            try {
                socket.setSoTimeout(TIMEOUT_MS * 5);
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public byte[] exchange(StunMessage request, byte[] bytes) {
            try {
                socket.getOutputStream().write(bytes);
                var in = new DataInputStream(socket.getInputStream());
                var head = new byte[StunMessage.HEADER];
                in.readFully(head);
                var message =
                        Arrays.copyOf(head, head.length + ByteBuffer.wrap(head).getShort(2));
                in.readFully(message, head.length, message.length - head.length);
                if (!request.isAnsweredBy(message)) {
                    throw new AssertionError("the answer is to something else");
                }
                return message;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
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
}
