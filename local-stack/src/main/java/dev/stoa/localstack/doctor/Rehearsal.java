package dev.stoa.localstack.doctor;

import dev.stoa.localstack.doctor.Examination.People;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * Calls without browsers, one after the other: by them, services that have just started compile what a call needs, as
 * those of a site in use have done long ago.
 */
public final class Rehearsal {
    private static final int NEGOTIATIONS = 4;
    private static final int CANDIDATES = 5;
    private static final String SDP = "v=0\r\n".repeat(600);

    private final Web web = new Web();
    private final URI site;

    /** @param site where the demo's accounts are, and an account may ask and a socket come in as often as it likes */
    public Rehearsal(URI site) {
        this.site = site;
    }

    /**
     * Lets two people of the demo call each other for so long.
     *
     * @return how often they met
     */
    public int run(Duration length) {
        var people = People.ofDemo();
        var encounter = new Encounter(visitor(people.learner()), visitor(people.expert()));
        var end = System.nanoTime() + length.toNanos();
        for (int calls = 0; ; calls++) {
            if (System.nanoTime() > end) return calls;
            try (encounter) {
                encounter.meet();
                call(encounter);
            }
        }
    }

    private void call(Encounter encounter) {
        try (var first = RoomSocket.join(web, site, encounter.learnersPass());
                var second = RoomSocket.join(web, site, encounter.expertsPass())) {
            for (int i = 0; i < NEGOTIATIONS; i++) {
                describe(second, first, "offer");
                describe(first, second, "answer");
            }
        }
    }

    private static void describe(RoomSocket from, RoomSocket to, String type) {
        var peer = to.first().path("self").asText();
        from.send(Map.of("type", "description", "to", peer, "description", Map.of("type", type, "sdp", SDP)));
        for (int i = 0; i < CANDIDATES; i++) {
            var candidate = Map.of("candidate", "candidate:" + i, "sdpMid", "0", "sdpMLineIndex", 0);
            from.send(Map.of("type", "candidate", "to", peer, "candidate", candidate));
        }
        to.await("description");
        for (int i = 0; i < CANDIDATES; i++) to.await("candidate");
    }

    private Visitor visitor(Examination.Credentials who) {
        return new Visitor(web, site, new Login(web, site).signIn(who.username(), who.password()));
    }
}
