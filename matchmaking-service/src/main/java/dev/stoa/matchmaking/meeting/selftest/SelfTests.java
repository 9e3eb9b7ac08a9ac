package dev.stoa.matchmaking.meeting.selftest;

import dev.stoa.matchmaking.api.account.Accounts;
import dev.stoa.matchmaking.api.account.Field;
import dev.stoa.matchmaking.api.limit.Throttle;
import dev.stoa.matchmaking.meeting.join.JoinTokens;
import dev.stoa.matchmaking.meeting.sandbox.LearnerSide;
import dev.stoa.matchmaking.meeting.sandbox.SandboxRequest;
import dev.stoa.matchmaking.meeting.sandbox.Scenario;
import dev.stoa.matchmaking.meeting.ticket.Tickets;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Self-tests of administrators. Each is a ticket in a sandbox of its own, so that no real person sees it, and it ends by
 * itself: the simulated expert hangs up after a minute, which closes the room.
 */
@ApplicationScoped
class SelfTests {

    static final String PREFIX = "slf_";

    /** Software: any field does, for nobody else is in the sandbox. */
    private static final String FIELD = "0613";

    /** It ends by itself. */
    private static final String NO_SESSION = "";

    private static final int CALL_SECONDS = 60;

    /** Longer than the ticket and its call together can last. */
    private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(10);

    private static final int MOST = 10;
    private static final Duration MOST_WITHIN = Duration.ofMinutes(1);

    private final Tickets tickets;
    private final Accounts accounts;
    private final JoinTokens tokens;
    private final Throttle throttle;

    SelfTests(Tickets tickets, Accounts accounts, JoinTokens tokens, Throttle throttle) {
        this.tickets = tickets;
        this.accounts = accounts;
        this.tokens = tokens;
        this.throttle = throttle;
    }

    /** Queues the ticket of a self-test; 429 when an administrator begins too many. */
    Uni<SelfTest> begin(String administrator, String id) {
        Stage stage = Stage.of(administrator, id);
        return throttle.take("self-test:" + administrator, MOST, MOST_WITHIN)
                .chain(() -> accounts.field(FIELD))
                .flatMap(field -> tickets.enqueue(stage.ticket(), draft(stage, field)))
                .map(ticket -> {
                    Instant now = Instant.now();
                    String token = tokens.sign(stage.learner(), Instant.now(), TOKEN_LIFETIME);
                    return new SelfTest(id, stage.ticket(), token, now.plus(TOKEN_LIFETIME), now);
                });
    }

    private static Tickets.Draft draft(Stage stage, Field field) {
        return new Tickets.Draft(
                stage.learner(),
                NO_SESSION,
                "Self-test",
                field,
                List.of("en"),
                "Self-test of the site.",
                new Tickets.Behalf(stage.asker(), "self-test"),
                new SandboxRequest(Scenario.ACCEPTS, LearnerSide.BY_LINK, CALL_SECONDS));
    }
}
