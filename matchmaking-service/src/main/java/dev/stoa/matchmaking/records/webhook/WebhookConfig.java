package dev.stoa.matchmaking.records.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How integrators are called. */
@ConfigMapping(prefix = "stoa.webhook")
interface WebhookConfig {

    /** How many webhooks an integrator can have. */
    @WithDefault("10")
    int mostPerIntegrator();

    /**
     * Pauses before each further attempt, up to a fifth longer at random; after the last one the event has failed. The usual
     * ones are those of the Standard Webhooks specification.
     */
    @WithDefault("5s,5m,30m,2h,5h,10h,14h,20h,24h")
    List<Duration> retries();

    /** How long an attempt may take in all, from the name's resolution to the answer's status. */
    @WithDefault("15s")
    Duration timeout();

    /** For how long an instance has a delivery to itself, longer than an attempt takes. If it dies, another one attempts it then. */
    @WithDefault("1m")
    Duration lease();

    /** How many attempts an instance makes at the same time. */
    @WithDefault("200")
    int atOnce();

    /** How many of these for webhooks that are behind, all together: those that keep up don't wait for them. */
    @WithDefault("100")
    int atOnceBehind();

    /** How many attempts at the same time for one webhook, once it is behind; until then one after the other, in the order of happening. */
    @WithDefault("8")
    int atOncePerWebhook();

    /** From when on a webhook is behind: so long an event has been waiting for its turn. */
    @WithDefault("30s")
    Duration behindAfter();

    /** How often an instance looks for what is due, on average. */
    @WithDefault("500ms")
    Duration deliverEvery();

    /** How often an instance looks for new events, on average. */
    @WithDefault("200ms")
    Duration writeEvery();

    /** How many events may wait in Redis while PostgreSQL is away. With more, the oldest are dropped, logged and counted. */
    @WithDefault("200000")
    int mostWaiting();

    /** For how long the secret before signs too, after a rotation. */
    @WithDefault("24h")
    Duration rotation();

    /** A webhook that has failed for so long, without one success, is disabled. */
    @WithDefault("5d")
    Duration disableAfter();

    /** How long events and their deliveries are kept. */
    @WithDefault("30d")
    Duration keep();

    /** Whether webhooks may be called without TLS; for development only. */
    @WithDefault("false")
    boolean allowHttp();

    /** Networks in CIDR notation that may be called although they are not public, separated by commas. */
    Optional<List<String>> allowedNetworks();
}
