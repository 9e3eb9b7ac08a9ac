package dev.stoa.matchmaking.meeting.join;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;

/** Makes join links. */
@ApplicationScoped
public class JoinLinks {

    private final JoinTokens tokens;
    private final JoinConfig config;

    JoinLinks(JoinTokens tokens, JoinConfig config) {
        this.tokens = tokens;
        this.config = config;
    }

    /**
     * The link for the learner with this account. The token stands behind the {@code #}, so that no server on the way sees
     * or logs it.
     *
     * @param made when what it is for was asked for
     * @param request leads to the public origin where none is configured
     */
    public URI link(String account, Instant made, UriInfo request) {
        URI origin = config.origin().orElseGet(request::getBaseUri);
        return origin.resolve("/join#" + tokens.sign(account, made));
    }
}
