package dev.stoa.signaling.pass;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jboss.logging.Logger;
import org.jose4j.jca.ProviderContext;

/**
 * Who verifies the signatures of passes (ES256, RFC 7518 section 3.4): AWS-LC where its native library loads, and the
 * JDK, which takes many times as long, everywhere else.
 */
final class SignatureCheck {

    private static final String NAME = "AmazonCorrettoCryptoProvider";
    private static final String AWS_LC = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";
    /** As jose4j names it, which brings signatures into the form that it wants. */
    private static final String ALGORITHM = "SHA256withECDSA";

    private static final Logger LOG = Logger.getLogger(SignatureCheck.class);
    private static final Optional<Provider> FAST = find();

    private SignatureCheck() {}

    /** AWS-LC, as far as it can be had here. */
    static Optional<Provider> fast() {
        return FAST;
    }

    /** Whom jose4j has to ask. */
    static ProviderContext providers() {
        var context = new ProviderContext();
        FAST.ifPresent(provider -> context.getSuppliedKeyProviderContext().setSignatureProvider(provider.getName()));
        return context;
    }

    /** The key as whoever verifies has it; given another one, it would translate that for each signature. */
    static Key prepared(PublicKey key) {
        try {
            return FAST.isPresent() ? translated(FAST.get(), key) : key;
        } catch (GeneralSecurityException | RuntimeException e) {
            LOG.debugf("A key can't be prepared: %s", e);
            return key;
        }
    }

    private static PublicKey translated(Provider provider, PublicKey key) throws GeneralSecurityException {
        return (PublicKey) KeyFactory.getInstance("EC", provider).translateKey(key);
    }

    private static Optional<Provider> find() {
        try {
            // Registered already where another class loader has this class, as in tests.
            var found = Optional.ofNullable(Security.getProvider(NAME)).or(SignatureCheck::register);
            LOG.infof(
                    "Room passes are verified by %s",
                    found.map(Provider::getInfo).orElse("the JDK, as AWS-LC's library does not load here"));
            return found;
        } catch (ServiceConfigurationError | LinkageError e) {
            LOG.infof(
                    "Room passes are verified by the JDK, as AWS-LC's library does not load here: %s", e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<Provider> register() {
        var found = ServiceLoader.load(Provider.class, SignatureCheck.class.getClassLoader()).stream()
                .filter(each -> each.type().getName().equals(AWS_LC))
                .map(ServiceLoader.Provider::get)
                // One whose native library did not load says that it can do nothing.
                .filter(provider -> provider.getService("Signature", ALGORITHM) != null)
                .filter(SignatureCheck::isRight)
                .findFirst();
        // The last one there is asked only by whoever names it, as jose4j does here.
        found.ifPresent(Security::addProvider);
        return found;
    }

    /** Whether the provider takes what the JDK signs, and nothing else. */
    static boolean isRight(Provider provider) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var one = generator.generateKeyPair();
            var other = generator.generateKeyPair();
            return accepts(provider, one.getPublic(), signed(one))
                    && !accepts(provider, one.getPublic(), signed(other));
        } catch (GeneralSecurityException | RuntimeException | LinkageError e) {
            LOG.warnf("%s can't verify: %s", provider.getInfo(), e);
            return false;
        }
    }

    private static byte[] signed(KeyPair pair) throws GeneralSecurityException {
        var signature = Signature.getInstance(ALGORITHM);
        signature.initSign(pair.getPrivate());
        signature.update(sample());
        return signature.sign();
    }

    private static boolean accepts(Provider provider, PublicKey key, byte[] signed) throws GeneralSecurityException {
        var signature = Signature.getInstance(ALGORITHM, provider);
        signature.initVerify(translated(provider, key));
        signature.update(sample());
        return signature.verify(signed);
    }

    private static byte[] sample() {
        return "who may enter".getBytes(StandardCharsets.UTF_8);
    }
}
