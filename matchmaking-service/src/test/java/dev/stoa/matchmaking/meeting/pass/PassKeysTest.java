package dev.stoa.matchmaking.meeting.pass;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.matchmaking.support.Guest;
import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.TestIntegrator;
import dev.stoa.matchmaking.support.TestKeys;
import dev.stoa.matchmaking.support.TestWorld;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@WithTestResource(TestWorld.class)
class PassKeysTest {

    @Inject
    RoomPasses passes;

    @Inject
    PassConfig config;

    @TempDir
    Path directory;

    @Test
    void keysRotateWithoutARestart() throws Exception {
        Path file = config.keysFile().orElseThrow();
        JsonWebSignature before = sign();
        EllipticCurveJsonWebKey newKey = TestKeys.generate("new");
        EllipticCurveJsonWebKey oldKey = (EllipticCurveJsonWebKey)
                new JsonWebKeySet(Files.readString(file)).getJsonWebKeys().getFirst();

        TestKeys.write(file, newKey, oldKey);
        await().until(() -> sign().getKeyIdHeaderValue().equals("new"));

        assertEquals(List.of("new", oldKey.getKeyId()), published());
        before.setKey(oldKey.getPublicKey());
        assertTrue(before.verifySignature());
    }

    @Test
    void aJoinLinkWorksAsLongAsTheKeyThatHasSignedItIsThere() throws Exception {
        Path file = config.keysFile().orElseThrow();
        String before = Files.readString(file);
        EllipticCurveJsonWebKey oldKey = (EllipticCurveJsonWebKey)
                new JsonWebKeySet(before).getJsonWebKeys().getFirst();
        EllipticCurveJsonWebKey newKey = TestKeys.generate("next");
        TestIntegrator school = TestIntegrator.with("tickets");
        JsonPath ticket = school.ask("student", "0541");
        Guest learner = Guest.of(ticket.getString("joinLink"));

        TestKeys.write(file, oldKey, newKey);
        await().until(() -> published().contains("next"));
        TestKeys.write(file, newKey, oldKey);
        await().until(() -> sign().getKeyIdHeaderValue().equals("next"));
        learner.get("/standing").statusCode(200);

        TestKeys.write(file, newKey);
        await().until(() -> published().equals(List.of("next")));
        learner.get("/standing").statusCode(401);

        Files.writeString(file, before);
        await().until(() -> sign().getKeyIdHeaderValue().equals(oldKey.getKeyId()));
        school.cancel(ticket);
    }

    @Test
    void aBrokenFileLeavesTheOldKeysInUse() throws Exception {
        Path file = config.keysFile().orElseThrow();
        String good = Files.readString(file);
        List<String> before = published();

        Files.writeString(file, "{\"keys\":[");
        await().during(Duration.ofMillis(500)).until(() -> published().equals(before));

        Files.writeString(file, good);
        assertFalse(sign().getKeyIdHeaderValue().isEmpty());
    }

    @Test
    void everyFileThatCannotBeUsedIsExplainedInOneSentence() throws Exception {
        assertReason("does not exist", directory.resolve("missing.json"));
        assertReason("is not a JWK Set", write("rubbish"));
        assertReason("has no key in it", write("{\"keys\":[]}"));
        EllipticCurveJsonWebKey key = TestKeys.generate("public");
        assertReason("must hold private EC P-256 keys", write("{\"keys\":[" + key.toJson() + "]}"));
        String rsa = RsaJwkGenerator.generateJwk(2048).toJson();
        assertReason("must hold private EC P-256 keys", write("{\"keys\":[" + rsa + "]}"));
    }

    @Test
    void onlyPublicKeysArePublished() {
        given().get(Person.BASE + "/pass-keys")
                .then()
                .statusCode(200)
                .header("Cache-Control", "max-age=60")
                .body("keys.kty", everyItem(equalTo("EC")))
                .body("keys.d", everyItem(nullValue()))
                .body("keys", not(hasSize(0)));
    }

    private void assertReason(String reason, Path file) {
        String message = assertThrows(IllegalArgumentException.class, () -> PassKeys.read(file))
                .getMessage();

        assertTrue(message.contains(reason), message);
        assertFalse(message.contains("\n"), message);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(directory.resolve("keys.json"), text);
    }

    private JsonWebSignature sign() throws JoseException {
        RoomPass pass = passes.sign(new Admission("r".repeat(22), "p".repeat(22), "Ada", "learner"), "n".repeat(22));
        JsonWebSignature signature = new JsonWebSignature();
        signature.setCompactSerialization(pass.pass());
        return signature;
    }

    private static List<String> published() {
        return given().get(Person.BASE + "/pass-keys").jsonPath().getList("keys.kid");
    }
}
