package dev.stoa.matchmaking.records.webhook;

import dev.stoa.matchmaking.records.history.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Hands out what is due, each to one instance at a time. */
final class Leases {

    /**
     * Locks webhooks that something is due for and that may be called once more, those that have waited longest first. One
     * that keeps up is called once at a time, so that things arrive in the order in which they have happened.
     */
    private static final String LOCK = """
            select w.id, lanes.most
            from webhook w cross join lateral (
                select case when exists (
                    select 1 from webhook_delivery d where d.webhook = w.id and d.state = 'waiting'
                        and d.next_at < now() - $2 * interval '1 ms')
                then $3::int else 1 end as most) lanes
            where w.enabled
                and exists (select 1 from webhook_delivery d where d.webhook = w.id and d.state = 'waiting'
                    and d.next_at <= now() and (d.leased_until is null or d.leased_until <= now()))
                and (select count(*) from webhook_delivery d where d.webhook = w.id and d.leased_until > now())
                    < lanes.most
            order by w.served_at, w.id limit $1 for update of w skip locked""";

    /** What was leased before the locks were taken is seen by this second statement. */
    private static final String LEASE = """
            with lane as (
                select w.id, w.url, w.secret, case when w.before_until > now() then w.secret_before end as secret_before,
                    l.most - (select count(*) from webhook_delivery d where d.webhook = w.id and d.leased_until > now())
                        as free
                from unnest($1::text[], $2::int[]) as l (id, most) join webhook w on w.id = l.id),
            due as (
                select lane.id as webhook, d.event from lane cross join lateral (
                    select event from webhook_delivery d where d.webhook = lane.id and d.state = 'waiting'
                        and d.next_at <= now() and (d.leased_until is null or d.leased_until <= now())
                    order by d.next_at, d.ms, d.number limit greatest(0, lane.free)) d
                limit $3),
            served as (update webhook w set served_at = now() where w.id in (select webhook from due))
            update webhook_delivery d set leased_until = now() + $4 * interval '1 ms', lease = $5
            from due join lane on lane.id = due.webhook
            where d.webhook = due.webhook and d.event = due.event
            returning d.webhook, d.event, d.payload, d.round, lane.url, lane.secret, lane.secret_before, d.next_at, d.ms, d.number""";

    private final Database database;
    private final WebhookConfig config;
    private final String holder;

    /**
     * @param holder names this run of this instance
     */
    Leases(Database database, WebhookConfig config, String holder) {
        if (config.lease().compareTo(config.timeout()) <= 0) {
            throw new IllegalArgumentException("stoa.webhook.lease has to be longer than stoa.webhook.timeout");
        }
        this.database = database;
        this.config = config;
        this.holder = holder;
    }

    /** So much of what is due, at most. */
    Uni<List<Due>> take(int most) {
        return database.inTransaction(connection -> lock(connection, most)
                .flatMap(lanes ->
                        lanes.size() == 0 ? Uni.createFrom().item(List.of()) : lease(connection, lanes, most)));
    }

    private Uni<RowSet<Row>> lock(SqlConnection connection, int most) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(most, config.behindAfter().toMillis(), config.atOncePerWebhook()));
    }

    private Uni<List<Due>> lease(SqlConnection connection, RowSet<Row> lanes, int most) {
        List<Row> rows = stream(lanes);
        Tuple arguments = Tuple.tuple()
                .addArrayOfString(rows.stream().map(row -> row.getString("id")).toArray(String[]::new))
                .addArrayOfInteger(
                        rows.stream().map(row -> row.getInteger("most")).toArray(Integer[]::new))
                .addInteger(most)
                .addLong(config.lease().toMillis())
                .addString(holder);
        return connection
                .preparedQuery(LEASE)
                .execute(arguments)
                .map(leased -> stream(leased).stream()
                        .sorted(Leases::byPlace)
                        .map(Leases::due)
                        .toList());
    }

    private static List<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }

    /** PostgreSQL returns updated rows in any order. */
    private static int byPlace(Row one, Row other) {
        int byTime = Long.compare(one.getLong("ms"), other.getLong("ms"));
        return byTime != 0 ? byTime : Long.compare(one.getLong("number"), other.getLong("number"));
    }

    private static Due due(Row row) {
        String before = row.getString("secret_before");
        return new Due(
                row.getString("webhook"),
                row.getString("event"),
                row.getString("url"),
                row.getString("payload"),
                row.getInteger("round"),
                row.getString("secret"),
                before == null ? "" : before);
    }

    /**
     * Writes down how an attempt went, unless the lease has gone to somebody else meanwhile.
     *
     * @param again the pause before the next attempt; none when there is no other one
     */
    Uni<Void> end(Due due, Attempt attempt, Optional<Duration> again) {
        String state = attempt.delivered() ? "delivered" : again.isPresent() ? "waiting" : "failed";
        Tuple arguments = Tuple.of(due.webhook(), due.event(), holder)
                .addString(state)
                .addLong(again.map(Duration::toMillis).orElse(0L))
                .addInteger(attempt.status())
                .addString(attempt.error())
                .addLong(attempt.took());
        return database.ask(pool -> pool.preparedQuery("""
                update webhook_delivery set state = $4, attempts = attempts + 1, round = round + 1,
                    next_at = now() + $5 * interval '1 ms', lease = null, leased_until = null,
                    last_at = now(), last_status = $6, last_error = $7, last_ms = $8::bigint
                where webhook = $1 and event = $2 and lease = $3""").execute(arguments))
                .chain(() -> attempt.delivered() ? healthy(due.webhook()) : failing(due.webhook(), attempt));
    }

    private Uni<Void> healthy(String webhook) {
        return run(
                "update webhook set failing_since = null where id = $1 and failing_since is not null",
                Tuple.of(webhook));
    }

    private Uni<Void> failing(String webhook, Attempt attempt) {
        Tuple arguments =
                Tuple.of(webhook, attempt.gone(), config.disableAfter().toMillis());
        return run("""
                update webhook set failing_since = coalesce(failing_since, now()),
                    enabled = not ($2 or coalesce(failing_since < now() - $3 * interval '1 ms', false)),
                    disabled_reason = case when $2 then 'gone'
                        when failing_since < now() - $3 * interval '1 ms' then 'failing' end,
                    disabled_at = case when $2 or failing_since < now() - $3 * interval '1 ms' then now() end,
                    revision = case when $2 or failing_since < now() - $3 * interval '1 ms' then revision + 1
                        else revision end
                where id = $1 and enabled and ($2 or failing_since is null
                    or failing_since < now() - $3 * interval '1 ms')""", arguments);
    }

    private Uni<Void> run(String sql, @Nullable Tuple arguments) {
        return database.ask(pool -> pool.preparedQuery(sql).execute(arguments)).replaceWithVoid();
    }
}
