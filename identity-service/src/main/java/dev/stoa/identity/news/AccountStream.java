package dev.stoa.identity.news;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The stream {@code {id}:accounts} in the queue's Redis: entries of {@code type}, {@code account} and {@code data} (JSON).
 */
@ApplicationScoped
class AccountStream {

    /**
     * News as it waits in the outbox.
     *
     * @param number its row's
     * @param moment when the row was written, in microseconds since 1970
     */
    record Entry(long number, long moment, String type, String account, String data) {}

    static final String KEY = "{id}:accounts";

    /** The moment of each number that was told last. */
    private static final String TOLD = "{id}:accounts-told";

    /** The numbers by which the version before knows what was told. */
    static final String SENT = "{id}:accounts-sent";

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /**
     * A sender that got no answer sends again, and rows that are in the stream already are left out: an old ban told after
     * its end would be a new ban. A number alone does not say which row it is: a database that was put back gives the same
     * numbers to other rows. For the version before it has to do, so its set lives for minutes only. ARGV: entries to
     * keep, numbers to remember, seconds that the set of the version before lives, then for each entry its number, moment,
     * type, account and data. Answers how many were appended. It writes in any case, because who waits for replicas waits for
     * what the own connection has written.
     */
    private static final String APPEND = """
            local appended = 0
            for i = 4, #ARGV, 5 do
              local number = ARGV[i]
              local told = redis.call('ZSCORE', KEYS[2], number)
              local before = redis.call('ZADD', KEYS[3], 'NX', number, number) == 0
              if told and tonumber(told) ~= tonumber(ARGV[i + 1]) or not told and not before then
                redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[1], '*',
                  'type', ARGV[i + 2], 'account', ARGV[i + 3], 'data', ARGV[i + 4])
                redis.call('ZADD', KEYS[2], ARGV[i + 1], number)
                appended = appended + 1
              end
            end
            redis.call('ZREMRANGEBYRANK', KEYS[2], 0, -1 - ARGV[2])
            redis.call('ZREMRANGEBYRANK', KEYS[3], 0, -1 - ARGV[2])
            redis.call('EXPIRE', KEYS[3], ARGV[3], 'NX')
            redis.call('EXPIRE', KEYS[2], 31536000)
            return appended
            """;

    /** How many entries the stream keeps, about. */
    static final int KEPT = 100_000;

    private static final int REMEMBERED = 10_000;
    private static final Duration SENT_LIVES = Duration.ofMinutes(10);

    private final ReactiveRedisDataSource redis;
    private final Replicas replicas;
    private final Counter appended;

    AccountStream(ReactiveRedisDataSource redis, Replicas replicas, MeterRegistry meters) {
        this.redis = redis;
        this.replicas = replicas;
        this.appended = Counter.builder("stoa.account.news")
                .description("Entries appended to the stream that tells other services of accounts")
                .register(meters);
    }

    /** Appends in this order what is not there yet, all or nothing; fails while it could still be lost with the master. */
    Uni<Void> append(List<Entry> entries) {
        var arguments = new ArrayList<>(List.of(
                APPEND,
                "3",
                KEY,
                TOLD,
                SENT,
                Integer.toString(KEPT),
                Integer.toString(REMEMBERED),
                Long.toString(SENT_LIVES.toSeconds())));
        entries.forEach(entry -> arguments.addAll(List.of(
                Long.toString(entry.number()),
                Long.toString(entry.moment()),
                entry.type(),
                entry.account(),
                entry.data())));
        return replicas.confirmed(
                        redis,
                        connection -> connection
                                .execute("EVAL", arguments.toArray(String[]::new))
                                .invoke(answer -> appended.increment(answer.toLong())))
                .ifNoItem()
                .after(PATIENCE)
                .fail();
    }
}
