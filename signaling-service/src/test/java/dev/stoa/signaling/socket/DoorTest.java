package dev.stoa.signaling.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stoa.signaling.rig.Door;
import dev.stoa.signaling.rig.PassPrinter;
import dev.stoa.signaling.rig.Surroundings;
import dev.stoa.signaling.rig.TestPeer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class DoorTest {

    @Inject
    Door door;

    @Test
    void aGoodPassOfAnAllowedOriginIsLetIn() {
        assertEquals(101, knock(door.printer().pass(Door.newRoom(), "ada")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.test",
                "http://stoa.test",
                "https://stoa.test:444",
                "https://stoa.test.evil.test",
                "https://STOA.test",
                "null"
            })
    void anotherOriginIsRefused(String origin) {
        var pass = door.printer().pass(Door.newRoom(), "ada");

        assertEquals(403, TestPeer.knock(door.port(), origin, "stoa.v1", "stoa.pass." + pass));
    }

    @Test
    void noOriginIsRefused() {
        var pass = door.printer().pass(Door.newRoom(), "ada");

        assertEquals(403, TestPeer.knock(door.port(), null, "stoa.v1", "stoa.pass." + pass));
    }

    @Test
    void noPassIsRefused() {
        assertEquals(401, TestPeer.knock(door.port(), TestPeer.ORIGIN, "stoa.v1"));
    }

    @Test
    void noProtocolOfOursIsRefused() {
        assertEquals(400, TestPeer.knock(door.port(), TestPeer.ORIGIN));
        assertEquals(400, TestPeer.knock(door.port(), TestPeer.ORIGIN, "stoa.v2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "....", "e30.e30.e30", "eyJhbGciOiJFUzI1NiJ9.e30.AAAA"})
    void whatIsNoTokenIsRefused(String pass) {
        assertEquals(401, knock(pass));
    }

    @Test
    void aPassOfAnotherKeyIsRefused() {
        assertEquals(401, knock(PassPrinter.fresh("key-1").pass(Door.newRoom(), "ada")));
        assertEquals(401, knock(PassPrinter.fresh("key-2").pass(Door.newRoom(), "ada")));
    }

    @Test
    void anUnsignedPassIsRefused() {
        assertEquals(401, knock(door.printer().pass(Door.newRoom(), "ada", "none", null)));
    }

    @Test
    void aPassSignedWithThePublicKeyAsASecretIsRefused() throws Exception {
        var published = door.printer().published();
        var pem = ((PublicJsonWebKey) JsonWebKey.Factory.newJwk(published))
                .getPublicKey()
                .getEncoded();

        for (var secret : List.of(
                published.getBytes(StandardCharsets.UTF_8),
                pem,
                Base64.getEncoder().encode(pem))) {
            assertEquals(401, knock(door.printer().pass(Door.newRoom(), "ada", "HS256", new HmacKey(secret))));
        }
    }

    static List<Consumer<JwtClaims>> wrongClaims() {
        var now = NumericDate.now().getValue();
        return List.of(
                claims -> claims.setAudience("stoa-api"),
                claims -> claims.unsetClaim("aud"),
                claims -> claims.setIssuer("somebody"),
                claims -> claims.setExpirationTime(NumericDate.fromSeconds(now - 20)),
                claims -> claims.setExpirationTime(NumericDate.fromSeconds(now + 3_600)),
                claims -> claims.setNotBefore(NumericDate.fromSeconds(now + 3_600)),
                claims -> claims.unsetClaim("exp"),
                claims -> claims.unsetClaim("jti"),
                claims -> claims.unsetClaim("sub"),
                claims -> claims.unsetClaim("room"),
                claims -> claims.unsetClaim("nonce"),
                claims -> claims.unsetClaim("name"),
                claims -> claims.setStringClaim("role", "administrator"),
                claims -> claims.setStringClaim("room", "a} b"),
                claims -> claims.setSubject("* -"),
                claims -> claims.setStringClaim("name", "n".repeat(101)),
                claims -> claims.setClaim("room", 7),
                claims -> claims.setClaim("can", "media"));
    }

    @ParameterizedTest
    @MethodSource("wrongClaims")
    void aPassWithWrongClaimsIsRefused(Consumer<JwtClaims> change) {
        assertEquals(401, knock(door.printer().pass(Door.newRoom(), "ada", change)));
    }

    @Test
    void aPassIsForOneUseOfItsNonce() {
        var room = Door.newRoom();
        var pass = door.printer().pass(room, "ada", used("same", "nonce-of-ada"));
        var again = door.printer().pass(room, "ada", used("same", "nonce-of-eve"));
        TestPeer.join(door.port(), pass).close();

        try (var eve = TestPeer.open(door.port(), again);
                var retry = TestPeer.open(door.port(), pass)) {

            assertEquals(4401, eve.closeCode());
            retry.next("welcome");
        }
    }

    private int knock(String pass) {
        return TestPeer.knock(door.port(), TestPeer.ORIGIN, "stoa.v1", "stoa.pass." + pass);
    }

    private static Consumer<JwtClaims> used(String id, String nonce) {
        return claims -> {
            claims.setJwtId(id);
            claims.setStringClaim("nonce", nonce);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GET /api/signaling/v1/socket HTTP/1.1\r\nHost: x\r\n"})
    void whoNeverSaysWhatForIsCut(String begun) throws IOException {
        try (var socket = new java.net.Socket("127.0.0.1", door.port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));

            assertEquals(-1, socket.getInputStream().read());
        }
    }
}
