package dev.stoa.signaling.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotsTest {

    /** The specification's own check value (CRC16 of 123456789 is 0x31C3), and answers of CLUSTER KEYSLOT. */
    @ParameterizedTest
    @CsvSource({
        "123456789, 12739",
        "foo, 12182",
        "bar, 5061",
        "'', 0",
        "{foo}, 12182",
        "sig:{foo}:state, 12182",
        "foo{}{bar}, 8363",
        "foo{{bar}}zap, 4015",
        "foo{bar}{zap}, 5061",
    })
    void aKeysSlotIsThatOfItsHashTag(String key, int slot) {
        assertEquals(slot, Slots.of(key));
    }
}
