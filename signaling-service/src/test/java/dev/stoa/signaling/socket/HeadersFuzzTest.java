package dev.stoa.signaling.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.stoa.signaling.room.Arrival;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Whatever stands in the headers of a request is read for what it is, or not at all. */
class HeadersFuzzTest {

    @FuzzTest(maxDuration = "2m")
    void headers(byte[] value) {
        var text = new String(value, StandardCharsets.ISO_8859_1);

        Credential.comeback(text).ifPresent(back -> assertSaysTheSame(text, back));
        Credential.among(List.of(text.split(", *"))).ifPresent(shown -> {
            switch (shown) {
                case Credential.PassToken pass -> assertTrue(text.contains("stoa.pass." + pass.token()));
                case Credential.Comeback back -> assertTrue(text.contains("stoa.resume."));
            }
        });
        assertNotNull(Addresses.network(text));
    }

    private static void assertSaysTheSame(String text, Arrival.Back back) {
        assertTrue(back.last() >= 0);
        assertEquals(
                text.replaceFirst("\\.0*(\\d)", ".$1"),
                back.epoch() + "." + back.last() + "." + back.session().text());
    }
}
