package dev.stoa.matchmaking.records.webhook;

import dev.stoa.matchmaking.api.seal.Seal;
import dev.stoa.matchmaking.problem.Problems;
import dev.stoa.matchmaking.queue.Ids;
import dev.stoa.matchmaking.records.history.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The webhooks that are kept. */
@ApplicationScoped
class Webhooks {

    private final Database database;
    private final Seal seal;
    private final WebhookConfig config;

    Webhooks(Database database, Seal seal, WebhookConfig config) {
        this.database = database;
        this.seal = seal;
        this.config = config;
    }

    /** Makes one under this id, or answers the one that is there with its secret; 409 when there are too many. */
    Uni<Webhook> create(String id, String integrator, WebhookRequest request) {
        if (!seal.available()) {
            throw WebhookProblems.notSetUp();
        }
        return database.ask(pool -> pool.withTransaction(connection -> run(
                        connection, "select pg_advisory_xact_lock(hashtext($1))", Tuple.of(integrator))
                .chain(() -> find(connection, id, integrator))
                .flatMap(known -> known.isEmpty()
                        ? insert(connection, id, integrator, request)
                        : Uni.createFrom()
                                .item(WebhookRow.read(known.getFirst())
                                        .with(secrets(known.getFirst()).getFirst())))));
    }

    private Uni<Webhook> insert(SqlConnection connection, String id, String integrator, WebhookRequest request) {
        Secret secret = Secret.next();
        Tuple values = Tuple.of(id, integrator, request.url())
                .addString(request.description())
                .addArrayOfString(request.types().toArray(String[]::new))
                .addBoolean(!Boolean.FALSE.equals(request.enabled()))
                .addString(seal.close(id, secret.text()))
                .addInteger(config.mostPerIntegrator());
        return run(connection, """
                insert into webhook (id, integrator, url, description, types, enabled, secret, created_at,
                    disabled_reason, disabled_at)
                select $1, $2, $3, nullif($4, ''), $5, $6, $7, now(),
                    case when not $6 then 'by-integrator' end, case when not $6 then now() end
                where (select count(*) from webhook where integrator = $2) < $8
                returning *""", values).map(rows -> {
            if (rows.size() == 0) {
                throw WebhookProblems.tooMany(config.mostPerIntegrator());
            }
            return WebhookRow.read(rows.iterator().next()).with(secret);
        });
    }

    /** All of an integrator. */
    Uni<WebhookList> list(String integrator) {
        return database.ask(pool -> pool.preparedQuery(
                                "select * from webhook where integrator = $1 order by created_at, id")
                        .execute(Tuple.of(integrator)))
                .map(rows -> new WebhookList(stream(rows).map(WebhookRow::read).toList()));
    }

    /** One of them; 404 when there is none. */
    Uni<Webhook> get(String id, String integrator) {
        return row(id, integrator).map(WebhookRow::read);
    }

    /** One of them as it is stored; 404 when there is none. */
    Uni<Row> row(String id, String integrator) {
        if (!Ids.fits(Webhook.PREFIX, id)) {
            return Uni.createFrom().failure(WebhookProblems::notFound);
        }
        return database.ask(pool -> pool.preparedQuery("select * from webhook where id = $1 and integrator = $2")
                        .execute(Tuple.of(id, integrator)))
                .map(rows -> stream(rows).findFirst().orElseThrow(WebhookProblems::notFound));
    }

    /** Changes one; fails when the caller has seen another revision. */
    Uni<Webhook> change(String id, String integrator, WebhookChange change, Predicate<Long> meant) {
        return seen(id, integrator, meant, (connection, row) -> {
            String url = change.url() == null ? row.getString("url") : change.url();
            String description = change.description() == null ? row.getString("description") : change.description();
            boolean enabled = change.enabled() == null ? row.getBoolean("enabled") : change.enabled();
            String[] types = change.events() == null
                    ? row.getArrayOfStrings("types")
                    : change.events().stream().distinct().toArray(String[]::new);
            return run(
                            connection,
                            """
                    update webhook set url = $2, description = nullif($3, ''), types = $4, enabled = $5,
                        failing_since = case when $5 and enabled and url = $2 then failing_since end,
                        disabled_reason = case when $5 then null when enabled then 'by-integrator' else disabled_reason end,
                        disabled_at = case when $5 then null when enabled then now() else disabled_at end,
                        revision = revision + 1
                    where id = $1 returning *""",
                            Tuple.of(id, url, description)
                                    .addArrayOfString(types)
                                    .addBoolean(enabled))
                    .map(rows -> WebhookRow.read(rows.iterator().next()));
        });
    }

    /** Gives it another secret; the one before signs too for a while. The same rotation is done once. */
    Uni<Webhook> rotate(String id, String integrator, String rotation, Predicate<Long> meant) {
        return database.ask(pool -> pool.withTransaction(connection -> find(connection, id, integrator)
                .flatMap(rows -> {
                    Row row = one(rows);
                    if (rotation.equals(row.getString("rotation"))) {
                        return Uni.createFrom()
                                .item(WebhookRow.read(row).with(secrets(row).getFirst()));
                    }
                    require(row, meant);
                    Secret next = Secret.next();
                    Tuple values = Tuple.of(id, seal.close(id, next.text()), rotation)
                            .addLong(config.rotation().toMillis());
                    return run(connection, """
                            update webhook set secret_before = secret, before_until = now() + $4 * interval '1 ms',
                                secret = $2, rotation = $3, revision = revision + 1
                            where id = $1 returning *""", values)
                            .map(changed ->
                                    WebhookRow.read(changed.iterator().next()).with(next));
                })));
    }

    /** Deletes one, and all that was to be sent there. */
    Uni<Void> delete(String id, String integrator, Predicate<Long> meant) {
        return seen(
                id,
                integrator,
                meant,
                (connection, row) -> run(connection, "delete from webhook where id = $1", Tuple.of(id))
                        .replaceWithVoid());
    }

    /** Deletes all of an integrator, with their secrets, and all that was to be sent there. */
    Uni<Void> deleteAll(String integrator) {
        return database.ask(pool -> pool.preparedQuery("delete from webhook where integrator = $1")
                        .execute(Tuple.of(integrator)))
                .replaceWithVoid();
    }

    /** Work on a row that is locked. */
    private interface Work<T> {
        Uni<T> on(SqlConnection connection, Row row);
    }

    private <T> Uni<T> seen(String id, String integrator, Predicate<Long> meant, Work<T> work) {
        return database.ask(pool -> pool.withTransaction(
                connection -> find(connection, id, integrator).flatMap(rows -> {
                    Row row = one(rows);
                    require(row, meant);
                    return work.on(connection, row);
                })));
    }

    private static void require(Row row, Predicate<Long> meant) {
        if (!meant.test(row.getLong("revision"))) {
            throw Problems.stale();
        }
    }

    private static Row one(List<Row> rows) {
        return rows.stream().findFirst().orElseThrow(WebhookProblems::notFound);
    }

    private static Uni<List<Row>> find(SqlConnection connection, String id, String integrator) {
        if (!Ids.fits(Webhook.PREFIX, id)) {
            return Uni.createFrom().item(List.of());
        }
        return run(
                        connection,
                        "select * from webhook where id = $1 and integrator = $2 for update",
                        Tuple.of(id, integrator))
                .map(rows -> stream(rows).toList());
    }

    /** What its calls are signed with now, its own secret first. */
    List<Secret> secrets(Row row) {
        return WebhookRow.secrets(row, seal);
    }

    private static Uni<RowSet<Row>> run(SqlConnection connection, String sql, Tuple values) {
        return connection.preparedQuery(sql).execute(values);
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
