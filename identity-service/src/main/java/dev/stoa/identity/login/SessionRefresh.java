package dev.stoa.identity.login;

import dev.stoa.identity.problem.Outage;
import dev.stoa.identity.problem.Problem;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** Keeps the access token of a session fresh. */
@ApplicationScoped
class SessionRefresh {

    private static final Logger LOG = Logger.getLogger(SessionRefresh.class);
    private static final Duration POLL = Duration.ofMillis(100);

    private final SessionStore sessions;
    private final RefreshLock lock;
    private final Provider provider;
    private final SessionConfig config;
    private final LoginMetrics metrics;

    SessionRefresh(
            SessionStore sessions, RefreshLock lock, Provider provider, SessionConfig config, LoginMetrics metrics) {
        this.sessions = sessions;
        this.lock = lock;
        this.provider = provider;
        this.config = config;
        this.metrics = metrics;
    }

    /**
     * A session's access token with enough time left, refreshed if need be; none if the session is over. Fails with
     * {@link Problem#UNAVAILABLE} if a refresh is needed and the provider is away.
     */
    Uni<Optional<AccessToken>> freshToken(SessionId id, Session session) {
        var token = AccessToken.parse(session.accessToken());
        if (isFresh(token)) {
            return Uni.createFrom().item(Optional.of(token));
        }
        return lock.tryTake(id).flatMap(taken -> taken ? refreshOnce(id, token) : awaitOther(id, token));
    }

    private boolean isFresh(AccessToken token) {
        return token.livesLongerThan(config.refreshBefore());
    }

    private Uni<Optional<AccessToken>> refreshOnce(SessionId id, AccessToken old) {
        return sessions.find(id)
                .flatMap(current -> current.isEmpty() ? over() : refreshUnlessDone(id, current.get()))
                .onFailure(Outage::isBehind)
                .recoverWithUni(failure -> makeDo(old, failure))
                .eventually(() -> lock.release(id));
    }

    private Uni<Optional<AccessToken>> refreshUnlessDone(SessionId id, Session current) {
        var token = AccessToken.parse(current.accessToken());
        if (isFresh(token)) {
            return Uni.createFrom().item(Optional.of(token));
        }
        var refreshToken = current.refreshToken();
        if (refreshToken == null) {
            return token.livesLongerThan(Duration.ZERO)
                    ? Uni.createFrom().item(Optional.of(token))
                    : sessions.delete(id).chain(SessionRefresh::over);
        }
        return provider.refresh(refreshToken)
                .invoke(tokens -> metrics.refreshed(tokens.isPresent()))
                .flatMap(tokens ->
                        tokens.map(renewed -> renew(id, current, renewed)).orElseGet(() -> end(id)));
    }

    private Uni<Optional<AccessToken>> renew(SessionId id, Session session, AuthorizationCodeTokens tokens) {
        var renewed = session.renewedBy(tokens);
        var before = AccessToken.parse(session.accessToken());
        var after = AccessToken.parse(renewed.accessToken());
        if (!before.holder().id().equals(after.holder().id())) {
            LOG.warn("The provider refreshed a session with somebody else's token; the session is ended");
            return end(id);
        }
        return sessions.renew(id, renewed).map(isThere -> isThere ? Optional.of(after) : Optional.empty());
    }

    private Uni<Optional<AccessToken>> end(SessionId id) {
        return sessions.end(id).chain(SessionRefresh::over);
    }

    private static Uni<Optional<AccessToken>> over() {
        return Uni.createFrom().item(Optional.empty());
    }

    private static Uni<Optional<AccessToken>> makeDo(AccessToken old, Throwable failure) {
        LOG.warnf("A session could not be refreshed: %s", failure);
        return old.livesLongerThan(Duration.ZERO)
                ? Uni.createFrom().item(Optional.of(old))
                : Uni.createFrom().failure(Problem.UNAVAILABLE.asException());
    }

    /** Another request is refreshing: its result is as good as ours. */
    private Uni<Optional<AccessToken>> awaitOther(SessionId id, AccessToken old) {
        return sessions.find(id)
                .map(found -> found.map(session -> AccessToken.parse(session.accessToken())))
                .onItem()
                .delayIt()
                .by(POLL)
                .repeat()
                .whilst(found -> found.isPresent() && found.get().equals(old))
                .collect()
                .last()
                .ifNoItem()
                .after(RefreshLock.LONGEST)
                .recoverWithUni(() -> makeDo(old, new TimeoutException("refresh elsewhere")));
    }
}
