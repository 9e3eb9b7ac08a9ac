package dev.stoa.localstack.provider;

import dev.stoa.localstack.process.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Keycloak's unpacked distribution, run by this JDK without its start script, so that the child process is the server
 * itself. Build options are baked in once; a note in the folder says which.
 */
final class KeycloakHome {
    /** What {@code bin/kc.sh} passes to every JVM and Keycloak cannot do without. */
    private static final List<String> NEEDED = List.of(
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dpicocli.disable.closures=true",
            "-Dfile.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.country=US");

    /** Small and quick to start: one user's machine, not a server farm. */
    private static final List<String> SMALL = List.of(
            "-XX:+UseSerialGC",
            "-Xms64m",
            "-Xmx256m",
            "-XX:MaxMetaspaceSize=256m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError");

    private final Path home;
    private final Path note;

    KeycloakHome(Path home) {
        this.home = home;
        this.note = home.resolve("built-with");
    }

    /** The command line that runs Keycloak's own command {@code arguments}. */
    List<String> command(String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL);
        command.addAll(NEEDED);
        command.add("-Dkc.home.dir=" + home);
        command.add("-Djboss.server.config.dir=" + home.resolve("conf"));
        command.addAll(List.of("-cp", home.resolve("lib/quarkus-run.jar").toString()));
        command.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        command.addAll(List.of(arguments));
        return command;
    }

    boolean isBuilt() {
        try {
            return Files.exists(note) && Files.readString(note).equals(wanted());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Two stacks that start at the same time build it once. */
    void build() {
        if (isBuilt()) return;
        if (!Files.exists(home.resolve("lib/quarkus-run.jar"))) {
            throw new StackException("Keycloak is not unpacked in " + home + ": build the project with ./stoa up.");
        }
        var lock = home.resolve("build.lock");
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            if (held.isValid() && !isBuilt()) {
                runBuild();
                Files.writeString(note, wanted());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak cannot be built in " + home, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while building Keycloak.", e);
        }
    }

    private void runBuild() throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("build"));
        arguments.addAll(Keycloak.buildOptions());
        var build = new ProcessBuilder(command(arguments.toArray(String[]::new)))
                .redirectErrorStream(true)
                .start();
        var output = new String(build.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (build.waitFor() != 0) throw new StackException("Keycloak cannot be built:\n" + output);
    }

    private static String wanted() {
        return String.join("\n", Keycloak.buildOptions());
    }
}
