package dev.stoa.signaling.socket;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many ways are open from each network address, and how often somebody there has knocked. An IPv6 address counts as its
 * /64, which one household or one attacker has as a whole. For any thread.
 */
@Singleton
final class Addresses {

    private static final int NETWORK_BYTES = 8;

    private final Map<String, Tally> tallies = new ConcurrentHashMap<>();
    private final SocketConfig config;

    Addresses(SocketConfig config) {
        this.config = config;
    }

    /** Whose request it is, as the trusted proxies say. */
    static String of(HttpServerRequest request) {
        var remote = request.remoteAddress();
        return remote == null || remote.host() == null ? "unknown" : network(remote.host());
    }

    static String network(String address) {
        // Quarkus takes the last part of a forwarded IPv6 address for a port; the network is not in that part.
        return ipv6(address).or(() -> ipv6(address + ":0")).orElse(address);
    }

    private static Optional<String> ipv6(String address) {
        return NetUtil.isValidIpV6Address(address)
                ? Optional.of(
                        HexFormat.of().formatHex(NetUtil.createByteArrayFromIpAddressString(address), 0, NETWORK_BYTES))
                : Optional.empty();
    }

    /** Whether one more may be let in from there. */
    boolean mayKnock(String address, long now) {
        var allowed = new boolean[1];
        tallies.compute(address, (key, known) -> {
            var tally = known == null
                    ? new Tally(new Bucket(config.knocksPerAddress(), config.knocksPerAddressPerSecond(), now))
                    : known;
            allowed[0] = tally.knocks.take(1, now) && tally.open < config.maxPerAddress();
            return tally;
        });
        return allowed[0];
    }

    void opened(String address) {
        tallies.computeIfPresent(address, (key, tally) -> tally.changed(1));
    }

    void closed(String address) {
        tallies.computeIfPresent(address, (key, tally) -> tally.changed(-1));
    }

    /** Forgets those from which nobody is here and nobody knocked for long. */
    void forget(long now) {
        tallies.keySet()
                .forEach(address -> tallies.computeIfPresent(
                        address, (key, tally) -> tally.open == 0 && tally.knocks.isFull(now) ? null : tally));
    }

    private static final class Tally {

        private final Bucket knocks;
        private int open;

        Tally(Bucket knocks) {
            this.knocks = knocks;
        }

        Tally changed(int by) {
            open += by;
            return this;
        }
    }
}
