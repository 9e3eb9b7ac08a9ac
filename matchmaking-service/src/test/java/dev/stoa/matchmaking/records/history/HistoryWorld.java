package dev.stoa.matchmaking.records.history;

import static org.awaitility.Awaitility.await;

import dev.stoa.matchmaking.queue.Ids;
import dev.stoa.matchmaking.support.TestPostgres;
import dev.stoa.matchmaking.support.TestQueue;
import dev.stoa.matchmaking.support.TestRedis;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.redis.client.Command;
import io.vertx.sqlclient.PoolOptions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;

/** A Redis, a PostgreSQL with the schema, and writers between them. */
final class HistoryWorld implements AutoCloseable {

    /** How writers are set up here. */
    record Settings(int batch, int mostWaiting, Duration keep) implements HistoryConfig {

        static final Settings USUAL = new Settings(500, 500_000, Duration.ofDays(400));

        @Override
        public Duration purgeEvery() {
            return Duration.ofHours(1);
        }

        @Override
        public Duration openFor() {
            return Duration.ofHours(24);
        }

        @Override
        public Duration writeEvery() {
            return Duration.ofMillis(20);
        }
    }

    private final Vertx vertx = Vertx.vertx();
    private final TestRedis redis = new TestRedis();
    private final TestPostgres postgres = new TestPostgres();
    private final TestQueue queue = new TestQueue(vertx, redis.url());
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Database database = database(vertx, postgres.url());

    HistoryWorld() {
        database.migrate();
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(this::migrated);
    }

    private boolean migrated() {
        return database.ask(pool -> Uni.createFrom().item(true)).await().atMost(Duration.ofSeconds(5));
    }

    /** PostgreSQL as an instance sees it. */
    static Database database(Vertx vertx, String url) {
        PgConnectOptions options = PgConnectOptions.fromUri(url)
                .setUser(TestPostgres.USER)
                .setPassword(TestPostgres.USER)
                .setCachePreparedStatements(true);
        Pool pool = PgBuilder.pool()
                .using(io.vertx.mutiny.core.Vertx.newInstance(vertx))
                .connectingTo(options)
                .with(new PoolOptions().setMaxSize(4))
                .build();
        Flyway flyway = Flyway.configure()
                .dataSource("jdbc:" + url, TestPostgres.USER, TestPostgres.USER)
                .load();
        return new Database(vertx, pool, flyway);
    }

    Database database() {
        return database;
    }

    TestQueue queue() {
        return queue;
    }

    TestPostgres postgres() {
        return postgres;
    }

    String redisUrl() {
        return redis.url();
    }

    double counted(String metric) {
        return metrics.counter(metric).count();
    }

    Writer writer(HistoryConfig config) {
        return new Writer(vertx, database, new Records(queue.steps()), config, new WriterMetrics(metrics));
    }

    /** Lets a writer take turns until it says that there is no more. */
    void write(Writer writer) {
        while (writer.once().await().atMost(Duration.ofSeconds(30))) {
            // Once more.
        }
    }

    void write() {
        write(writer(Settings.USUAL));
    }

    /** Leaves a record as a step would. */
    String record(String kind, String data) {
        return record("*", kind, data);
    }

    String record(String id, String kind, String data) {
        return queue.redis(Command.XADD, "{mm}:records", id, "kind", kind, "data", data)
                .toString();
    }

    /** Leaves the record of a match that has ended, and gives its id. */
    String endedMatch(String learner, String expert) {
        String id = Ids.next("mch_");
        record("match-ended", match(id, learner, expert, 2_000));
        return id;
    }

    /** A match that began 1 s after 1970 and ended at this time in ms (0: it has not). */
    static String match(String id, String learner, String expert, long endedAt) {
        return """
                {"id":"%s","ticket":"tkt_1","learner":"%s","expert":"%s","learnerName":"Ada","expertName":"Bob",
                "field":"0613","fieldName":"Software","problem":"A loop","because":"[\\"field\\"]","startedAt":"1000"%s}""".formatted(
                id, learner, expert, endedAt == 0 ? "" : ",\"endedAt\":\"" + endedAt + "\",\"reason\":\"left\"");
    }

    static String relation(String account, String other) {
        return """
                {"id":"%s","account":"%s","other":"%s","otherName":"Bob","at":1000}""".formatted(Ids.next("rel_"), account, other);
    }

    static String rating(String match, String account, String about, int stars) {
        return """
                {"match":"%s","role":"learner","account":"%s","about":"%s","stars":%d,"reasons":"[\\"clear\\"]","at":1000}""".formatted(match, account, about, stars);
    }

    long waiting() {
        return queue.redis(Command.XLEN, "{mm}:records").toLong();
    }

    long count(String table) {
        return Long.parseLong(one("select count(*) from " + table));
    }

    /** The only value that a query gives. */
    String one(String sql) {
        List<String> all = all(sql);
        if (all.size() != 1) {
            throw new AssertionError("Not one row: " + all);
        }
        return all.getFirst();
    }

    /** The first column of what a query gives. */
    List<String> all(String sql) {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:" + postgres.url(), TestPostgres.USER, TestPostgres.USER);
    }

    /** Empties both. */
    void clear() {
        queue.redis(Command.FLUSHALL);
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(
                    "truncate match, rating, old_ratings, relation, ticket, refused_record, webhook, webhook_delivery,"
                            + " forgotten_account");
            statement.execute("update position set epoch = '', ms = 0, number = 0");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        queue.close();
        redis.close();
        vertx.close();
        postgres.close();
    }
}
