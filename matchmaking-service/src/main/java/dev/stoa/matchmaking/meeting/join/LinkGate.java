package dev.stoa.matchmaking.meeting.join;

import dev.stoa.matchmaking.api.account.Caller;
import dev.stoa.matchmaking.api.account.Gate;
import dev.stoa.matchmaking.api.account.Who;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets nobody in by a join link that was taken back. */
final class LinkGate {

    /** It asks Redis, which a flood must not reach. */
    private static final int AFTER_RATE_LIMIT = Priorities.AUTHORIZATION + 150;

    private final Learners learners;
    private final Caller caller;

    LinkGate(Learners learners, Caller caller) {
        this.learners = learners;
        this.caller = caller;
    }

    /** Fails with 401 when the caller's link works no longer. */
    @ServerRequestFilter(priority = AFTER_RATE_LIMIT)
    public Uni<Void> check(ResourceInfo endpoint) {
        return Gate.guards(endpoint) && caller.who() instanceof Who.Guest guest
                ? learners.check(guest)
                : Uni.createFrom().voidItem();
    }
}
