package dev.stoa.matchmaking.meeting.events;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How browsers are kept up to date. */
@ConfigMapping(prefix = "stoa.events")
interface EventsConfig {

    /** How often a stream is pinged. */
    @WithDefault("10s")
    Duration pingEvery();

    /** How long a reader may take nothing of what waits for it before it is cut. */
    @WithDefault("10s")
    Duration patience();

    /** How many streams an account may have on one instance; one more closes the oldest. */
    @WithDefault("4")
    int streamsPerAccount();

    /** How many learners at the head of a field's queue are told when their place changes. */
    @WithDefault("100")
    int placesTold();

    /** How often, at most, places are told. */
    @WithDefault("250ms")
    Duration placesEvery();
}
