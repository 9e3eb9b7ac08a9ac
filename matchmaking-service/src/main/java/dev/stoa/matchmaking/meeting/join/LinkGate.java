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

    private static final int AFTER_AUTHORIZATION = Priorities.AUTHORIZATION + 50;

    private final Learners learners;
    private final Caller caller;

    LinkGate(Learners learners, Caller caller) {
        this.learners = learners;
        this.caller = caller;
    }

    /** Fails with 401 when the caller's link works no longer. */
    @ServerRequestFilter(priority = AFTER_AUTHORIZATION)
    public Uni<Void> check(ResourceInfo endpoint) {
        return Gate.guards(endpoint) && caller.who() instanceof Who.Guest guest
                ? learners.check(guest)
                : Uni.createFrom().voidItem();
    }
}
