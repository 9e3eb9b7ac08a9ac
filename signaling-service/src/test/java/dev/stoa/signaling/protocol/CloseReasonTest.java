package dev.stoa.signaling.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CloseReasonTest {

    private static final int MOST_BYTES = 123;

    @Test
    void everyCodeIsAllowedAndUsedOnce() {
        var codes = Arrays.stream(CloseReason.values()).map(CloseReason::code).toList();

        assertEquals(codes.size(), codes.stream().distinct().count());
        assertTrue(codes.stream().allMatch(code -> code >= 1000 && code < 1015 || code >= 4000 && code < 5000));
    }

    @Test
    void everyTextFitsIntoACloseFrame() {
        for (var reason : CloseReason.values()) {
            assertTrue(reason.text().getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES, reason.text());
        }
    }
}
