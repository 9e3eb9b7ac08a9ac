package dev.stoa.identity.news;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.value.ReactiveValueCommands;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicBoolean;

/** The sessions that have ended while access tokens of theirs are still good, in the Redis of sessions and news alike. */
@ApplicationScoped
public class SignOuts {

    private static final String MARK = "{id}:signed-out:";

    /** How far the clocks of provider, Redis and services may be apart. */
    private static final Duration LEEWAY = Duration.ofMinutes(1);

    /**
     * KEYS: the session, the stream, the mark of what has ended. ARGV: SHA-1 of the session as it was read, entries to keep,
     * type, account and data of the news, when the last token expires, when the mark goes. Answers 0 when the session was
     * changed meanwhile.
     */
    private static final String END = """
            local session = redis.call('GET', KEYS[1])
            if not session then return 1 end
            if redis.sha1hex(session) ~= ARGV[1] then return 0 end
            redis.call('DEL', KEYS[1])
            redis.call('XADD', KEYS[2], 'MAXLEN', '~', ARGV[2], '*', 'type', ARGV[3], 'account', ARGV[4], 'data', ARGV[5])
            if tonumber(ARGV[6]) > tonumber(redis.call('GET', KEYS[3]) or 0) then
              redis.call('SET', KEYS[3], ARGV[6], 'EXAT', ARGV[7])
            end
            return 1
            """;

    private final ReactiveRedisDataSource redis;
    private final ReactiveValueCommands<String, String> marks;
    private final Replicas replicas;

    SignOuts(ReactiveRedisDataSource redis, Replicas replicas) {
        this.redis = redis;
        this.marks = redis.value(String.class);
        this.replicas = replicas;
    }

    /**
     * Ends a session, and tells so in the same step; false when it was changed since it was read. Fails while that could still be
     * lost with the master.
     *
     * @param key under which the session is kept
     * @param read what was read there
     */
    public Uni<Boolean> end(String key, byte[] read, News.SignedOut news) {
        String[] arguments = {
            END,
            "3",
            key,
            AccountStream.KEY,
            MARK + news.session(),
            digest(read),
            Integer.toString(AccountStream.KEPT),
            news.type(),
            news.account(),
            news.data().encode(),
            Long.toString(news.until().getEpochSecond()),
            Long.toString(news.until().plus(LEEWAY).getEpochSecond())
        };
        var ended = new AtomicBoolean();
        return replicas.confirmed(
                        redis,
                        connection -> connection
                                .execute("EVAL", arguments)
                                .invoke(answer -> ended.set(answer.toInteger() == 1)))
                .replaceWith(ended::get);
    }

    /**
     * Whether an access token is one of those that a session got before it ended. Who signs in again may be in the same session of
     * the provider, and that token lives longer.
     */
    public Uni<Boolean> cover(String session, Instant expiry) {
        return marks.get(MARK + session)
                .map(until -> until != null && Long.parseLong(until) >= expiry.getEpochSecond());
    }

    /** As Redis' Lua reckons it; to tell versions apart, not to keep out forgeries. */
    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
