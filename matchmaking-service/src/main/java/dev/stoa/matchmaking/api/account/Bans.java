package dev.stoa.matchmaking.api.account;

import dev.stoa.matchmaking.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The accounts that were banned while this instance was running, or not long before. Those banned earlier get no access
 * tokens any more, and older tokens have expired; whatever needs to know more of an account asks identity-service.
 */
@ApplicationScoped
class Bans {

    /** How far back an instance that starts looks; longer than any access token that a provider should give lives. */
    static final Duration LOOK_BACK = Duration.ofHours(24);

    private final Set<String> banned = ConcurrentHashMap.newKeySet();

    /** Fails with a 403 problem when the account is banned. */
    void check(String account) {
        if (banned.contains(account)) {
            throw Problems.banned();
        }
    }

    void add(String account) {
        banned.add(account);
    }

    void remove(String account) {
        banned.remove(account);
    }
}
