package dev.stoa.matchmaking.rig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The service as it was before its newest migration, built from the project's own history. */
public final class PreviousVersion {

    private static final String SERVICE = "matchmaking-service";
    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private PreviousVersion() {}

    /** The jar that starts it; a test is skipped where the history does not reach back so far. */
    public static Path jar() {
        String newest = run(
                        "git", "log", "--diff-filter=A", "--format=%H", "-1", "--", "src/main/resources/db/migration")
                .text();
        Output before = run("git", "rev-parse", "--verify", "--quiet", newest + "^");
        assumeTrue(
                !newest.isEmpty() && before.status() == 0,
                "There is no commit from before the newest migration: this is no clone, or a shallow one");
        Path folder = TARGET.resolve("version-" + before.text());
        Path jar = folder.resolve(SERVICE).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            must("mkdir", "-p", folder.toString());
            must("sh", "-c", "git -C .. archive %s | tar -x -C %s".formatted(before.text(), folder));
            must(
                    "sh",
                    "-c",
                    "cd %s && ./mvnw -B -q -pl %s package -DskipTests -Dspotless.skip=true".formatted(folder, SERVICE));
        }
        return jar;
    }

    private record Output(int status, String text) {}

    private static void must(String... command) {
        Output output = run(command);
        assertEquals(0, output.status(), () -> String.join(" ", command) + ": " + output.text());
    }

    private static Output run(String... command) {
        try {
            Path said = Files.createTempFile(TARGET, "previous", ".log");
            Process process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            int status = process.waitFor();
            return new Output(status, Files.readString(said).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
