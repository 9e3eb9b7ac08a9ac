package dev.stoa.matchmaking.records.history;

import dev.stoa.matchmaking.queue.EventId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** PostgreSQL as the writer sees it, within one transaction. */
final class Ledger {

    /** An instance that stands still in the middle of a transaction loses its turn after ten seconds. */
    private static final String LOCK = """
            select epoch, ms, number, set_config('idle_in_transaction_session_timeout', '10s', true)
            from position for update skip locked""";

    private final SqlConnection connection;

    Ledger(SqlConnection connection) {
        this.connection = connection;
    }

    /** Takes the lock on the position until the end of the transaction; empty when another instance has it. */
    Uni<Optional<Position>> lock() {
        return connection
                .query(LOCK)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(row -> new Position(
                                row.getString("epoch"), new EventId(row.getLong("ms"), row.getLong("number")))));
    }

    /** Writes a batch. */
    Uni<Void> write(List<Batch.Write> batch) {
        return Multi.createFrom()
                .iterable(batch)
                .onItem()
                .transformToUniAndConcatenate(this::write)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<RowSet<Row>> write(Batch.Write write) {
        Tuple data = Tuple.of(write.data());
        return write.table() == Table.FORGOTTEN
                ? connection
                        .query(Database.BEFORE_FORGETTING)
                        .execute()
                        .chain(() -> run(write.table().sql(), data))
                : run(write.table().sql(), data);
    }

    /** All records up to here are written. */
    Uni<Void> move(Position position) {
        return run(
                        "update position set epoch = $1, ms = $2, number = $3",
                        Tuple.of(
                                position.epoch(),
                                position.id().ms(),
                                position.id().number()))
                .replaceWithVoid();
    }

    /** Puts a record aside that can't be written, and goes on behind it. */
    Uni<Void> refuse(Position position, Entry entry, Throwable why) {
        Tuple refused = Tuple.of(
                        position.epoch(), position.id().ms(), position.id().number())
                .addString(entry.kind())
                .addString(entry.data())
                .addString(String.valueOf(why.getMessage()));
        return run(
                        "insert into refused_record (epoch, ms, number, kind, data, why) values ($1, $2, $3, $4, $5, $6)"
                                + " on conflict do nothing",
                        refused)
                .chain(() -> move(position));
    }

    /** Asks for rows. */
    Uni<RowSet<Row>> run(String sql, Tuple arguments) {
        return connection.preparedQuery(sql).execute(arguments);
    }
}
