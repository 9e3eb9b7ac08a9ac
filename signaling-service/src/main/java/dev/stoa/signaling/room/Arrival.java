package dev.stoa.signaling.room;

import dev.stoa.signaling.cluster.Session;
import dev.stoa.signaling.pass.Pass;

/** How a page wants to get into its room. */
public sealed interface Arrival {

    /** In which room, and as whom. */
    String room();

    String peer();

    /** As a new page, with a room pass. */
    record Fresh(Pass pass) implements Arrival {
        @Override
        public String room() {
            return pass.room();
        }

        @Override
        public String peer() {
            return pass.peer().peer();
        }
    }

    /** As the page it was, whose connection broke; it has everything up to {@code last} of the epoch. */
    record Back(Session session, String epoch, long last) implements Arrival {
        @Override
        public String room() {
            return session.room();
        }

        @Override
        public String peer() {
            return session.peer();
        }
    }
}
