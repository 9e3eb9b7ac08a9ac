package dev.stoa.signaling.pass;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Whose room passes are accepted. */
@ConfigMapping(prefix = "stoa.pass")
interface PassConfig {

    /** Where matchmaking-service publishes its public keys (a JWK Set). */
    String jwksUrl();

    /** The issuer that a pass must name. */
    @WithDefault("stoa-matchmaking")
    String issuer();

    /** The audience that a pass must name. */
    @WithDefault("stoa-signaling")
    String audience();

    /** How far the clocks of the two services may differ. */
    @WithDefault("5s")
    Duration clockSkew();

    /** The longest time that a pass may have left. */
    @WithDefault("60s")
    Duration longestLife();

    /** How often the keys are fetched again, so that a key taken out stops working. */
    @WithDefault("5m")
    Duration refreshEvery();

    /** The shortest time between two fetches, however many passes with unknown keys come in. */
    @WithDefault("2s")
    Duration refreshAtMost();
}
