package dev.stoa.localstack.doctor;

import java.net.URI;
import java.util.Optional;

/** The whole walk, from the site's name to the relay. What depends on something broken is skipped. */
final class Examination {
    /** Who walks: two accounts that may be used for it, and that nobody is signed in with just now. */
    record People(Credentials learner, Credentials expert) {
        /** Two accounts that every new stack has. */
        static People ofDemo() {
            return new People(new Credentials("linus", "linus"), new Credentials("alan", "alan"));
        }
    }

    /** A user's name and password. */
    record Credentials(String username, String password) {
        @Override
        public String toString() {
            return username;
        }
    }

    private final Web web = new Web();
    private final URI site;
    private final Findings findings;

    Examination(URI site, Findings findings) {
        this.site = site;
        this.findings = findings;
    }

    void run(Optional<People> people) {
        if (!succeeds("site", () -> new SiteCheck(web, site, findings).examine())) return;
        if (people.isEmpty()) {
            succeeds(
                    "login page",
                    () -> findings.fine(
                            "login page",
                            "asks for a password at %s",
                            new Login(web, site).form().action().getHost()));
            findings.skipped("login, matchmaking, calls", "two accounts are needed: --learner NAME and --expert NAME");
            return;
        }
        succeeds("login", () -> walk(people.get()));
    }

    private void walk(People people) {
        var learner = visitor(people.learner);
        var expert = visitor(people.expert);
        findings.fine("login", "%s and %s are signed in", learner.name(), expert.name());
        var encounter = new Encounter(learner, expert);
        succeeds("matchmaking", () -> {
            try (encounter) {
                findings.fine("matchmaking", "asked, offered after %d ms, matched", encounter.meet());
                succeeds(
                        "signaling",
                        () -> new RelayCheck(site, findings)
                                .examine(new RoomCheck(web, site, findings).examine(encounter)));
            }
        });
    }

    private Visitor visitor(Credentials who) {
        return new Visitor(web, site, new Login(web, site).signIn(who.username, who.password));
    }

    private boolean succeeds(String what, Runnable step) {
        try {
            step.run();
            return true;
        } catch (Sickness e) {
            findings.broken(what, e);
            return false;
        }
    }
}
