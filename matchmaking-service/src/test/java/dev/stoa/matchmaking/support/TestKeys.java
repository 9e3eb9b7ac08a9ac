package dev.stoa.matchmaking.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Room pass keys as an operator makes them. */
public final class TestKeys {

    private TestKeys() {}

    /** A new private EC P-256 key. */
    public static EllipticCurveJsonWebKey generate(String kid) {
        try {
            EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(kid);
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Replaces the file at once, as a mounted secret is. */
    public static void write(Path file, EllipticCurveJsonWebKey... keys) {
        try {
            Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "keys", ".json");
            Files.writeString(draft, new JsonWebKeySet(keys).toJson(OutputControlLevel.INCLUDE_PRIVATE));
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
