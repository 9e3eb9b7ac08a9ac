package dev.stoa.localstack.store;

import dev.stoa.localstack.process.ChildSpec;
import dev.stoa.localstack.process.Ports;
import dev.stoa.localstack.process.Signal;
import dev.stoa.localstack.process.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** One PostgreSQL server on the loopback address; its data outlive the run. */
public final class Postgres {
    private static final String SUPERUSER = "postgres";

    private final Path folder;
    private final String password;
    private final int port = Ports.free();

    /** @param password of the superuser and of every database's owner */
    public Postgres(Path folder, String password) {
        this.folder = folder;
        this.password = password;
    }

    /** For JDBC drivers. */
    public String jdbcUrl(String database) {
        return "jdbc:" + url(database);
    }

    /** For reactive clients. */
    public String url(String database) {
        return "postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /**
     * Makes the folder of the data if there is none yet.
     *
     * @param programs where the server's programs are unpacked to
     */
    public ChildSpec spec(Path programs) {
        var home = PostgresPrograms.in(programs);
        if (!Files.exists(folder.resolve("PG_VERSION"))) initialise(home);
        removeStaleLock();
        var command = asOrdinaryUser(home.resolve("bin/postgres"));
        command.addAll(List.of("-D", folder.toString(), "-p", Integer.toString(port)));
        Map.of(
                        "listen_addresses", "127.0.0.1",
                        "unix_socket_directories", "",
                        "fsync", "on",
                        "synchronous_commit", "on",
                        "shared_buffers", "32MB",
                        "max_connections", "100")
                .forEach((key, value) -> command.addAll(List.of("-c", key + "=" + value)));
        return new ChildSpec("postgres", command, Map.of("LC_ALL", "C"), Signal.INT, this::answers);
    }

    /** Creates the database and a user of the same name who owns it, unless they exist. */
    public void ensureDatabase(String name) {
        try (var connection = connect();
                var query = connection.prepareStatement("select 1 from pg_database where datname = ?");
                var statement = connection.createStatement()) {
            query.setString(1, name);
            if (query.executeQuery().next()) return;
            // A utility statement takes no parameters; name and password are our own words of letters, digits, - and _.
            statement.execute("create user %s password '%s'".formatted(name, password));
            statement.execute("create database %s owner %s".formatted(name, name));
        } catch (SQLException e) {
            throw new StackException("PostgreSQL refused to create the database " + name + ": " + e.getMessage(), e);
        }
    }

    private boolean answers() throws SQLException {
        try (var connection = connect()) {
            return connection.isValid(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl("postgres"), SUPERUSER, password);
    }

    private void initialise(Path home) {
        try {
            Files.createDirectories(folder.getParent());
            var draft = folder.resolveSibling("postgres.draft");
            deleteRecursively(draft);
            var passwordFile = Files.createTempFile(folder.getParent(), "initdb", ".password");
            Files.writeString(passwordFile, password);
            var command = asOrdinaryUser(home.resolve("bin/initdb"));
            command.addAll(List.of(
                    "-D", draft.toString(), "-U", SUPERUSER, "-E", "UTF-8", "--no-locale", "-A", "scram-sha-256"));
            command.add("--pwfile=" + passwordFile);
            var initdb = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output = new String(initdb.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean made = initdb.waitFor() == 0;
            Files.delete(passwordFile);
            if (!made) throw new StackException("PostgreSQL cannot make its folder " + folder + ":\n" + output);
            Files.move(draft, folder);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL cannot make its folder " + folder, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while PostgreSQL made its folder.", e);
        }
    }

    /** PostgreSQL refuses to run as root; a user namespace of its own makes root an ordinary user without another account. */
    private static List<String> asOrdinaryUser(Path program) {
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) command.addAll(List.of("unshare", "--user"));
        command.add(program.toString());
        return command;
    }

    /**
     * A killed server leaves its lock file behind. The folder is locked by this stack and the processes of the run
     * before are ended, so nobody can be using it.
     */
    private void removeStaleLock() {
        try {
            Files.deleteIfExists(folder.resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove the stale lock in " + folder, e);
        }
    }

    private static void deleteRecursively(Path path) throws IOException {
        if (!Files.exists(path)) return;
        try (var everything = Files.walk(path)) {
            for (var each : everything.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        }
    }
}
