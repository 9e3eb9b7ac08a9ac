package dev.stoa.matchmaking.records.history;

import dev.stoa.matchmaking.queue.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Brings favourites, blocks and ratings back to a Redis that was emptied, a chunk after the other. Redis knows which was the
 * last, so another instance can go on with the next; and as nothing is written before the lock is free, the rows stand still.
 */
final class Seed {

    private static final Logger LOG = Logger.getLogger(Seed.class);
    private static final int CHUNK = 500;

    /** Rows in the order of {@code place}, after a place. */
    private static final String ROWS = """
            select place, kind, account, first, second from (
                select 'a:' || id as place, kind, account, other as first, '' as second from relation
                union all
                select 'b:' || about, 'rating', about, sum(stars)::text, sum(count)::text from (
                    select about, stars, 1 as count from rating where role = 'learner' and about is not null
                    union all
                    select about, stars, count from old_ratings) as rated
                group by about) as rows
            where place collate "C" > $1 order by place collate "C" limit $2""";

    private final Records records;
    private final Ledger ledger;

    Seed(Records records, Ledger ledger) {
        this.records = records;
        this.ledger = ledger;
    }

    /** Does all that is left; others may have begun it. */
    Uni<Void> run() {
        return records.seeded().flatMap(this::chunk);
    }

    private Uni<Void> chunk(String before) {
        return ledger.run(ROWS, Tuple.of(before, CHUNK)).flatMap(rows -> {
            List<String> cells = new ArrayList<>();
            String last = before;
            for (Row row : rows) {
                last = row.getString("place");
                for (String column : List.of("kind", "account", "first", "second")) {
                    cells.add(row.getString(column));
                }
            }
            String place = last;
            boolean done = rows.size() < CHUNK;
            return records.seed(before, place, done ? Ids.next("") : "", cells).flatMap(taken -> {
                if (done || !taken) {
                    LOG.info("Favourites, blocks and ratings are in Redis");
                    return Uni.createFrom().voidItem();
                }
                return chunk(place);
            });
        });
    }
}
