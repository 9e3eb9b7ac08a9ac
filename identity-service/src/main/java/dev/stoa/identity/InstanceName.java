package dev.stoa.identity;

import io.quarkus.runtime.annotations.StaticInitSafe;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** Gives an instance without a configured {@code stoa.instance} a name: {@code identity-} and six random hex digits. */
@StaticInitSafe
public final class InstanceName implements ConfigSource {

    private static final String KEY = "stoa.instance";
    private static final int BELOW_EVERY_OTHER_SOURCE = -1000;

    private static final String NAME = "identity-" + HexFormat.of().formatHex(randomBytes());

    private static byte[] randomBytes() {
        byte[] bytes = new byte[3];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    @Override
    public Map<String, String> getProperties() {
        return Map.of(KEY, NAME);
    }

    @Override
    public Set<String> getPropertyNames() {
        return Set.of(KEY);
    }

    @Override
    public @Nullable String getValue(String propertyName) {
        return KEY.equals(propertyName) ? NAME : null;
    }

    @Override
    public String getName() {
        return "random instance name";
    }

    @Override
    public int getOrdinal() {
        return BELOW_EVERY_OTHER_SOURCE;
    }
}
