package dev.stoa.localstack.doctor;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;

/**
 * Takes connections that begin with a header of the PROXY protocol, version 2 (haproxy.org/download/3.2/doc/proxy-protocol.txt, 2.2),
 * and hands on what follows.
 */
final class Unwrapper implements AutoCloseable {
    private static final byte[] SIGNATURE = {0x0D, 0x0A, 0x0D, 0x0A, 0x00, 0x0D, 0x0A, 0x51, 0x55, 0x49, 0x54, 0x0A};
    private static final int PROXIED = 0x21;
    private static final int TCP_OVER_IPV4 = 0x11;

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int target;
    private volatile String lastSource = "";

    /** @param target the port of loopback that connections go on to */
    Unwrapper(int target) throws IOException {
        this.target = target;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Whom the last header has named, as an address. */
    String lastSource() {
        return lastSource;
    }

    private void accept() {
        try {
            while (true) {
                var socket = door.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // Its owner is done with it.
        }
    }

    private void serve(Socket outside) {
        try (outside;
                var inside = new Socket(InetAddress.getLoopbackAddress(), target)) {
            readHeader(new DataInputStream(outside.getInputStream()));
            var back = Thread.ofVirtual().start(() -> carry(inside, outside));
            carry(outside, inside);
            back.join();
        } catch (IOException e) {
            // One of the two has gone, and now both are.
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void readHeader(DataInputStream in) throws IOException {
        var head = in.readNBytes(16);
        var addresses = in.readNBytes(((head[14] & 0xff) << 8) + (head[15] & 0xff));
        if (!Arrays.equals(head, 0, 12, SIGNATURE, 0, 12) || head[12] != PROXIED || head[13] != TCP_OVER_IPV4) {
            throw new IOException("no header of the PROXY protocol");
        }
        lastSource = InetAddress.getByAddress(Arrays.copyOf(addresses, 4)).getHostAddress();
    }

    private static void carry(Socket from, Socket to) {
        try {
            copy(from.getInputStream(), to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // Told by the end of the other direction.
        }
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        var bytes = new byte[8_192];
        for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
            out.write(bytes, 0, n);
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
