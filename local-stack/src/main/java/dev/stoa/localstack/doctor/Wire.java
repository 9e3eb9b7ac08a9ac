package dev.stoa.localstack.doctor;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Carries STUN messages to a server and back, by one of the transports that ICE servers are reached by. */
interface Wire extends AutoCloseable {
    int TIMEOUT_MS = 1_500;

    void send(byte[] message) throws IOException;

    /** @throws SocketTimeoutException when nothing came for {@value #TIMEOUT_MS} ms */
    byte[] receive() throws IOException;

    @Override
    void close();

    /** Opens the way that a URL such as {@code turns:turn.example.org:443?transport=tcp} names. */
    static Wire to(IceUrl url) throws IOException {
        return switch (url.way()) {
            case UDP -> new Datagrams(url);
            case TCP -> new Stream(connected(url));
            case TLS -> new Stream(secured(url));
        };
    }

    private static InetSocketAddress address(IceUrl url) throws UnknownHostException {
        return new InetSocketAddress(InetAddress.getByName(url.host()), url.port());
    }

    private static Socket connected(IceUrl url) throws IOException {
        var socket = new Socket();
        socket.connect(address(url), TIMEOUT_MS * 3);
        return socket;
    }

    private static Socket secured(IceUrl url) throws IOException {
        var socket = (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault())
                .createSocket(connected(url), url.host(), url.port(), true);
        var parameters = new SSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(TIMEOUT_MS * 3);
        socket.startHandshake();
        return socket;
    }

    /** UDP. */
    final class Datagrams implements Wire {
        private final DatagramSocket socket;

        Datagrams(IceUrl url) throws IOException {
            socket = new DatagramSocket();
            socket.setSoTimeout(TIMEOUT_MS);
            socket.connect(address(url));
        }

        @Override
        public void send(byte[] message) throws IOException {
            socket.send(new DatagramPacket(message, message.length));
        }

        @Override
        public byte[] receive() throws IOException {
            var packet = new DatagramPacket(new byte[2_048], 2_048);
            socket.receive(packet);
            return Arrays.copyOf(packet.getData(), packet.getLength());
        }

        @Override
        public void close() {
            socket.close();
        }
    }

    /** TCP, with TLS around it or not. */
    final class Stream implements Wire {
        private final Socket socket;
        private final DataInputStream in;

        Stream(Socket socket) throws IOException {
            this.socket = socket;
            socket.setSoTimeout(TIMEOUT_MS);
            in = new DataInputStream(socket.getInputStream());
        }

        @Override
        public void send(byte[] message) throws IOException {
            socket.getOutputStream().write(message);
        }

        @Override
        public byte[] receive() throws IOException {
            var head = new byte[StunMessage.HEADER];
            in.readFully(head);
            var length = Short.toUnsignedInt(ByteBuffer.wrap(head).getShort(2));
            var message = Arrays.copyOf(head, head.length + length);
            in.readFully(message, head.length, length);
            return message;
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                // It is gone then, as it has to be.
            }
        }
    }
}
