package dev.stoa.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A TCP connection to a server of this machine that a test can cut and mend, or let fall silent for a while. */
class Tunnel {

    private static final int CHUNK = 16 * 1024;

    private final int target;
    private final ServerSocket entrance;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private final ReadWriteLock flow = new ReentrantReadWriteLock();
    private volatile boolean cut;

    Tunnel(int target) {
        this.target = target;
        try {
            this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    void cut() {
        cut = true;
        ends.forEach(Tunnel::close);
        ends.clear();
    }

    void mend() {
        cut = false;
    }

    /** Takes connections and what they bring, and hands on nothing; the same thread lets it flow again. */
    void fallSilent() {
        flow.writeLock().lock();
    }

    void speakAgain() {
        flow.writeLock().unlock();
    }

    void close() {
        cut();
        try {
            entrance.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var near = entrance.accept();
                if (cut) {
                    close(near);
                } else {
                    connect(near);
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket near) {
        Socket far;
        try {
            far = new Socket(InetAddress.getLoopbackAddress(), target);
        } catch (IOException nobodyListens) {
            close(near);
            return;
        }
        ends.add(near);
        ends.add(far);
        Thread.ofVirtual().start(() -> pump(near, far));
        Thread.ofVirtual().start(() -> pump(far, near));
    }

    private void pump(Socket from, Socket to) {
        var bytes = new byte[CHUNK];
        try (from;
                to) {
            for (int read = from.getInputStream().read(bytes);
                    read >= 0;
                    read = from.getInputStream().read(bytes)) {
                handOn(bytes, read, to);
            }
        } catch (IOException cut) {
            // Both ends are closed now, which is all there is to do.
        }
    }

    private void handOn(byte[] bytes, int length, Socket to) throws IOException {
        flow.readLock().lock();
        try {
            to.getOutputStream().write(bytes, 0, length);
        } finally {
            flow.readLock().unlock();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
