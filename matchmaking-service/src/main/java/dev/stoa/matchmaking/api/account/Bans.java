package dev.stoa.matchmaking.api.account;

import dev.stoa.matchmaking.problem.Problems;
import io.quarkus.security.AuthenticationFailedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The accounts that were banned or deleted while this instance was running, or not long before. Those from earlier get no access
 * tokens any more, and older tokens have expired; whatever needs to know more of an account asks identity-service.
 */
@ApplicationScoped
class Bans {

    /** How far back an instance that starts looks; longer than any access token that a provider should give lives. */
    static final Duration LOOK_BACK = Duration.ofHours(24);

    private enum Reason {
        BANNED,
        DELETED
    }

    private final Map<String, Reason> shutOut = new ConcurrentHashMap<>();

    /** Fails with a 403 problem when the account is banned, and with 401 when it was deleted. */
    void check(String account) {
        switch (shutOut.get(account)) {
            case BANNED -> throw Problems.banned();
            case DELETED -> throw new AuthenticationFailedException("The account was deleted");
            case null -> {}
        }
    }

    void ban(String account) {
        shutOut.put(account, Reason.BANNED);
    }

    void delete(String account) {
        shutOut.put(account, Reason.DELETED);
    }

    void letIn(String account) {
        shutOut.remove(account);
    }
}
