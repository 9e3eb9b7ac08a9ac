package dev.stoa.matchmaking.meeting.match;

/** An expert and a ticket that could be brought together, and what lies between the two. */
record Pair(IdleExpert expert, WaitingTicket ticket, Between between) {

    /**
     * What lies between the two.
     *
     * @param declined whether the expert has declined the ticket before
     * @param blocked whether one of the two has blocked the other
     * @param favourite whether the expert is one of the learner's favourites
     */
    record Between(boolean declined, boolean blocked, boolean favourite) {

        static final Between NOTHING = new Between(false, false, false);
    }
}
