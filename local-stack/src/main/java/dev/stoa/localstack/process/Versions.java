package dev.stoa.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The versions of the programs that the build fetched: what an earlier build has unpacked beside them counts no more. */
public final class Versions {
    private static final Properties ALL = read();

    private Versions() {}

    /** @param program {@code keycloak} or {@code postgres} */
    public static String of(String program) {
        return Objects.requireNonNull(ALL.getProperty(program), program);
    }

    private static Properties read() {
        try (var file = Versions.class.getResourceAsStream("/versions.properties")) {
            var all = new Properties();
            all.load(Objects.requireNonNull(file));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
