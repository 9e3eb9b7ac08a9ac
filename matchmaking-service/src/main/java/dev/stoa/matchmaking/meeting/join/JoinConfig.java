package dev.stoa.matchmaking.meeting.join;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How learners without an account get in. */
@ConfigMapping(prefix = "stoa.join")
interface JoinConfig {

    /** The public origin that join links lead to, such as {@code https://stoa.example}. Left out: the one of the request. */
    Optional<URI> origin();

    /** How long a join link can be used: at least the longest wait, the longest pause and the longest call together. */
    @WithDefault("17h")
    Duration lifetime();
}
