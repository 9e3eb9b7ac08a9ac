package dev.stoa.signaling.ice;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The secret shared with the TURN servers: fixed, or the first line of a file that may change at any time. May be asked
 * from any thread.
 */
@Singleton
final class TurnSecret {

    private static final Logger LOG = Logger.getLogger(TurnSecret.class);
    private static final Duration READ_EVERY = Duration.ofSeconds(2);

    private final Optional<Path> file;
    private volatile Optional<String> current;
    private boolean failing;

    /** @throws ConfigurationException if both a secret and a file are set */
    TurnSecret(IceConfig config) {
        file = config.turnSecretFile().filter(path -> !path.toString().isBlank());
        current = config.turnSecret().filter(secret -> !secret.isBlank());
        if (file.isPresent() && current.isPresent()) {
            throw new ConfigurationException("set stoa.ice.turn-secret or stoa.ice.turn-secret-file, not both");
        }
        reread();
    }

    void watch(@Observes StartupEvent started, Vertx vertx) {
        if (file.isPresent()) {
            vertx.setPeriodic(
                    READ_EVERY.toMillis(),
                    timer -> vertx.executeBlocking(() -> {
                        reread();
                        return true;
                    }));
        }
    }

    /** Whether there is one, or a file that should hold one. */
    boolean isSet() {
        return file.isPresent() || current.isPresent();
    }

    /** The secret that signs now; none if there never was a good one. */
    Optional<String> current() {
        return current;
    }

    /** Looks into the file; what cannot be read changes nothing. */
    synchronized void reread() {
        file.ifPresent(path -> {
            try {
                current = Optional.of(firstLine(path));
                failing = false;
            } catch (IOException e) {
                complain(path, e);
            }
        });
    }

    private void complain(Path path, IOException failure) {
        // One line for each time it breaks: what follows says nothing new.
        if (!failing) {
            LOG.warnf(
                    "The TURN secret in %s cannot be read (%s): %s",
                    path, failure, current.isPresent() ? "the one before stays in use" : "no TURN server is given out");
        }
        failing = true;
    }

    private static String firstLine(Path path) throws IOException {
        try (var lines = Files.newBufferedReader(path)) {
            var line = lines.readLine();
            if (line == null || line.isBlank()) {
                throw new IOException("its first line is empty");
            }
            return line.strip();
        }
    }
}
