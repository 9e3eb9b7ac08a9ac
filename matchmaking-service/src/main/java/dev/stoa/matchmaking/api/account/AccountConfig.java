package dev.stoa.matchmaking.api.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long what identity-service says of accounts is taken for true. What changes there is told at once. */
@ConfigMapping(prefix = "stoa.account")
interface AccountConfig {

    /** How long an answer is kept at most. */
    @WithDefault("30s")
    Duration rememberFor();

    /** Of how many accounts answers are kept; the oldest go first. */
    @WithDefault("20000")
    int rememberMost();
}
