package dev.stoa.matchmaking.match;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stoa.matchmaking.account.Field;
import dev.stoa.matchmaking.match.Compatibility.Fits;
import dev.stoa.matchmaking.match.Compatibility.Obstacle;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompatibilityTest {

    private static final Field SOFTWARE = new Field("0613", "Software and applications development");

    @Test
    void sameFieldAndLanguageFitAndSayWhy() {
        Compatibility result = Compatibility.of(expert(List.of("0613"), "en"), ticket("en"));

        assertEquals(new Fits(List.of("field 0613 Software and applications development", "language en")), result);
    }

    @Test
    void aWiderFieldCoversANarrowerOne() {
        Compatibility result = Compatibility.of(expert(List.of("041", "06"), "en"), ticket("en"));

        assertEquals(
                new Fits(List.of("field 0613 Software and applications development (within 06)", "language en")),
                result);
    }

    @Test
    void aNarrowerFieldDoesNotCoverAWiderOne() {
        WaitingTicket wide =
                new WaitingTicket("tkt_1", "1", 1, "learner", new Field("061", "ICT"), List.of("en"), false);

        assertEquals(Obstacle.FIELD, Compatibility.of(expert(List.of("0613"), "en"), wide));
    }

    @Test
    void aSiblingFieldDoesNotFit() {
        assertEquals(Obstacle.FIELD, Compatibility.of(expert(List.of("0612", "0541"), "en"), ticket("en")));
    }

    @Test
    void everyCommonLanguageIsNamed() {
        Compatibility result = Compatibility.of(expert(List.of("0613"), "fr", "de", "en"), ticket("de", "it", "fr"));

        assertEquals(
                new Fits(List.of("field 0613 Software and applications development", "language de", "language fr")),
                result);
    }

    @Test
    void withoutACommonLanguageNobodyMeets() {
        assertEquals(Obstacle.LANGUAGE, Compatibility.of(expert(List.of("0613"), "de"), ticket("en")));
    }

    @Test
    void nobodyMeetsThemselves() {
        IdleExpert learner = new IdleExpert("learner", "1", List.of("0613"), List.of("en"));

        assertEquals(Obstacle.ONESELF, Compatibility.of(learner, ticket("en")));
    }

    @Test
    void aDeclinedTicketIsNotOfferedAgain() {
        WaitingTicket declined = new WaitingTicket("tkt_1", "2", 1, "learner", SOFTWARE, List.of("en"), true);

        assertEquals(Obstacle.DECLINED, Compatibility.of(expert(List.of("0613"), "en"), declined));
    }

    private static IdleExpert expert(List<String> codes, String... languages) {
        return new IdleExpert("expert", "1", codes, List.of(languages));
    }

    private static WaitingTicket ticket(String... languages) {
        return new WaitingTicket("tkt_1", "1", 1, "learner", SOFTWARE, List.of(languages), false);
    }
}
