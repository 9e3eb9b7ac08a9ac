package dev.stoa.localstack.data;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The key that signs room passes: a JWK Set (RFC 7517) with one private P-256 key, made once. */
final class PassKeys {
    private static final int FIELD_BYTES = 32;

    private PassKeys() {}

    static Path in(Path path) {
        try {
            if (!Files.exists(path)) {
                PrivateFile.write(path, new ObjectMapper().writeValueAsString(Map.of("keys", List.of(newKey()))));
            }
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep pass keys in " + path, e);
        }
    }

    private static Map<String, String> newKey() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            var point = ((ECPublicKey) pair.getPublic()).getW();
            return Map.of(
                    "kty",
                    "EC",
                    "crv",
                    "P-256",
                    "alg",
                    "ES256",
                    "use",
                    "sig",
                    "kid",
                    UUID.randomUUID().toString(),
                    "x",
                    coordinate(point.getAffineX()),
                    "y",
                    coordinate(point.getAffineY()),
                    "d",
                    coordinate(((ECPrivateKey) pair.getPrivate()).getS()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no P-256 keys", e);
        }
    }

    /** Exactly 32 bytes, as RFC 7518 wants: no sign byte, leading zeros kept. */
    private static String coordinate(BigInteger number) {
        var bytes = number.toByteArray();
        var field = new byte[FIELD_BYTES];
        int length = Math.min(bytes.length, FIELD_BYTES);
        System.arraycopy(bytes, bytes.length - length, field, FIELD_BYTES - length, length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(field);
    }
}
