package dev.stoa.matchmaking.api.account;

import dev.stoa.matchmaking.queue.DerivedId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;

/** Who can call. */
public sealed interface Who {

    /** The id under which it has tickets, events and everything else in the queue. */
    String account();

    /** When what it has proved itself with expires. */
    Instant until();

    /** The provider's id of the session that it has signed in with; empty where the provider says none, and for all but people. */
    default String session() {
        return "";
    }

    /**
     * Somebody with an account of the provider.
     *
     * @param account the provider's {@code sub}
     * @param administrator whether the provider gave the realm role "administrator"
     */
    record Person(String account, boolean administrator, Instant until, String session) implements Who {

        private static final int LONGEST_SESSION = 255;

        /** Whether the provider can call a session so: by 1 to 255 characters. */
        static boolean isSession(String text) {
            return !text.isEmpty() && text.length() <= LONGEST_SESSION;
        }
    }

    /**
     * An outside system that calls with credentials of its own.
     *
     * @param client its client id at the provider
     */
    record Integrator(String client, Set<Scope> scopes, Instant until) implements Who {

        /** What accounts of integrators begin with. */
        public static final String PREFIX = "int_";

        @Override
        public String account() {
            return account(client);
        }

        /** The account of the integrator with this client id. */
        public static String account(String client) {
            return PREFIX + DerivedId.of(client);
        }

        /** The account of one of its own users, whom it calls by an id of its own. */
        public String learner(String externalId) {
            return Guest.PREFIX + DerivedId.of(named(externalId));
        }

        /** The account of the same user in the sandbox: somebody else, so that nothing there follows the real one. */
        public String practising(String externalId) {
            return Guest.PREFIX + DerivedId.of("sandbox:" + named(externalId));
        }

        private String named(String externalId) {
            return client.getBytes(StandardCharsets.UTF_8).length + ":" + client + ":" + externalId;
        }
    }

    /**
     * A learner whom an integrator has asked help for, and who has followed the join link.
     *
     * @param since when the link was made
     */
    record Guest(String account, Instant since, Instant until) implements Who {

        /** What accounts of such learners begin with. */
        public static final String PREFIX = "ext_";
    }
}
