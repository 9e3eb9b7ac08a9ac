package dev.stoa.matchmaking.meeting.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stoa.matchmaking.api.account.Field;
import dev.stoa.matchmaking.meeting.sandbox.Scenario;
import dev.stoa.matchmaking.meeting.simulation.Scene.Expert;
import dev.stoa.matchmaking.meeting.simulation.Scene.Match;
import dev.stoa.matchmaking.meeting.simulation.Scene.Offer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What simulated people do, as a rule of how things stand. */
class DirectorTest {

    private static final Offer ASKED = new Offer("ofr_1", "first", false, false);
    private static final Offer ACCEPTED = new Offer("ofr_1", "first", true, false);
    private static final Match BEGUN =
            new Match("mch_1", "room", "first", "expert-peer", "learner-peer", false, false, false);

    @Test
    void theExpertWhoseTurnItIsAppears() {
        assertEquals(new Move.Appear("first"), next(queued(Scenario.ACCEPTS, false, false)));
        assertEquals(new Move.Wait(), next(queued(Scenario.ACCEPTS, true, false)));
        assertEquals(new Move.Appear("second"), next(queued(Scenario.EXPERT_NO_SHOW, false, true)));
    }

    @Test
    void nobodyAppearsForATicketThatIsToWaitInVain() {
        assertEquals(new Move.Wait(), next(queued(Scenario.NOBODY, false, false)));
    }

    @Test
    void onlyTheFirstExpertDeclines() {
        assertEquals(new Move.Decline("ofr_1", "first"), next(offered(Scenario.DECLINES_FIRST, ASKED, true, false)));
        Offer seconds = new Offer("ofr_2", "second", false, false);
        assertEquals(new Move.Accept("ofr_2", "second"), next(offered(Scenario.DECLINES_FIRST, seconds, true, false)));
    }

    @Test
    void theLearnerIsReadyOnceTheExpertHasAccepted() {
        assertEquals(new Move.Accept("ofr_1", "first"), next(offered(Scenario.ACCEPTS, ASKED, true, false)));
        assertEquals(new Move.Ready("ofr_1"), next(offered(Scenario.ACCEPTS, ACCEPTED, true, false)));
    }

    @Test
    void whoeverFollowsTheLinkAnswersAlone() {
        assertEquals(new Move.Wait(), next(offered(Scenario.ACCEPTS, ACCEPTED, false, false)));
        Match alone = new Match("mch_1", "room", "first", "expert-peer", "learner-peer", true, false, false);
        assertEquals(new Move.Wait(), next(matched(Scenario.ACCEPTS, alone, false)));
    }

    @Test
    void theLearnerIsSilentOnceIfThatIsTheScenario() {
        assertEquals(new Move.Wait(), next(offered(Scenario.LEARNER_NOT_READY, ACCEPTED, true, false)));
        assertEquals(new Move.Ready("ofr_1"), next(offered(Scenario.LEARNER_NOT_READY, ACCEPTED, true, true)));
    }

    @Test
    void bothComeOneAfterTheOtherAndTheExpertHangsUp() {
        Match alone = new Match("mch_1", "room", "first", "expert-peer", "learner-peer", true, false, false);
        Match talking = new Match("mch_1", "room", "first", "expert-peer", "learner-peer", true, true, false);
        Match done = new Match("mch_1", "room", "first", "expert-peer", "learner-peer", true, true, true);

        assertEquals(new Move.Join("room", "expert-peer"), next(matched(Scenario.ACCEPTS, BEGUN, true)));
        assertEquals(new Move.Join("room", "learner-peer"), next(matched(Scenario.ACCEPTS, alone, true)));
        assertEquals(new Move.Wait(), next(matched(Scenario.ACCEPTS, talking, true)));
        assertEquals(new Move.HangUp("mch_1", "first"), next(matched(Scenario.ACCEPTS, done, true)));
    }

    @Test
    void onlyTheFirstExpertStaysAway() {
        Match seconds = new Match("mch_2", "room", "second", "expert-peer", "learner-peer", false, false, false);

        assertEquals(new Move.Join("room", "learner-peer"), next(matched(Scenario.EXPERT_NO_SHOW, BEGUN, true)));
        assertEquals(new Move.Join("room", "expert-peer"), next(matched(Scenario.EXPERT_NO_SHOW, seconds, true)));
    }

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void nothingHappensToATicketThatIsPaused(Scenario scenario) {
        assertEquals(new Move.Wait(), next(scene(scenario, "paused", true, false, false, null, null)));
    }

    private static Move next(Scene scene) {
        return Director.next(scene);
    }

    private static Scene queued(Scenario scenario, boolean online, boolean passed) {
        List<Expert> experts = List.of(new Expert("first", online, passed), new Expert("second", false, false));
        Scene plain = scene(scenario, "queued", true, false, false, null, null);
        return new Scene(
                plain.ticket(),
                plain.learner(),
                scenario,
                true,
                "queued",
                plain.field(),
                plain.languages(),
                false,
                experts,
                null,
                null);
    }

    private static Scene offered(Scenario scenario, Offer offer, boolean simulated, boolean missed) {
        return scene(scenario, "offered", simulated, missed, true, offer, null);
    }

    private static Scene matched(Scenario scenario, Match match, boolean simulated) {
        return scene(scenario, "matched", simulated, false, true, null, match);
    }

    private static Scene scene(
            Scenario scenario,
            String state,
            boolean simulated,
            boolean missed,
            boolean online,
            Offer offer,
            Match match) {
        return new Scene(
                "tkt_1",
                "ext_1",
                scenario,
                simulated,
                state,
                new Field("0613", "Software"),
                List.of("en"),
                missed,
                List.of(new Expert("first", online, false), new Expert("second", online, false)),
                offer,
                match);
    }
}
