package dev.stoa.matchmaking.meeting.selftest;

import dev.stoa.matchmaking.api.account.Who;
import dev.stoa.matchmaking.queue.DerivedId;

/**
 * Who and what takes part in a self-test. All of it follows from the administrator and the test's id, so that nothing has
 * to be kept, and one administrator's test opens no door to anybody else's room.
 *
 * @param learner account of the learner
 * @param asker account on whose behalf the learner is, as integrators are; no client has it
 */
record Stage(String ticket, String learner, String asker) {

    static Stage of(String administrator, String id) {
        String both = administrator.length() + ":" + administrator + ":" + id;
        return new Stage(
                "tkt_" + DerivedId.of("self-test ticket:" + both),
                Who.Guest.PREFIX + DerivedId.of("self-test learner:" + both),
                Who.Integrator.PREFIX + "self-test_" + DerivedId.of("self-test asker:" + administrator));
    }

    /** Account of the simulated expert who comes first, as {@code sandboxes.lua} names it. */
    String expert() {
        return "sim_1_" + ticket;
    }
}
