package dev.stoa.matchmaking.records.history;

import dev.stoa.matchmaking.queue.Steps;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Lets whoever has just done something find it in the history: a page waits for a moment until the writer is that far. */
@ApplicationScoped
class Recency {

    private static final Duration PAUSE = Duration.ofMillis(25);
    private static final int MOST_TRIES = 40;

    private final Records records;
    private final Database database;

    Recency(Steps steps, Database database) {
        this.records = new Records(steps);
        this.database = database;
    }

    /** Completes when all records of right now are written, or after a second at most; Redis need not be there. */
    Uni<Void> upToNow() {
        return records.waiting()
                .flatMap(read -> read.waiting() == 0 ? Uni.createFrom().voidItem() : reached(read, MOST_TRIES))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> reached(Records.Read read, int tries) {
        Tuple newest = Tuple.of(read.epoch(), read.newest().ms(), read.newest().number());
        return database.ask(pool -> pool.preparedQuery(
                                "select 1 from position where epoch = $1 and (ms, number) >= ($2, $3)")
                        .execute(newest))
                .flatMap(rows -> rows.size() > 0 || tries <= 1
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom()
                                .voidItem()
                                .onItem()
                                .delayIt()
                                .by(PAUSE)
                                .chain(() -> reached(read, tries - 1)));
    }
}
