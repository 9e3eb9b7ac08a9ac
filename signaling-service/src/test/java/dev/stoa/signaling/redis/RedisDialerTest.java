package dev.stoa.signaling.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisDialerTest {

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close();
    }

    @Test
    void oneAddressIsThatOfTheServer() {
        var primary = primary(Map.of("stoa.redis.url", "redis://:a%2Cb@r:6379/3", "stoa.redis.sentinel-master", ""));

        assertInstanceOf(Primary.Fixed.class, primary);
        assertEquals("redis://:a%2Cb@r:6379/3", primary.url().result());
    }

    @Test
    void withANameForThePrimaryTheAddressesAreThoseOfSentinels() {
        assertInstanceOf(
                Sentinels.class,
                primary(Map.of(
                        "stoa.redis.url",
                        "redis://s1:26379, rediss://u:p@s2:26379/0",
                        "stoa.redis.sentinel-master",
                        "stoa")));
    }

    @Test
    void severalAddressesWithoutANameStopTheStart() {
        var refused = assertThrows(
                ConfigurationException.class,
                () -> primary(Map.of("stoa.redis.url", "redis://s1:26379,redis://s2:26379")));

        assertTrue(refused.getMessage().contains("stoa.redis.sentinel-master"), refused.getMessage());
    }

    @Test
    void theAddressesOfAClusterMayBeSeveral() {
        primary(Map.of("stoa.redis.url", "redis://n1:6379,redis://n2:6379", "stoa.redis.cluster", "true"));
    }

    @Test
    void aClusterWithSentinelsStopsTheStart() {
        assertThrows(
                ConfigurationException.class,
                () -> primary(Map.of(
                        "stoa.redis.url",
                        "redis://n1:6379",
                        "stoa.redis.cluster",
                        "true",
                        "stoa.redis.sentinel-master",
                        "stoa")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"s1:26379", "redis://s1", "http://s1:26379", "redis://s1:x", "redis://:26379", "redis:// :1"})
    void aSentinelWithoutAddressStopsTheStart(String url) {
        var refused = assertThrows(
                ConfigurationException.class,
                () -> primary(Map.of("stoa.redis.url", url, "stoa.redis.sentinel-master", "stoa")));

        assertTrue(refused.getMessage().contains("redis://host:port"), refused.getMessage());
    }

    private Primary primary(Map<String, String> settings) {
        var config = new SmallRyeConfigBuilder()
                .withMapping(RedisConfig.class)
                .withDefaultValues(settings)
                .withConverter(Duration.class, 200, new DurationConverter())
                .addDefaultInterceptors()
                .build()
                .getConfigMapping(RedisConfig.class);
        return new RedisDialer(vertx, config).primary();
    }
}
