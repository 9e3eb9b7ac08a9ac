package dev.stoa.matchmaking.meeting.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stoa.matchmaking.support.TestKeys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.util.Optional;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.junit.jupiter.api.Test;

class SignerTest {

    private static final byte[] CONTENT = "who may enter".getBytes(StandardCharsets.UTF_8);

    private final EllipticCurveJsonWebKey key = TestKeys.generate("one");
    private final EllipticCurveJsonWebKey other = TestKeys.generate("other");

    @Test
    void theNativeLibrarysSignaturesAreThoseOfTheKey() throws Exception {
        Optional<Provider> found = Signer.fast();
        assumeTrue(found.isPresent(), "AWS-LC's library does not load on this system");

        byte[] signed = Signer.by(found.get(), key).orElseThrow().sign(CONTENT);

        assertTrue(accepts(key, signed));
        assertFalse(accepts(other, signed));
    }

    @Test
    void theJdkSignsAsWell() throws Exception {
        byte[] signed = Signer.byJdk(key).sign(CONTENT);

        assertTrue(accepts(key, signed));
        assertFalse(accepts(other, signed));
    }

    @Test
    void aProviderThatCannotSignIsNotUsed() {
        Provider knowsNoCurves = Security.getProvider("SUN");

        assertEquals(Optional.empty(), Signer.by(knowsNoCurves, key));
    }

    @Test
    void aProviderWhoseSignaturesTheJdkRefusesIsNotUsed() throws Exception {
        EllipticCurveJsonWebKey mismatched = new EllipticCurveJsonWebKey(other.getECPublicKey());
        mismatched.setKeyId("mismatched");
        mismatched.setPrivateKey(key.getEcPrivateKey());

        assertEquals(Optional.empty(), Signer.by(Security.getProvider("SunEC"), mismatched));
    }

    private static boolean accepts(EllipticCurveJsonWebKey key, byte[] signed) throws GeneralSecurityException {
        Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
        check.initVerify(key.getECPublicKey());
        check.update(CONTENT);
        return check.verify(signed);
    }
}
