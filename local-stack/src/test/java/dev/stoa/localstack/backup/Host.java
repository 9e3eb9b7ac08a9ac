package dev.stoa.localstack.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stoa.localstack.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import redis.embedded.RedisExecProvider;

/**
 * A host with the shipped scripts, and real PostgreSQL and Redis servers for its containers. Needs Debian's packages postgresql
 * and redis-tools, or their like.
 */
final class Host implements AutoCloseable {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final String PASSWORD = "north";
    private static final List<Path> POSTGRES_HOMES =
            List.of(Path.of("/usr/lib/postgresql"), Path.of("/usr/local/opt"), Path.of("/opt/homebrew/opt"));

    private final Path folder;
    private final Path containers;
    private final int postgresPort = Ports.free();
    private final int redisPort = Ports.free();

    Host(Path folder) throws IOException {
        this.folder = folder.toAbsolutePath();
        this.containers = Files.createDirectories(this.folder.resolve("containers"));
        for (var shipped : List.of("deploy/backup.sh", "deploy/restore.sh", "deploy/postgres/databases.sh")) {
            var copy = this.folder.resolve(shipped);
            Files.createDirectories(copy.getParent());
            Files.copy(PROJECT.resolve(shipped), copy);
        }
        var programs = Files.createDirectories(containers.resolve("bin"));
        Files.createSymbolicLink(
                programs.resolve("docker"),
                Path.of("src/test/resources/containers/docker").toAbsolutePath());
        Files.createSymbolicLink(
                programs.resolve("redis-server"),
                RedisExecProvider.defaultProvider().get().toPath().toAbsolutePath());
        // In its container the server is where redis-cli looks for it by itself.
        var redisCli = Files.writeString(
                programs.resolve("redis-cli"), "#!/bin/sh\nexec %s -p %d \"$@\"\n".formatted(redisCli(), redisPort));
        assertThat(redisCli.toFile().setExecutable(true)).isTrue();
        Files.writeString(this.folder.resolve(".env"), "STOA_DOMAIN=\nSTOA_SEAL_KEY=north\n");
        Files.createDirectories(this.folder.resolve("deploy/secrets"));
        Files.writeString(this.folder.resolve("deploy/secrets/pass-keys.json"), "{\"keys\":[]}\n");
    }

    /** What a command said, and how it ended. */
    record Outcome(int status, String said) {}

    Outcome run(String... command) {
        try {
            // Looks for the program on the path that is set below.
            var builder = new ProcessBuilder("env").directory(folder.toFile()).redirectErrorStream(true);
            builder.command().addAll(List.of(command));
            var said = Files.createTempFile(containers, "said", "");
            builder.environment()
                    .putAll(Map.of(
                            "PATH",
                            containers.resolve("bin") + ":" + System.getenv("PATH"),
                            "STAND_IN",
                            containers.toString(),
                            "POSTGRES_PROGRAMS",
                            postgresPrograms().toString(),
                            "POSTGRES_PORT",
                            Integer.toString(postgresPort),
                            "REDIS_PORT",
                            Integer.toString(redisPort),
                            "REDISCLI_AUTH",
                            PASSWORD,
                            "STOA_IDENTITY_DATABASE_PASSWORD",
                            PASSWORD,
                            "STOA_MATCHMAKING_DATABASE_PASSWORD",
                            PASSWORD,
                            "STOA_KEYCLOAK_DATABASE_PASSWORD",
                            PASSWORD));
            var process = builder.redirectOutput(said.toFile()).start();
            if (!process.waitFor(180, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroy);
                process.destroy();
                throw new AssertionError(String.join(" ", command) + " takes too long: " + Files.readString(said));
            }
            return new Outcome(process.exitValue(), Files.readString(said));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same for what has to succeed. */
    String done(String... command) {
        var outcome = run(command);
        assertThat(outcome.status()).as(outcome.said()).isZero();
        return outcome.said().strip();
    }

    void up() {
        done("docker", "compose", "up", "-d", "--wait");
    }

    /** Does it while one of the containers does not get well. */
    void ill(Runnable meanwhile) throws IOException {
        var ill = Files.createFile(containers.resolve("ill"));
        meanwhile.run();
        Files.delete(ill);
    }

    /** Gives a database the schema that its service gives it. */
    void migrate(String service) {
        Flyway.configure()
                .dataSource(url(service), service, PASSWORD)
                .locations("filesystem:../" + service + "-service/src/main/resources/db/migration")
                .load()
                .migrate();
    }

    Connection database(String name) throws SQLException {
        return DriverManager.getConnection(url(name), name, PASSWORD);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postgresPort, database);
    }

    RedisLine queue() throws IOException {
        return new RedisLine(redisPort, PASSWORD);
    }

    /** Which verbs of docker compose were called since this was asked last. */
    List<String> calls() throws IOException {
        var file = containers.resolve("calls");
        var lines = Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.<String>of();
        Files.deleteIfExists(file);
        return lines;
    }

    /** All containers and volumes end up as on a new host. */
    void destroy() throws IOException {
        done("docker", "compose", "down");
        for (var service : List.of("postgres", "redis-queue")) delete(containers.resolve(service));
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    private static void delete(Path path) throws IOException {
        try (var everything = Files.walk(path)) {
            for (var each : everything.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        }
    }

    private static Path redisCli() {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, "redis-cli"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("redis-cli is needed (Debian: apt install redis-tools)"));
    }

    private static Path postgresPrograms() throws IOException {
        for (var home : POSTGRES_HOMES) {
            if (!Files.isDirectory(home)) continue;
            try (var versions = Files.list(home)) {
                var programs = versions.map(version -> version.resolve("bin"))
                        .filter(bin ->
                                Files.isExecutable(bin.resolve("pg_dump")) && Files.isExecutable(bin.resolve("initdb")))
                        .max(Comparator.naturalOrder());
                if (programs.isPresent()) return programs.get();
            }
        }
        throw new AssertionError("PostgreSQL with pg_dump is needed (Debian: apt install postgresql redis-tools)");
    }

    @Override
    public void close() {
        run("docker", "compose", "down");
    }
}
