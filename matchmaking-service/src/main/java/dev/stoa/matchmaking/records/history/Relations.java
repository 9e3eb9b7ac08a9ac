package dev.stoa.matchmaking.records.history;

import dev.stoa.matchmaking.api.page.Cursor;
import dev.stoa.matchmaking.problem.Problems;
import dev.stoa.matchmaking.queue.Ids;
import dev.stoa.matchmaking.queue.Outcome;
import dev.stoa.matchmaking.queue.Step;
import dev.stoa.matchmaking.queue.Steps;
import dev.stoa.matchmaking.records.history.Relation.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;

/** The favourites and blocks of accounts, in PostgreSQL. */
@ApplicationScoped
class Relations {

    private static final String PAGE = """
            select id, other_name, since from relation
            where account = $1 and kind = $2 and (since, id) < (to_timestamp($3::float8 / 1000), $4)
            order by since desc, id desc limit $5""";
    private static final String OTHER = "select other from relation where id = $1 and account = $2 and kind = $3";

    private final Database database;
    private final Recency recency;
    private final Steps steps;

    Relations(Database database, Recency recency, Steps steps) {
        this.database = database;
        this.recency = recency;
        this.steps = steps;
    }

    /** A page of an account's favourites or blocks, newest first. */
    Uni<RelationPage> page(String account, Kind kind, Cursor behind, int limit) {
        Tuple arguments = Tuple.of(account, kind.word(), (double) behind.ms(), behind.id(), limit + 1);
        return recency.upToNow()
                .chain(() -> database.ask(pool -> pool.preparedQuery(PAGE).execute(arguments)))
                .map(rows -> {
                    List<Relation> items = StreamSupport.stream(rows.spliterator(), false)
                            .limit(limit)
                            .map(Relations::read)
                            .toList();
                    return new RelationPage(items, rows.size() > limit ? next(items.getLast()) : null);
                });
    }

    private static Relation read(Row row) {
        String name = row.getString("other_name");
        return new Relation(
                row.getString("id"),
                name.isEmpty() ? PastMatches.NOBODY : name,
                row.getOffsetDateTime("since").toInstant());
    }

    private static String next(Relation last) {
        return new Cursor(last.since().toEpochMilli(), last.id()).write();
    }

    /** Ends one of the account's own; 404 for others'. Matching knows at once, PostgreSQL by the record. */
    Uni<Void> end(String id, String account, Kind kind) {
        if (!Ids.fits(Relation.PREFIX, id)) {
            return Uni.createFrom().failure(Relations::unknown);
        }
        return recency.upToNow()
                .chain(() ->
                        database.ask(pool -> pool.preparedQuery(OTHER).execute(Tuple.of(id, account, kind.word()))))
                .flatMap(rows -> {
                    if (rows.size() == 0) {
                        return Uni.createFrom().failure(unknown());
                    }
                    String other = rows.iterator().next().getString("other");
                    return steps.take(Step.UNRELATE, account, other, kind.word());
                })
                .flatMap(reply -> reply.outcome() == Outcome.OK
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom()
                                .failure(Problems.unavailable(
                                        "Favourites and blocks are being read in; try again in a second.")));
    }

    private static RuntimeException unknown() {
        return Problems.notFound("This account has no such favourite or block; the lists show those that there are.");
    }
}
