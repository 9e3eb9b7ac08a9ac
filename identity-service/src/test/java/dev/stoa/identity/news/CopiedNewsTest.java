package dev.stoa.identity.news;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stoa.identity.RealRedis;
import dev.stoa.identity.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.stream.StreamRange;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where sentinels choose the master, news counts as told when the replicas have it. */
@QuarkusTest
class CopiedNewsTest {

    RealRedis server;

    @Inject
    ReactiveRedisDataSource redis;

    @Inject
    RedisDataSource reader;

    @Inject
    MeterRegistry meters;

    private final String account = Tokens.someone();

    private AccountStream stream;

    @BeforeEach
    void expectReplicas() {
        stream = new AccountStream(redis, new Replicas(true), meters);
    }

    @Test
    void newsThatOnlyTheMasterHasIsNotToldYetAndIsNotToldTwiceForThat() {
        assertThrows(Replicas.Unconfirmed.class, this::tell);

        try (var replica = server.startReplica()) {
            await().atMost(Duration.ofSeconds(30)).until(this::isConfirmed);
        }
        await().until(() -> !isConfirmed());

        assertEquals(1, times());
    }

    private void tell() {
        var entry = new AccountStream.Entry(1L << 51, 1_700_000_000_000_000L, "unbanned", account, "{}");
        stream.append(List.of(entry)).await().indefinitely();
    }

    private boolean isConfirmed() {
        try {
            tell();
            return true;
        } catch (Replicas.Unconfirmed notYet) {
            return false;
        }
    }

    private long times() {
        return reader.stream(String.class).xrange(AccountStream.KEY, StreamRange.of("-", "+")).stream()
                .filter(entry -> account.equals(entry.payload().get("account")))
                .count();
    }
}
