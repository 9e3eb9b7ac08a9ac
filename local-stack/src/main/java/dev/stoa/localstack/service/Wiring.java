package dev.stoa.localstack.service;

import dev.stoa.localstack.data.Secrets;
import java.net.URI;
import java.nio.file.Path;

/**
 * What services are told about the world around them.
 *
 * @param origin the public origin
 * @param issuer what access tokens carry as {@code iss}
 * @param stores where state is kept
 * @param secrets what they prove themselves with
 * @param passKeys the JWK Set that signs room passes
 */
public record Wiring(URI origin, String issuer, Stores stores, Secrets secrets, Path passKeys) {
    /**
     * @param identity identity-service's database
     * @param matchmaking matchmaking-service's database
     * @param queueRedisUrl of the Redis that loses nothing
     * @param signalingRedisUrl of the Redis for rooms
     */
    public record Stores(Database identity, Database matchmaking, String queueRedisUrl, String signalingRedisUrl) {}

    /**
     * A database of PostgreSQL, and its user of the same name.
     *
     * @param url as reactive clients want it
     */
    public record Database(String name, String url) {
        String jdbcUrl() {
            return "jdbc:" + url;
        }
    }
}
