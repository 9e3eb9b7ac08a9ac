package dev.stoa.localstack.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.localstack.process.PidFile;
import dev.stoa.localstack.process.Supervisor;
import dev.stoa.localstack.process.Versions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The databases of a stack, over several runs. */
class PostgresTest {
    private static final String PASSWORD = "secret";

    @TempDir
    Path folder;

    @Test
    void aFolderOfAnEarlierVersionGetsTheDatabaseThatItLacksAndKeepsTheOthers() throws SQLException {
        run(postgres -> {
            postgres.ensureDatabase("identity");
            execute(postgres, "identity", "create table kept (word text); insert into kept values ('old')");
        });

        run(postgres -> {
            postgres.ensureDatabase("identity");
            postgres.ensureDatabase("matchmaking");
            assertEquals("old", one(postgres, "identity", "select word from kept"));
            execute(postgres, "matchmaking", "create table kept (word text); insert into kept values ('new')");
        });

        run(postgres -> {
            postgres.ensureDatabase("matchmaking");
            assertEquals("new", one(postgres, "matchmaking", "select word from kept"));
            assertEquals("matchmaking", one(postgres, "matchmaking", "select current_user"));
        });
    }

    @Test
    void theProgramsAreThoseOfTheBuildThoughOlderOnesAreUnpacked() throws Exception {
        var programs = folder.resolve("programs");
        var older = Files.createDirectories(programs.resolve("postgres/bin")).resolve("postgres");
        Files.writeString(older, "#!/bin/sh\necho 'postgres (PostgreSQL) 0.1'\n");
        assertTrue(older.toFile().setExecutable(true));

        var program = PostgresPrograms.in(programs).resolve("bin/postgres");

        var said = new ProcessBuilder(program.toString(), "--version").start();
        var version = new String(said.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertTrue((Versions.of("postgres") + ".").startsWith(version.replaceAll(".* ", "") + "."), version);
    }

    private interface Use {
        void of(Postgres postgres) throws SQLException;
    }

    private void run(Use use) throws SQLException {
        var postgres = new Postgres(folder.resolve("postgres"), PASSWORD);
        var supervisor = new Supervisor(folder.resolve("logs"), new PidFile(folder.resolve("pids")));
        try {
            var child = supervisor.start(postgres.spec(Path.of("target/programs")));
            child.awaitReady(Duration.ofSeconds(60));
            use.of(postgres);
            assertTrue(child.alive());
        } finally {
            supervisor.stop(supervisor.children(), Duration.ofSeconds(10));
            supervisor.close();
        }
    }

    private static void execute(Postgres postgres, String database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(database), database, PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(Postgres postgres, String database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(database), database, PASSWORD);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
