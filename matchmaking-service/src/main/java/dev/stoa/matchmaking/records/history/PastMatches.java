package dev.stoa.matchmaking.records.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stoa.matchmaking.api.account.Field;
import dev.stoa.matchmaking.api.page.Cursor;
import dev.stoa.matchmaking.meeting.match.Match;
import dev.stoa.matchmaking.meeting.match.MatchState;
import dev.stoa.matchmaking.meeting.match.Participant;
import dev.stoa.matchmaking.meeting.match.Role;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The matches that are over, in PostgreSQL. */
@ApplicationScoped
class PastMatches {

    private static final String ONE_ROLE = """
            (select '%1$s' as role, id, field, field_name, problem, because::text, started_at, ended_at, reason,
                in_call_at is not null as met, %2$s as other, %2$s_name as other_name,
                %1$s_thanked_at is not null as thanked, %2$s_thanked_at is not null as thanks_received
            from match where %1$s = $1 and ended_at is not null and (ended_at, id) < (to_timestamp($2::float8 / 1000), $3)
            order by ended_at desc, id desc limit $4)""";
    private static final String PAGE =
            """
            select m.*, r.stars, r.reasons::text as reasons, r.words, f.id is not null as favourite, b.id is not null as blocked
            from (%s union all %s) as m
            left join rating r on r.match = m.id and r.role = m.role
            left join relation f on f.account = $1 and f.kind = 'favourite' and f.other = m.other and m.role = 'learner'
            left join relation b on b.account = $1 and b.kind = 'block' and b.other = m.other
            order by m.ended_at desc, m.id desc limit $4""".formatted(ONE_ROLE.formatted("learner", "expert"), ONE_ROLE.formatted("expert", "learner"));
    private static final TypeReference<List<String>> WORDS = new TypeReference<>() {};
    private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};
    /** Who has deleted the account. */
    static final String NOBODY = "Deleted account";

    private final Database database;
    private final Recency recency;
    private final ObjectMapper mapper;
    private final HistoryConfig config;

    PastMatches(Database database, Recency recency, ObjectMapper mapper, HistoryConfig config) {
        this.database = database;
        this.recency = recency;
        this.mapper = mapper;
        this.config = config;
    }

    /** A page of those in which the account took part, newest first. */
    Uni<HistoryPage> page(String account, Cursor behind, int limit) {
        Tuple arguments = Tuple.of(account, (double) behind.ms(), behind.id(), limit + 1);
        return recency.upToNow()
                .chain(() -> database.ask(pool -> pool.preparedQuery(PAGE).execute(arguments)))
                .map(rows -> {
                    List<PastMatch> items = StreamSupport.stream(rows.spliterator(), false)
                            .limit(limit)
                            .map(this::read)
                            .toList();
                    return new HistoryPage(
                            items, rows.size() > limit ? next(items.getLast().match()) : null);
                });
    }

    private static String next(Match last) {
        Instant endedAt = last.endedAt();
        return new Cursor(endedAt == null ? 0 : endedAt.toEpochMilli(), last.id()).write();
    }

    /** Whether the account took part in a match; {@code false} also while PostgreSQL is away. */
    Uni<Boolean> has(String match, String account) {
        return database.ask(pool -> pool.preparedQuery("select 1 from match where id = $1 and $2 in (learner, expert)")
                        .execute(Tuple.of(match, account)))
                .map(rows -> rows.size() > 0)
                .onFailure()
                .recoverWithItem(false);
    }

    private PastMatch read(Row row) {
        Instant endedAt = time(row, "ended_at");
        return new PastMatch(
                match(row, endedAt),
                rating(row),
                row.getBoolean("thanked"),
                row.getBoolean("thanks_received"),
                row.getBoolean("favourite"),
                row.getBoolean("blocked"),
                row.getBoolean("met") ? endedAt.plus(config.openFor()) : null);
    }

    private Match match(Row row, Instant endedAt) {
        String name = row.getString("other_name");
        return new Match(
                row.getString("id"),
                row.getString("role").equals("learner") ? Role.LEARNER : Role.EXPERT,
                new Participant(name.isEmpty() ? NOBODY : name),
                new Field(row.getString("field"), row.getString("field_name")),
                row.getString("problem"),
                json(row.getString("because"), WORDS),
                time(row, "started_at"),
                MatchState.COMPLETED,
                endedAt,
                row.getString("reason"),
                null);
    }

    private @Nullable Rating rating(Row row) {
        Short stars = row.getShort("stars");
        return stars == null
                ? null
                : new Rating((int) stars, json(row.getString("reasons"), REASONS), row.getString("words"));
    }

    private static Instant time(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    private <T> T json(String text, TypeReference<T> type) {
        try {
            return mapper.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
