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

    /** News as it waits in the outbox; the number is its row's. */
    record Entry(long number, String type, String account, String data) {}

    static final String KEY = "{id}:accounts";

    private static final String SENT = "{id}:accounts-sent";
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /**
     * A sender that got no answer sends again, and rows that are in the stream already are left out: an old ban told after
     * its end would be a new ban. ARGV: entries to keep, numbers to remember, then for each entry its number, type, account
     * and data. Answers how many were appended.
     */
    private static final String APPEND = """
            local appended = 0
            for i = 3, #ARGV, 4 do
              if redis.call('ZADD', KEYS[2], 'NX', ARGV[i], ARGV[i]) == 1 then
                redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[1], '*',
                  'type', ARGV[i + 1], 'account', ARGV[i + 2], 'data', ARGV[i + 3])
                appended = appended + 1
              end
            end
            redis.call('ZREMRANGEBYRANK', KEYS[2], 0, -1 - ARGV[2])
            return appended
            """;

    private static final int KEPT = 100_000;
    private static final int REMEMBERED = 10_000;

    private final ReactiveRedisDataSource redis;
    private final Counter appended;

    AccountStream(ReactiveRedisDataSource redis, MeterRegistry meters) {
        this.redis = redis;
        this.appended = Counter.builder("stoa.account.news")
                .description("Entries appended to the stream that tells other services of accounts")
                .register(meters);
    }

    /** Appends in this order what is not there yet, all or nothing. */
    Uni<Void> append(List<Entry> entries) {
        var arguments = new ArrayList<String>(
                List.of(APPEND, "2", KEY, SENT, Integer.toString(KEPT), Integer.toString(REMEMBERED)));
        entries.forEach(entry ->
                arguments.addAll(List.of(Long.toString(entry.number()), entry.type(), entry.account(), entry.data())));
        return redis.execute("EVAL", arguments.toArray(String[]::new))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .invoke(answer -> appended.increment(answer.toLong()))
                .replaceWithVoid();
    }
}
