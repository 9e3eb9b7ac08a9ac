package dev.stoa.matchmaking.records.history;

import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;

/** Opens PostgreSQL to tests of other packages. */
public final class TestDatabase {

    private TestDatabase() {}

    /** PostgreSQL as an instance sees it, with the schema. */
    public static Database migrated(Vertx vertx, String url) {
        Database database = HistoryWorld.database(vertx, url);
        database.migrate();
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> database.ask(pool -> Uni.createFrom().item(true))
                        .await()
                        .atMost(Duration.ofSeconds(5)));
        return database;
    }
}
