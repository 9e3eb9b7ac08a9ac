package dev.stoa.identity.news;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.identity.Tokens;
import dev.stoa.identity.problem.Outage;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.stream.StreamRange;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The one step in which a session ends and others are told. */
@QuarkusTest
class SignOutsTest {

    private static final Instant LATER = Instant.now().plusSeconds(300).truncatedTo(ChronoUnit.SECONDS);

    @Inject
    SignOuts signOuts;

    @Inject
    ReactiveRedisDataSource redis;

    @Inject
    RedisDataSource reader;

    private final String account = Tokens.someone();
    private final String session = UUID.randomUUID().toString();
    private final String key = "identity:session:" + session;

    @BeforeEach
    void begin() {
        reader.value(String.class).set(key, "tokens");
    }

    @Test
    void aSessionThatWasRefreshedMeanwhileIsNotEndedYet() {
        assertFalse(end(signOuts, "older tokens", LATER));

        assertTrue(reader.key().exists(key));
        assertEquals(0, told());
        assertFalse(covers(LATER));
    }

    @Test
    void aSecondEndTellsNothing() {
        assertTrue(end(signOuts, "tokens", LATER));
        assertTrue(end(signOuts, "tokens", LATER));

        assertFalse(reader.key().exists(key));
        assertEquals(1, told());
    }

    @Test
    void anEndIsKnownAsLongAsTokensOfTheSessionAreGood() {
        end(signOuts, "tokens", LATER);

        var left = reader.key().ttl("{id}:signed-out:" + session);
        assertTrue(left > 300 && left <= 360, left + " s");
        assertTrue(covers(LATER));
        assertFalse(covers(LATER.plusSeconds(1)));
    }

    @Test
    void anotherEndOfTheSameSessionTakesNothingBack() {
        end(signOuts, "tokens", LATER);
        begin();

        end(signOuts, "tokens", LATER.minusSeconds(60));

        assertTrue(covers(LATER));
    }

    @Test
    void aSessionWhoseTokensHaveExpiredEndsToo() {
        assertTrue(end(signOuts, "tokens", Instant.ofEpochSecond(1)));

        assertFalse(reader.key().exists(key));
        assertEquals(1, told());
    }

    @Test
    void whatOnlyTheMasterHasIsAnOutage() {
        var expectant = new SignOuts(redis, new Replicas(true));

        var unconfirmed = assertThrows(Replicas.Unconfirmed.class, () -> end(expectant, "tokens", LATER));

        assertTrue(Outage.isBehind(unconfirmed));
    }

    private boolean end(SignOuts ending, String read, Instant until) {
        return ending.end(key, read.getBytes(UTF_8), new News.SignedOut(account, session, until))
                .await()
                .indefinitely();
    }

    private boolean covers(Instant expiry) {
        return signOuts.cover(session, expiry).await().indefinitely();
    }

    private long told() {
        return reader.stream(String.class).xrange(AccountStream.KEY, StreamRange.of("-", "+")).stream()
                .filter(entry -> account.equals(entry.payload().get("account")))
                .count();
    }
}
