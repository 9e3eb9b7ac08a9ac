package dev.stoa.matchmaking.meeting.match;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The deadlines of offers and matches, and how often they are looked at. */
@ConfigMapping(prefix = "stoa.match")
interface MatchConfig {

    /** How long an expert may take to answer an offer. */
    @WithDefault("25s")
    Duration offerTime();

    /**
     * What a young ticket is held to, and for how long: {@code favourites} (only the learner's favourites, if one of them
     * is online) and {@code exact-field} (only experts of exactly this field, likewise). Empty: everybody at once.
     */
    @WithDefault("favourites:10s,exact-field:15s")
    Optional<List<Loosening.@WithConverter(LooseningStepConverter.class) Step>> steps();

    /** How long a match waits for both to have come into its room. Who is alone there is free again after it. */
    @WithDefault("2m")
    Duration noShowTime();

    /** How long whoever left another waiting has to pause: by misses within 24 h, the last one repeats. */
    @WithDefault("30s,2m,10m")
    List<Duration> coolDowns();

    /** How many offers an expert may decline within an hour before each further one counts as a miss. */
    @WithDefault("5")
    int freeDeclines();

    /** How often an instance sweeps over what is due, on average. */
    @WithDefault("1s")
    Duration sweepEvery();

    /** When nobody has swept for this long, deadlines stand still for as long as the gap was. */
    @WithDefault("5s")
    Duration gap();

    /** The longest that deadlines stand still. */
    @WithDefault("30s")
    Duration longestGrace();
}
