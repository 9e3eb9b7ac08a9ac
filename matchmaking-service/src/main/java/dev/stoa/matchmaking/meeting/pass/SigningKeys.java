package dev.stoa.matchmaking.meeting.pass;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.PublicKey;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jose4j.base64url.Base64Url;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwx.HeaderParameterNames;
import org.jose4j.jwx.Headers;
import org.jspecify.annotations.Nullable;

/** The keys that sign what this service hands out, read again when their file changes. */
@ApplicationScoped
public class SigningKeys {

    /** Who signs, as {@code iss} says it. */
    public static final String ISSUER = "stoa-matchmaking";

    private static final Logger LOG = Logger.getLogger(SigningKeys.class);

    private record Loaded(PassKeys keys, FileTime modified) {}

    private final Vertx vertx;
    private final PassConfig config;
    private volatile @Nullable Loaded loaded;
    private long reloader;

    SigningKeys(Vertx vertx, PassConfig config) {
        this.vertx = vertx;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        Path file = config.keysFile()
                .orElseThrow(
                        () -> new ConfigurationException(
                                "Set STOA_PASS_KEYS_FILE to a JWK Set file with a private EC P-256 key that signs room passes."));
        try {
            loaded = load(file);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(e.getMessage() + " Set STOA_PASS_KEYS_FILE to a JWK Set file"
                    + " with a private EC P-256 key that signs room passes.");
        }
        reloader = vertx.setPeriodic(
                config.reloadEvery().toMillis(), ignored -> vertx.executeBlocking(() -> reload(file)));
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(reloader);
    }

    /** The public half of the key of that name, or {@code null} when there is none (any more). */
    public @Nullable PublicKey verifier(String keyId) {
        return keys().verifier(keyId);
    }

    String publicKeys() {
        return keys().publicKeys();
    }

    /**
     * Signs a JWT.
     *
     * @param type what its header says it is
     */
    public String sign(JwtClaims claims, String type) {
        PassKeys now = keys();
        Headers headers = new Headers();
        headers.setStringHeaderValue(
                HeaderParameterNames.ALGORITHM, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        headers.setStringHeaderValue(HeaderParameterNames.TYPE, type);
        headers.setStringHeaderValue(HeaderParameterNames.KEY_ID, now.signingId());
        String content = headers.getEncodedHeader() + "." + Base64Url.encodeUtf8ByteRepresentation(claims.toJson());
        return content + "." + Base64Url.encode(now.signer().sign(content.getBytes(StandardCharsets.US_ASCII)));
    }

    private PassKeys keys() {
        return Objects.requireNonNull(loaded, "no keys before the start").keys();
    }

    private @Nullable Void reload(Path file) {
        Loaded before = loaded;
        try {
            if (before == null || !Files.getLastModifiedTime(file).equals(before.modified())) {
                loaded = load(file);
                LOG.infof("Room passes are now signed with key %s", keys().signingId());
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.warnf("Still signing room passes with the keys from before: %s", e.getMessage());
        }
        return null;
    }

    /** The time is read first: a change while reading then shows as one more change. */
    private static Loaded load(Path file) {
        try {
            FileTime modified = Files.getLastModifiedTime(file);
            return new Loaded(PassKeys.read(file), modified);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("The room pass key file " + file + " does not exist.");
        } catch (IOException e) {
            throw new IllegalArgumentException("The room pass key file " + file + " can't be read.");
        }
    }
}
