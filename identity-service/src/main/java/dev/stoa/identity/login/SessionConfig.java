package dev.stoa.identity.login;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Size;
import java.time.Duration;

/** Browser sessions. */
@ConfigMapping(prefix = "stoa.session")
interface SessionConfig {

    /** Secret that encrypts sessions at rest and the state of a sign-in; at least 32 characters, the same on every instance. */
    @Size(min = 32, message = "stoa.session.key (STOA_SESSION_KEY) needs at least 32 characters")
    String key();

    /** The longest life of a session; the provider may end it earlier by refusing to refresh. */
    @WithDefault("PT12H")
    Duration lifetime();

    /** An access token with less time left than this is refreshed before it is handed out. */
    @WithDefault("PT60S")
    Duration refreshBefore();
}
