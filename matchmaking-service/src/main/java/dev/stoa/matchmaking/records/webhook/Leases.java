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
     * that keeps up is called once at a time, so that things arrive in the order in which they have happened; of those that
     * are behind only so many, for however many they are, the others are not to wait for them.
     */
    private static final String LOCK = """
            with due as (
                select w.id, w.served_at, exists (
                    select 1 from webhook_delivery d where d.webhook = w.id and d.state = 'waiting'
                        and d.next_at < now() - $2 * interval '1 ms') as behind
                from webhook w where w.enabled
                    and exists (select 1 from webhook_delivery d where d.webhook = w.id and d.state = 'waiting'
                        and d.next_at <= now() and (d.leased_until is null or d.leased_until <= now()))),
            lanes as (select id, behind, case when behind then $3::int else 1 end as most, served_at from due),
            free as (
                select *, row_number() over (partition by behind order by served_at, id) as place from lanes
                where (select count(*) from webhook_delivery d where d.webhook = lanes.id and d.leased_until > now())
                    < most)
            select w.id, free.most, free.behind from free join webhook w on w.id = free.id
            where not free.behind or free.place <= $4
            order by free.behind, w.served_at, w.id limit $1 for update of w skip locked""";

    /** What was leased before the locks were taken is seen by this second statement. */
    private static final String LEASE = """
            with lane as (
                select w.id, w.url, w.secret, case when w.before_until > now() then w.secret_before end as secret_before,
                    l.behind, l.place,
                    l.most - (select count(*) from webhook_delivery d where d.webhook = w.id and d.leased_until > now())
                        as free
                from unnest($1::text[], $2::int[], $3::bool[]) with ordinality as l (id, most, behind, place)
                    join webhook w on w.id = l.id),
            found as (
                select lane.id as webhook, d.event, lane.place, lane.behind,
                    row_number() over (partition by lane.behind order by lane.place) as number
                from lane cross join lateral (
                    select event from webhook_delivery d where d.webhook = lane.id and d.state = 'waiting'
                        and d.next_at <= now() and (d.leased_until is null or d.leased_until <= now())
                    order by d.next_at, d.ms, d.number limit greatest(0, lane.free)) d),
            due as (select webhook, event from found where not behind or number <= $5 order by place limit $4),
            served as (update webhook w set served_at = now() where w.id in (select webhook from due))
            update webhook_delivery d set leased_until = now() + $6 * interval '1 ms', lease = $7
            from due join lane on lane.id = due.webhook
            where d.webhook = due.webhook and d.event = due.event
            returning d.webhook, d.event, d.payload, d.round, lane.url, lane.secret, lane.secret_before, lane.behind,
                d.next_at, d.ms, d.number""";

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

    /**
     * So much of what is due, at most.
     *
     * @param mostBehind how much of it for webhooks that are behind
     */
    Uni<List<Due>> take(int most, int mostBehind) {
        return database.inTransaction(connection -> lock(connection, most, mostBehind)
                .flatMap(lanes -> lanes.size() == 0
                        ? Uni.createFrom().item(List.of())
                        : lease(connection, lanes, most, mostBehind)));
    }

    private Uni<RowSet<Row>> lock(SqlConnection connection, int most, int mostBehind) {
        return connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(most, config.behindAfter().toMillis(), config.atOncePerWebhook(), mostBehind));
    }

    private Uni<List<Due>> lease(SqlConnection connection, RowSet<Row> lanes, int most, int mostBehind) {
        List<Row> rows = stream(lanes);
        Tuple arguments = Tuple.tuple()
                .addArrayOfString(rows.stream().map(row -> row.getString("id")).toArray(String[]::new))
                .addArrayOfInteger(
                        rows.stream().map(row -> row.getInteger("most")).toArray(Integer[]::new))
                .addArrayOfBoolean(
                        rows.stream().map(row -> row.getBoolean("behind")).toArray(Boolean[]::new))
                .addInteger(most)
                .addInteger(mostBehind)
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
                new Due.Secrets(row.getString("secret"), before == null ? "" : before),
                row.getBoolean("behind"));
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
                with hit as (
                    select id, $2 or coalesce(failing_since < now() - $3 * interval '1 ms', false) as last
                    from webhook where id = $1 and enabled for update)
                update webhook w set failing_since = coalesce(w.failing_since, now()), enabled = not hit.last,
                    disabled_reason = case when $2 then 'gone' when hit.last then 'failing' end,
                    disabled_at = case when hit.last then now() end, revision = w.revision + hit.last::int
                from hit where w.id = hit.id and (hit.last or w.failing_since is null)""", arguments);
    }

    private Uni<Void> run(String sql, @Nullable Tuple arguments) {
        return database.ask(pool -> pool.preparedQuery(sql).execute(arguments)).replaceWithVoid();
    }
}
