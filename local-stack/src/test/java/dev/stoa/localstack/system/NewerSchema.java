package dev.stoa.localstack.system;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.stoa.localstack.Stack;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.Flyway;

/** The databases as a version would leave them that does not exist yet: the one of today with one migration more. */
final class NewerSchema {
    private static final String NEWEST = "9000";

    private NewerSchema() {}

    /** Migrates both databases as the newer version does when it starts. */
    static void bring(Stack stack) {
        for (var service : List.of("identity", "matchmaking")) {
            newer(stack, service).migrate();
        }
    }

    /** Fails unless the schema still is the newer one and every instance answers from its database. */
    static void isServedBy(Stack stack, String learner) {
        for (var service : List.of("identity", "matchmaking")) {
            assertThat(newer(stack, service).info().current().getVersion().getVersion())
                    .as("schema of " + service)
                    .isEqualTo(NEWEST);
        }
        var token = stack.accounts().token(learner);
        client(stack, "identity", token).get("/api/identity/v1/me").expect(200);
        for (var name : List.of("matchmaking-1", "matchmaking-2")) {
            // Without its database an instance is ready all the same, but knows no history.
            await(name).atMost(60, SECONDS).untilAsserted(() -> {
                var history = client(stack, name, token).get("/api/matchmaking/v1/history");
                assertThat(history.expect(200).get("items")).isNotEmpty();
            });
        }
    }

    /** Fails unless these matches come to be in the history, with their ends. */
    static void holds(Stack stack, List<String> matches) throws SQLException {
        try (var connection = newer(stack, "matchmaking")
                        .getConfiguration()
                        .getDataSource()
                        .getConnection();
                var count = connection.prepareStatement(
                        "select count(*) from match where id = any (?) and ended_at is not null and not recorded")) {
            count.setArray(1, connection.createArrayOf("text", matches.toArray()));
            await("history").atMost(60, SECONDS).untilAsserted(() -> {
                try (var row = count.executeQuery()) {
                    row.next();
                    assertThat(row.getInt(1)).isEqualTo(matches.size());
                }
            });
        }
    }

    private static ApiClient client(Stack stack, String instance, String token) {
        return new ApiClient(stack.instance(instance).url().toString(), token);
    }

    private static Flyway newer(Stack stack, String service) {
        return Flyway.configure()
                .dataSource(stack.jdbcUrl(service), service, stack.secrets().databasePassword())
                .locations(
                        "filesystem:../" + service + "-service/src/main/resources/db/migration",
                        "filesystem:src/test/resources/newer-schema/" + service)
                .load();
    }
}
