package dev.stoa.matchmaking.records.webhook;

import dev.stoa.matchmaking.api.seal.Seal;
import dev.stoa.matchmaking.queue.Ids;
import dev.stoa.matchmaking.records.history.Database;
import dev.stoa.matchmaking.records.history.TestDatabase;
import dev.stoa.matchmaking.support.Receiver;
import dev.stoa.matchmaking.support.TestPostgres;
import dev.stoa.matchmaking.support.TestQueue;
import dev.stoa.matchmaking.support.TestRedis;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Redis, a PostgreSQL, and instances that carry events from one through the other to receivers. */
final class WebhookWorld implements AutoCloseable {

    static final Seal SEAL = new Seal(Optional.of("for the tests alone, and long enough"));
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Vertx vertx = Vertx.vertx();
    private final TestRedis redis = new TestRedis();
    private final TestPostgres postgres = new TestPostgres();
    private final TestQueue queue = new TestQueue(vertx, redis.url());
    private final Database database = TestDatabase.migrated(vertx, postgres.url());
    private final List<Calls> running = new ArrayList<>();

    /** Settings that are usual here, with others in pairs of name and value. */
    static WebhookConfig config(String... others) {
        Map<String, String> values = new HashMap<>(Map.of(
                "stoa.webhook.allow-http", "true",
                "stoa.webhook.write-every", "10ms",
                "stoa.webhook.deliver-every", "20ms",
                "stoa.webhook.retries", "100ms,100ms",
                "stoa.webhook.lease", "60s",
                "stoa.webhook.timeout", "30s"));
        for (int i = 0; i < others.length; i += 2) {
            values.put("stoa.webhook." + others[i], others[i + 1]);
        }
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 300, new DurationConverter())
                .withMapping(WebhookConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build()
                .getConfigMapping(WebhookConfig.class);
    }

    /** All names lead to this machine, which may be called. */
    static Sender sender(Vertx vertx, WebhookConfig config) {
        Names names = host -> Uni.createFrom().item(List.of(InetAddress.getLoopbackAddress()));
        Doors doors = new Doors(names, new Addresses(List.of(Network.of("127.0.0.0/8"))));
        return new Sender(vertx, vertx.createHttpClient(WebhookBeans.options(config)), doors, config);
    }

    /** What one instance does. */
    static Calls calls(Vertx vertx, Database database, TestQueue queue, WebhookConfig config) {
        Calls.Stores stores = new Calls.Stores(database, queue.steps(), SEAL);
        return new Calls(stores, sender(vertx, config), config, queue.metrics(), vertx);
    }

    /** Starts an instance. */
    Calls start(String... others) {
        Calls calls = calls(vertx, database, queue, config(others));
        calls.start();
        running.add(calls);
        return calls;
    }

    Webhooks webhooks() {
        return new Webhooks(database, SEAL, config());
    }

    Deliveries deliveries() {
        return new Deliveries(database, webhooks());
    }

    Webhook create(String integrator, Receiver receiver, String... types) {
        WebhookRequest request = new WebhookRequest(receiver.url(), List.of(types), null, null);
        return done(webhooks().create(Ids.next(Webhook.PREFIX), integrator, request));
    }

    Webhook get(Webhook webhook, String integrator) {
        return done(webhooks().get(webhook.id(), integrator));
    }

    /** Leaves an event as a step would. */
    void event(String integrator, int number) {
        queue.redis(
                Command.XADD,
                "{mm}:outbox",
                "*",
                "integrator",
                integrator,
                "type",
                "ticket.queued",
                "data",
                "{\"number\":" + number + "}");
    }

    /** The number in the data of what came. */
    static int number(Receiver.Call call) {
        return call.json().getInt("data.number");
    }

    long waitingInRedis() {
        return queue.redis(Command.XLEN, "{mm}:outbox").toLong();
    }

    long count(String condition) {
        return one("select count(*) from webhook_delivery where " + condition);
    }

    long one(String sql) {
        return done(database.ask(pool -> pool.query(sql).execute()))
                .iterator()
                .next()
                .getLong(0);
    }

    void run(String sql) {
        done(database.ask(pool -> pool.query(sql).execute()));
    }

    static <T> T done(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }

    Vertx vertx() {
        return vertx;
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

    /** Stops all instances and empties everything. */
    void clear() {
        running.forEach(calls -> calls.stop());
        running.clear();
        queue.redis(Command.FLUSHALL);
        run("truncate webhook, webhook_delivery, forgotten_account");
    }

    @Override
    public void close() {
        running.forEach(calls -> calls.stop());
        queue.close();
        redis.close();
        vertx.close();
        postgres.close();
    }
}
