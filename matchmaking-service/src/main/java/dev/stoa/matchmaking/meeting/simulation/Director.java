package dev.stoa.matchmaking.meeting.simulation;

import dev.stoa.matchmaking.meeting.sandbox.Scenario;

/**
 * Says what happens next in a sandbox. It looks at how things stand and at nothing else, so that any instance can go on
 * where another one has stopped, and doing the same twice changes nothing.
 */
final class Director {

    private Director() {}

    /** The next move: at most one at a time, so that each change can be seen. */
    static Move next(Scene scene) {
        if (scene.offer() != null) {
            return inReadyCheck(scene, scene.offer());
        }
        if (scene.match() != null) {
            return inMatch(scene, scene.match());
        }
        if (!scene.state().equals("queued") || scene.scenario() == Scenario.NOBODY) {
            return new Move.Wait();
        }
        return scene.next()
                .filter(expert -> !expert.online())
                .<Move>map(expert -> new Move.Appear(expert.account()))
                .orElseGet(Move.Wait::new);
    }

    private static Move inReadyCheck(Scene scene, Scene.Offer offer) {
        if (scene.scenario() == Scenario.DECLINES_FIRST && scene.isFirst(offer.expert())) {
            return new Move.Decline(offer.id(), offer.expert());
        }
        if (!offer.accepted()) {
            return new Move.Accept(offer.id(), offer.expert());
        }
        boolean silent = scene.scenario() == Scenario.LEARNER_NOT_READY && !scene.missed();
        return scene.simulated() && !offer.ready() && !silent ? new Move.Ready(offer.id()) : new Move.Wait();
    }

    private static Move inMatch(Scene scene, Scene.Match match) {
        boolean absent = scene.scenario() == Scenario.EXPERT_NO_SHOW && scene.isFirst(match.expert());
        if (!match.expertJoined() && !absent) {
            return new Move.Join(match.room(), match.expertPeer());
        }
        if (!match.learnerJoined() && scene.simulated()) {
            return new Move.Join(match.room(), match.learnerPeer());
        }
        return match.talkedEnough() ? new Move.HangUp(match.id(), match.expert()) : new Move.Wait();
    }
}
