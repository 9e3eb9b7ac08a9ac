package dev.stoa.matchmaking.proof;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.matchmaking.rig.PreviousVersion;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The version before the newest migration serves a crowd on its own schema; whatever instance dies is replaced by the present
 * version, which migrates, and both serve the same people. Nobody is matched twice, and nothing is lost.
 */
@Tag("long")
class UpgradeIT {

    private static final Seed SEED = Seed.of("UpgradeIT");

    @Test
    void theVersionBeforeServesBesideThisOne() throws SQLException {
        Path before = PreviousVersion.jar();
        try (Stage stage = Stage.beginningWith(before, "upgrade", 3);
                Connection database = DriverManager.getConnection(stage.database())) {
            int old = migrations(database);

            Play.Outcome outcome = new Play(stage, SEED).run(60, 20, 6_000, 10, Duration.ofMinutes(10));

            Verdict verdict = outcome.verdict();
            Figures.of("UpgradeIT", SEED).outcome(outcome).publish();
            assertEquals(old + 1, migrations(database));
            assertEquals(List.of(), verdict.wrongs());
            assertTrue(verdict.matches() > verdict.operations() / 200, "too few matches: " + verdict);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> number(database, "select count(*) from match") >= verdict.matches());
            assertEquals(0, number(database, "select count(*) from refused_record"));
        }
    }

    private static int migrations(Connection database) throws SQLException {
        return number(database, "select count(*) from flyway_schema_history where success");
    }

    private static int number(Connection database, String query) throws SQLException {
        try (ResultSet row = database.createStatement().executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }
}
