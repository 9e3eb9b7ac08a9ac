package dev.stoa.localstack.data;

import dev.stoa.localstack.process.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;

/**
 * A stack that another process runs, as its folder shows it.
 *
 * @param origin where it is reached
 * @param keycloak Keycloak's own address, with its path
 */
public record RunningStack(URI origin, URI keycloak, Secrets secrets) {
    private static final Pattern HOLDER = Pattern.compile("(\\S+) \\(process \\d+\\)");

    /** @throws StackException when none runs on this folder */
    public static RunningStack in(Path root) {
        try {
            var lock = root.resolve(DataDirectory.LOCK);
            var holder = HOLDER.matcher(isHeld(lock) ? Files.readString(lock).strip() : "");
            var address = root.resolve(DataDirectory.KEYCLOAK);
            if (!holder.matches() || !Files.exists(address)) {
                throw new StackException("No stack runs on %s: start it with ./stoa up, or name its folder with --data."
                        .formatted(root));
            }
            return new RunningStack(
                    URI.create(holder.group(1)),
                    URI.create(Files.readString(address).strip()),
                    Secrets.in(root.resolve(DataDirectory.SECRETS)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the folder " + root, e);
        }
    }

    /** Whoever runs a stack holds its lock until its end; what the file says of it stays there when it is killed. */
    private static boolean isHeld(Path lock) throws IOException {
        if (!Files.exists(lock)) return false;
        try (var channel = FileChannel.open(lock, StandardOpenOption.READ);
                var free = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return free == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }
}
