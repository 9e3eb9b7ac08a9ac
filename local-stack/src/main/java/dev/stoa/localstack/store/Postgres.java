package dev.stoa.localstack.store;

import dev.stoa.localstack.process.ChildSpec;
import dev.stoa.localstack.process.Ports;
import dev.stoa.localstack.process.Signal;
import dev.stoa.localstack.process.StackException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** One PostgreSQL server on the loopback address; its data outlive the run. */
public final class Postgres {
    private static final String SUPERUSER = "postgres";

    private final PostgresFolder folder;
    private final String password;
    private final int port = Ports.free();

    /** @param password of the superuser and of every database's owner */
    public Postgres(Path folder, String password) {
        this.folder = new PostgresFolder(folder);
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
        folder.prepare(home, SUPERUSER, password);
        var command = OrdinaryUser.command(home.resolve("bin/postgres"));
        command.addAll(List.of("-D", folder.path().toString(), "-p", Integer.toString(port)));
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
}
