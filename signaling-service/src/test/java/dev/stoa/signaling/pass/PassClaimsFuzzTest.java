package dev.stoa.signaling.pass;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.stoa.signaling.rig.PassPrinter;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Whatever matchmaking-service signs, should it ever err, is a pass within its bounds, or is refused. */
class PassClaimsFuzzTest {

    private static final PassPrinter PRINTER = PassPrinter.fresh("key-1");
    private static final Showing SHOWING = new Showing(PRINTER);

    @FuzzTest(maxDuration = "2m")
    void claims(byte[] claims) throws JoseException {
        var key = (EllipticCurveJsonWebKey) JsonWebKey.Factory.newJwk(PRINTER.secret());
        var signature = new JsonWebSignature();
        signature.setPayloadBytes(claims);
        signature.setAlgorithmHeaderValue("ES256");
        signature.setKeyIdHeaderValue("key-1");
        signature.setKey(key.getPrivateKey());
        SHOWING.show(signature.getCompactSerialization());
    }
}
