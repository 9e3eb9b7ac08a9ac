package dev.stoa.localstack.data;

import dev.stoa.localstack.process.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;

/** The folder of one stack, locked while the stack runs: nothing else may run on the same state. */
public final class DataDirectory implements AutoCloseable {
    static final String LOCK = "lock";
    static final String KEYCLOAK = "keycloak-address";
    static final String SECRETS = "secrets/secrets.properties";
    private static final String NO_PROFILES = "no-profiles";
    private static final List<String> OURS = List.of(
            "postgres",
            "postgres.draft",
            "redis-queue",
            "redis-signaling",
            "secrets",
            "logs",
            "pids",
            KEYCLOAK,
            NO_PROFILES);

    private final Path root;
    private final FileChannel lock;

    private DataDirectory(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /**
     * Takes the folder for a stack.
     *
     * @param url where the stack will be reached, told to whoever tries to take the folder meanwhile
     * @throws StackException when a stack runs on this folder, naming its address
     */
    public static DataDirectory open(Path root, String url) {
        try {
            Files.createDirectories(root);
            var lock = FileChannel.open(
                    root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!tryLock(lock)) {
                lock.close();
                throw new StackException(
                        "Stoa is running already on %s: %s. Stop it first, or give this one a folder and a port of its own: ./stoa up --data FOLDER --port N"
                                .formatted(
                                        root,
                                        Files.readString(root.resolve(LOCK)).strip()));
            }
            lock.truncate(0);
            var holder =
                    "%s (process %d)%n".formatted(url, ProcessHandle.current().pid());
            lock.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)));
            lock.force(false);
            return new DataDirectory(root, lock);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the folder " + root + ": " + e.getMessage(), e);
        }
    }

    public Path postgres() {
        return root.resolve("postgres");
    }

    /** The folder of one of the Redis servers. */
    public Path redis(String name) {
        return folder(root.resolve(name));
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path pids() {
        return root.resolve("pids");
    }

    public Secrets secrets() {
        return Secrets.in(secretsFile());
    }

    public Path secretsFile() {
        return root.resolve(SECRETS);
    }

    /** Writes down Keycloak's own address, under which it is administered while the stack runs. */
    public void noteKeycloak(URI address) {
        try {
            PrivateFile.write(root.resolve(KEYCLOAK), address.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write into " + root, e);
        }
    }

    /** Writes down that the demo's accounts have no profiles yet, for this run or, should it be interrupted, for the next. */
    public void noteNoProfiles() {
        try {
            Files.writeString(root.resolve(NO_PROFILES), "");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write into " + root, e);
        }
    }

    /** Whether the profiles of the demo's accounts are still to be written. */
    public boolean lacksProfiles() {
        return Files.exists(root.resolve(NO_PROFILES));
    }

    /** Writes down that the demo's accounts have their profiles. */
    public void noteProfiles() {
        try {
            Files.deleteIfExists(root.resolve(NO_PROFILES));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write into " + root, e);
        }
    }

    /** The JWK Set with the private keys that sign room passes. */
    public Path passKeys() {
        return PassKeys.in(root.resolve("secrets/pass-keys.json"));
    }

    /** Deletes all state, secrets and logs of earlier runs, and nothing else that may be in the folder. */
    public void forget() {
        try {
            for (var name : OURS) delete(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot empty the folder " + root, e);
        }
    }

    @Override
    public void close() {
        try {
            if (!lock.isOpen()) return;
            lock.truncate(0);
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot release the folder " + root, e);
        }
    }

    private static boolean tryLock(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) return;
        try (var everything = Files.walk(path)) {
            for (var each : everything.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        }
    }

    private static Path folder(Path path) {
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create " + path, e);
        }
    }
}
