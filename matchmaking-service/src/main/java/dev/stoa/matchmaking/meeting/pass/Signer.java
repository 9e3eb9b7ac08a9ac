package dev.stoa.matchmaking.meeting.pass;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jboss.logging.Logger;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jspecify.annotations.Nullable;

/**
 * Signs with one key (ES256, RFC 7518 section 3.4): by AWS-LC where its native library loads, and by the JDK, which takes
 * eight times as long, everywhere else.
 */
final class Signer {

    /** The two numbers of a signature one after the other, as JWS wants them, and not in DER. */
    private static final String ALGORITHM = "SHA256withECDSAinP1363Format";

    private static final String AWS_LC = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";
    private static final Logger LOG = Logger.getLogger(Signer.class);
    private static final Optional<Provider> FAST = find();

    private final PrivateKey key;
    private final @Nullable Provider provider;

    private Signer(PrivateKey key, @Nullable Provider provider) {
        this.key = key;
        this.provider = provider;
    }

    /** AWS-LC, as far as it can be had here. */
    static Optional<Provider> fast() {
        return FAST;
    }

    static Signer of(EllipticCurveJsonWebKey key) {
        return FAST.flatMap(provider -> by(provider, key)).orElseGet(() -> byJdk(key));
    }

    static Signer byJdk(EllipticCurveJsonWebKey key) {
        return new Signer(key.getEcPrivateKey(), null);
    }

    /** Nothing when the JDK does not accept what the provider signs with this key. */
    static Optional<Signer> by(Provider provider, EllipticCurveJsonWebKey key) {
        try {
            PrivateKey own = (PrivateKey) KeyFactory.getInstance("EC", provider).translateKey(key.getEcPrivateKey());
            Signer signer = new Signer(own, provider);
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key.getECPublicKey());
            byte[] sample = key.getKeyId().getBytes(StandardCharsets.UTF_8);
            check.update(sample);
            if (check.verify(signer.sign(sample))) {
                return Optional.of(signer);
            }
            LOG.warnf("%s signs wrongly: the JDK signs room passes", provider.getInfo());
        } catch (GeneralSecurityException | RuntimeException | LinkageError e) {
            LOG.warnf("%s can't sign: the JDK signs room passes: %s", provider.getInfo(), e);
        }
        return Optional.empty();
    }

    /** The 64 bytes of a signature. */
    byte[] sign(byte[] content) {
        try {
            Signature signature =
                    provider == null ? Signature.getInstance(ALGORITHM) : Signature.getInstance(ALGORITHM, provider);
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A JWT could not be signed", e);
        }
    }

    /** A provider whose native library did not load says that it can do nothing. */
    private static Optional<Provider> find() {
        try {
            Optional<Provider> found = ServiceLoader.load(Provider.class, Signer.class.getClassLoader()).stream()
                    .filter(each -> each.type().getName().equals(AWS_LC))
                    .map(ServiceLoader.Provider::get)
                    .filter(provider -> provider.getService("Signature", ALGORITHM) != null)
                    .findFirst();
            LOG.infof(
                    "Room passes are signed by %s",
                    found.map(Provider::getInfo).orElse("the JDK, as AWS-LC's library does not load here"));
            return found;
        } catch (ServiceConfigurationError | LinkageError e) {
            LOG.infof("Room passes are signed by the JDK, as AWS-LC's library does not load here: %s", e.getMessage());
            return Optional.empty();
        }
    }
}
