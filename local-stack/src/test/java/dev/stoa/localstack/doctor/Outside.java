package dev.stoa.localstack.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * Somebody at 127.0.0.7 who comes to the site's one port, trusts nobody but the edge's authority, and writes requests by hand: no
 * library mends a path.
 */
final class Outside {
    static final String ADDRESS = "127.0.0.7";
    private static final int PATIENCE_MS = 30_000;
    private static final int DRIBBLE_MS = 200;
    private static final Duration MOST_DRIBBLE = Duration.ofSeconds(15);
    /** A browser's. */
    static final String ENCODINGS = "gzip, deflate, br, zstd";

    private final int door;
    private final SSLContext trusting;

    Outside(ShippedEdge edge) throws IOException, GeneralSecurityException {
        door = edge.port();
        trusting = SSLContext.getInstance("TLS");
        trusting.init(null, trustManagers(edge).getTrustManagers(), null);
    }

    private static TrustManagerFactory trustManagers(ShippedEdge edge) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (var file = Files.newInputStream(edge.authority())) {
            store.setCertificateEntry(
                    "edge", CertificateFactory.getInstance("X.509").generateCertificate(file));
        }
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        return managers;
    }

    /** The body is what {@link Inside} says, or missing. */
    record Answer(int status, Map<String, String> headers, JsonNode body) {}

    Answer get(String path, Map<String, String> headers) throws IOException {
        try (var socket = secured(ShippedEdge.SITE)) {
            var head = ask(socket, path, headers, "Connection: close\r\n");
            var text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(head.status, head.headers, Json.read(text.startsWith("{") ? text : "{}"));
        }
    }

    Answer get(String path) throws IOException {
        return get(path, Map.of());
    }

    /** The first bytes that an event stream sends to a browser, as text, while it goes on. */
    String firstOf(String path) throws IOException {
        try (var socket = secured(ShippedEdge.SITE)) {
            var head = ask(socket, path, Map.of("Accept-Encoding", ENCODINGS), "");
            if (head.headers.containsKey("Content-Encoding")) throw new AssertionError("encoded: " + head.headers);
            var in = socket.getInputStream();
            // The size of the first chunk.
            line(in);
            var bytes = new byte[8_192];
            int length = in.read(bytes);
            // Closing waits as long as reading does.
            socket.setSoTimeout(1);
            return new String(bytes, 0, length, StandardCharsets.UTF_8);
        }
    }

    /** An event stream that has begun. */
    SSLSocket stream(String path) throws IOException {
        var socket = secured(ShippedEdge.SITE);
        ask(socket, path, Map.of(), "");
        line(socket.getInputStream());
        // Closing waits as long as reading does.
        socket.setSoTimeout(1);
        return socket;
    }

    /** What comes back over a WebSocket (RFC 6455), for a text shorter than 126 bytes. */
    String echo(String path, String text) throws IOException {
        try (var socket = secured(ShippedEdge.SITE)) {
            var head = ask(
                    socket,
                    path,
                    Map.of("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Version", "13"),
                    "Connection: Upgrade\r\nUpgrade: websocket\r\n");
            if (head.status != 101) throw new AssertionError("no WebSocket but " + head.status);
            var words = text.getBytes(StandardCharsets.UTF_8);
            var frame = new byte[6 + words.length];
            frame[0] = (byte) 0x81;
            // Masked, as a client's has to be; with zeros, so that the words stay as they are.
            frame[1] = (byte) (0x80 | words.length);
            System.arraycopy(words, 0, frame, 6, words.length);
            socket.getOutputStream().write(frame);
            var in = new DataInputStream(socket.getInputStream());
            in.readByte();
            var back = new String(in.readNBytes(in.readByte()), StandardCharsets.UTF_8);
            socket.setSoTimeout(1);
            return back;
        }
    }

    /** Begins so, and goes on with a byte now and then until the connection is ended; gives how long that took, or 15 s. */
    static Duration dribble(Socket connection, byte[] beginning) {
        var since = System.nanoTime();
        try (connection) {
            connection.setSoTimeout(DRIBBLE_MS);
            connection.getOutputStream().write(beginning);
            while (System.nanoTime() - since < MOST_DRIBBLE.toNanos() && !isEnded(connection)) {
                connection.getOutputStream().write('a');
            }
        } catch (IOException reset) {
            // That is an end, too.
        }
        return Duration.ofNanos(System.nanoTime() - since);
    }

    private static boolean isEnded(Socket connection) throws IOException {
        try {
            return connection.getInputStream().read() < 0;
        } catch (SocketTimeoutException goesOn) {
            return false;
        }
    }

    /** A connection over which nothing was said yet. */
    Socket plain() throws IOException {
        var plain = new Socket();
        plain.bind(new InetSocketAddress(ADDRESS, 0));
        plain.connect(new InetSocketAddress("127.0.0.1", door), PATIENCE_MS);
        plain.setSoTimeout(PATIENCE_MS);
        return plain;
    }

    /** A TLS connection for this name, its certificate checked. */
    SSLSocket secured(String name) throws IOException {
        var plain = plain();
        var socket = (SSLSocket) trusting.getSocketFactory().createSocket(plain, name, 443, true);
        var parameters = new SSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private record Head(int status, Map<String, String> headers) {}

    private static Head ask(Socket socket, String path, Map<String, String> headers, String more) throws IOException {
        var request = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: " + ShippedEdge.SITE + "\r\n" + more);
        headers.forEach((name, value) -> request.append(name + ": " + value + "\r\n"));
        socket.getOutputStream().write((request + "\r\n").getBytes(StandardCharsets.UTF_8));
        var in = socket.getInputStream();
        int status = Integer.parseInt(line(in).split(" ")[1]);
        var answered = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            var parts = line.split(": ", 2);
            answered.put(parts[0], parts[1]);
        }
        return new Head(status, answered);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new IOException("cut off after " + line);
            line.append((char) c);
        }
        return line.toString().strip();
    }
}
