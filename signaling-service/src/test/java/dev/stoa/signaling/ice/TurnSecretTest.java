package dev.stoa.signaling.ice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TurnSecretTest {

    private static final Logger LOG = Logger.getLogger(TurnSecret.class.getName());

    private final Ear ear = new Ear();

    @TempDir
    Path folder;

    @BeforeEach
    void listen() {
        LOG.addHandler(ear);
    }

    @AfterEach
    void stopListening() {
        LOG.removeHandler(ear);
    }

    @Test
    void theFirstLineOfTheFileSigns() throws IOException {
        assertEquals(Optional.of("new"), secret(file("new \nold\n")).current());
    }

    @Test
    void aChangedFileChangesTheSecret() throws IOException {
        var secret = secret(file("old\n"));

        file("new\nold\n");
        secret.reread();

        assertEquals(Optional.of("new"), secret.current());
    }

    @Test
    void aBrokenFileKeepsTheSecretAndSaysSoOnceEachTimeItBreaks() throws IOException {
        var file = file("good");
        var secret = secret(file);

        file("\n");
        secret.reread();
        secret.reread();
        Files.delete(file);
        secret.reread();

        assertEquals(Optional.of("good"), secret.current());
        assertEquals(1, ear.heard.size());

        file("better");
        secret.reread();
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, '\n'});
        secret.reread();

        assertEquals(Optional.of("better"), secret.current());
        assertEquals(2, ear.heard.size());
        assertFalse(ear.heard.toString().contains("better"), "the log tells the secret");
    }

    @Test
    void aFileThatComesLateIsFound() throws IOException {
        var secret = secret(folder.resolve("secret"));
        assertTrue(secret.isSet());
        assertEquals(Optional.empty(), secret.current());

        file("late");
        secret.reread();

        assertEquals(Optional.of("late"), secret.current());
    }

    @Test
    void aSecretAndAFileAreOneTooMany() {
        var both = IceSettings.of(Map.of("stoa.ice.turn-secret", "a", "stoa.ice.turn-secret-file", "b"));

        assertThrows(ConfigurationException.class, () -> new TurnSecret(both));
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("secret"), content);
    }

    private static TurnSecret secret(Path file) {
        return new TurnSecret(IceSettings.of(Map.of("stoa.ice.turn-secret-file", file.toString())));
    }

    private static final class Ear extends Handler {

        private final List<String> heard = new ArrayList<>();

        @Override
        public void publish(LogRecord line) {
            heard.add(line.getMessage() + List.of(line.getParameters() == null ? new Object[0] : line.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
