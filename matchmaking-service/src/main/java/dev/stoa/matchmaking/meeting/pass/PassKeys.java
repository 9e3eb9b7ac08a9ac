package dev.stoa.matchmaking.meeting.pass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** The keys that sign room passes, as they were read from the file at one time. The first one signs. */
final class PassKeys {

    private static final String CURVE = "P-256";

    private final List<EllipticCurveJsonWebKey> keys;
    private final Signer signer;

    private PassKeys(List<EllipticCurveJsonWebKey> keys) {
        this.keys = keys;
        this.signer = Signer.of(keys.getFirst());
    }

    /**
     * Reads a JWK Set file.
     *
     * @throws IllegalArgumentException when it can't be used; the message is one sentence without any key material
     */
    static PassKeys read(Path file) {
        try {
            List<JsonWebKey> found = new JsonWebKeySet(Files.readString(file)).getJsonWebKeys();
            if (found.isEmpty()) {
                throw new IllegalArgumentException("The room pass key file " + file + " has no key in it.");
            }
            return new PassKeys(found.stream().map(key -> usable(key, file)).toList());
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("The room pass key file " + file + " does not exist.");
        } catch (IOException e) {
            throw new IllegalArgumentException("The room pass key file " + file + " can't be read.");
        } catch (JoseException e) {
            throw new IllegalArgumentException("The room pass key file " + file + " is not a JWK Set.");
        }
    }

    private static EllipticCurveJsonWebKey usable(JsonWebKey key, Path file) {
        if (key instanceof EllipticCurveJsonWebKey curve
                && CURVE.equals(curve.getCurveName())
                && curve.getPrivateKey() != null
                && key.getKeyId() != null) {
            return curve;
        }
        throw new IllegalArgumentException(
                "The room pass key file " + file + " must hold private EC P-256 keys only, each with a kid.");
    }

    Signer signer() {
        return signer;
    }

    /** The name of the key that signs. */
    String signingId() {
        return keys.getFirst().getKeyId();
    }

    @Nullable
    PublicKey verifier(String keyId) {
        return keys.stream()
                .filter(key -> keyId.equals(key.getKeyId()))
                .findFirst()
                .map(EllipticCurveJsonWebKey::getPublicKey)
                .orElse(null);
    }

    /** The JWK Set of the public halves. They are built anew, so that nothing private can slip through. */
    String publicKeys() {
        JsonWebKeySet set = new JsonWebKeySet();
        for (EllipticCurveJsonWebKey key : keys) {
            EllipticCurveJsonWebKey half = new EllipticCurveJsonWebKey((ECPublicKey) key.getPublicKey());
            half.setKeyId(key.getKeyId());
            half.setAlgorithm("ES256");
            half.setUse("sig");
            set.addJsonWebKey(half);
        }
        return set.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }
}
