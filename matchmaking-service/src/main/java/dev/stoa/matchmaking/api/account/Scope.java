package dev.stoa.matchmaking.api.account;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an integrator can be allowed to do; the names stand in the {@code scope} claim of its tokens. */
public enum Scope {
    /** Create, see and cancel tickets on behalf of its learners. */
    TICKETS,
    /** Watch what happens to its tickets. */
    EVENTS,
    /** Have itself called when something happens to its tickets. */
    WEBHOOKS,
    /** Practise in a queue with simulated experts. */
    SANDBOX;

    /** Its name in tokens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Those that a claim of words with spaces between them names; others' words are nothing to us. */
    static Set<Scope> in(@Nullable String claim) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        List<String> words = claim == null ? List.of() : Arrays.asList(claim.split(" "));
        for (Scope scope : values()) {
            if (words.contains(scope.word())) {
                scopes.add(scope);
            }
        }
        return scopes;
    }
}
