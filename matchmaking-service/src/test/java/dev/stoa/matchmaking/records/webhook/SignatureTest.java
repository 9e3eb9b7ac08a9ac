package dev.stoa.matchmaking.records.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

class SignatureTest {

    /** The example with which the libraries of Standard Webhooks are tested. */
    @Test
    void theSignatureIsTheOneOfTheSpecificationsLibraries() {
        Secret secret = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        String header = Signature.header(
                "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330L, "{\"test\": 2432232314}", List.of(secret));

        assertEquals("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", header);
    }

    @Test
    void eachSecretSigns() {
        Secret one = Secret.next();
        Secret other = Secret.next();

        assertEquals(
                Signature.header("evt_1", 1, "{}", List.of(one)) + " "
                        + Signature.header("evt_1", 1, "{}", List.of(other)),
                Signature.header("evt_1", 1, "{}", List.of(one, other)));
    }

    @Test
    void aSecretDoesNotPrintItself() {
        Secret secret = Secret.next();

        assertFalse(secret.toString().contains(secret.text().substring(6)));
        assertEquals(32, secret.key().length);
    }
}
