package dev.stoa.identity.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FieldCatalogueTest {

    private final FieldCatalogue catalogue = new FieldCatalogue();

    @Test
    void holdsTheWholeClassification() {
        var count = catalogue.all().stream().collect(Collectors.groupingBy(Field::level, Collectors.counting()));

        assertEquals(11, count.get(Level.BROAD));
        assertEquals(29, count.get(Level.NARROW));
        assertEquals(80, count.get(Level.DETAILED));
    }

    @Test
    void everyFieldHasAllFieldsAboveIt() {
        for (Field field : catalogue.all()) {
            assertEquals(field.level().ordinal(), catalogue.pathTo(field).size(), field.code());
        }
    }

    @Test
    void everyFieldButTheFinestHasFieldsBelow() {
        for (Field field : catalogue.all()) {
            assertEquals(
                    field.level() == Level.DETAILED, catalogue.childrenOf(field).isEmpty(), field.code());
        }
    }

    @Test
    void everyDetailedFieldHasEverydayWords() {
        catalogue.all().stream()
                .filter(field -> field.level() == Level.DETAILED)
                .forEach(field -> assertFalse(field.everydayWords().isEmpty(), field.code()));
    }

    @Test
    void knowsItsCodesOnly() {
        assertTrue(catalogue.has("0613"));
        assertFalse(catalogue.has("9999"));
        assertFalse(catalogue.has(""));
    }
}
