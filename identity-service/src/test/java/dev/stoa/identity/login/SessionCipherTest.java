package dev.stoa.identity.login;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SessionCipherTest {

    private static final byte[] PLAIN = "a token".getBytes(UTF_8);

    private final SessionCipher cipher = new SessionCipher("0123456789abcdef0123456789abcdef");

    @Test
    void whatWasSealedCanBeOpened() {
        assertArrayEquals(PLAIN, cipher.open("n", cipher.seal("n", PLAIN)).orElseThrow());
    }

    @Test
    void theSameTextIsNeverSealedTheSameWay() {
        assertFalse(Arrays.equals(cipher.seal("n", PLAIN), cipher.seal("n", PLAIN)));
    }

    @Test
    void underAnotherNameItStaysClosed() {
        assertTrue(cipher.open("m", cipher.seal("n", PLAIN)).isEmpty());
    }

    @Test
    void withAnotherKeyItStaysClosed() {
        var other = new SessionCipher("another key of thirty-two letters");

        assertTrue(other.open("n", cipher.seal("n", PLAIN)).isEmpty());
    }

    @Test
    void aChangedBitKeepsItClosed() {
        byte[] bytes = cipher.seal("n", PLAIN);

        bytes[bytes.length - 1] ^= 1;

        assertTrue(cipher.open("n", bytes).isEmpty());
        assertTrue(cipher.open("n", new byte[3]).isEmpty());
        assertTrue(cipher.open("n", new byte[12]).isEmpty());
    }
}
