package dev.stoa.identity.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldSearchTest {

    private final FieldSearch search = new FieldSearch(new FieldCatalogue().all());

    private List<String> codes(String typed) {
        return search.find(typed, field -> true, 50).stream().map(Field::code).toList();
    }

    @Test
    void theNameItselfComesBeforeNamesThatBeginSoAndThoseBeforeNamesThatHoldIt() {
        assertEquals(List.of("0541", "054", "05"), codes("mathematics").subList(0, 3));
    }

    @ParameterizedTest
    @CsvSource({
        "programming,0613",
        "coding,0613",
        "calculus,0541",
        "alg,0541",
        "excel,0611",
        "guitar,0215",
        "english,0231",
        "C++,0613",
        "c#,0613",
        "sql,0612",
        "kubernetes,0612",
        "physics,0533",
        "law,0421",
        "teeth,0911",
        "cooking,1013",
        "help with my maths,0541"
    })
    void everydayWordsLeadToTheField(String typed, String expected) {
        var found = codes(typed);

        assertEquals(expected, found.getFirst(), typed + " found " + found);
    }

    @Test
    void caseAndAccentsDoNotMatter() {
        assertEquals(codes("physics"), codes("PHYSICS"));
        assertEquals(codes("physics"), codes("phýsics"));
    }

    @Test
    void beginningsOfWordsInAnyOrderAreEnough() {
        assertTrue(codes("dev soft").contains("0613"));
        assertTrue(codes("eng civil").contains("0732"));
    }

    @Test
    void smallWordsAreNotHeldAgainstTheQuery() {
        assertEquals("0311", codes("the economics").getFirst());
    }

    @Test
    void theMiddleOfAWordIsNoMatch() {
        assertEquals(List.of(), codes("hysics"));
    }

    @Test
    void codesAreFoundToo() {
        assertEquals(
                List.of("061", "0611", "0612", "0613"),
                codes("061").stream().sorted().toList());
        assertEquals("061", codes("061").getFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "!?", "🙂", "zzzz", "physics zzzz"})
    void whatFitsNothingFindsNothing(String typed) {
        assertEquals(List.of(), codes(typed));
    }

    @Test
    void findsNoMoreThanAskedForAndOnlyWhatIsWanted() {
        assertEquals(3, search.find("e", field -> true, 3).size());
        assertTrue(search.find("mathematics", field -> field.level() == Level.NARROW, 50).stream()
                .allMatch(field -> field.level() == Level.NARROW));
    }
}
