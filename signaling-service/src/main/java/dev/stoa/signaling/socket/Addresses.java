package dev.stoa.signaling.socket;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * How many ways are open from each network address, and how often somebody there has knocked or posted. An IPv6 address counts as its
 * /64, which one household or one attacker has as a whole. For any thread.
 */
@Singleton
final class Addresses {

    private static final int NETWORK_BYTES = 8;

    /** How long it may take from being let in until the way is open. */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(5);

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
        return ask(address, now, tally -> tally.knocks.take(1, now) && tally.taken(now) < config.maxPerAddress());
    }

    /** Whether a session that is not known here may post from there. */
    boolean mayPost(String address, long now) {
        return ask(address, now, tally -> tally.posts.take(1, now));
    }

    /**
     * Keeps a place for one who is let in and not there yet, so that many who come at once do not all find the same place
     * free.
     *
     * @return whether there was one
     */
    boolean reserve(String address, long now) {
        return ask(address, now, tally -> tally.taken(now) < config.maxPerAddress() && tally.reserved.add(now));
    }

    /** Somebody for whom a place was reserved is there. */
    void opened(String address, long now) {
        ask(address, now, tally -> {
            tally.reserved.poll();
            tally.open++;
            return true;
        });
    }

    // Who knocked may be forgotten before it is let in.
    private boolean ask(String address, long now, Predicate<Tally> question) {
        var answer = new boolean[1];
        tallies.compute(address, (key, known) -> {
            var tally = known == null ? new Tally(config, now) : known;
            answer[0] = question.test(tally);
            return tally;
        });
        return answer[0];
    }

    void closed(String address) {
        tallies.computeIfPresent(address, (key, tally) -> {
            tally.open--;
            return tally;
        });
    }

    /** Forgets those from which nobody is here and nobody knocked for long. */
    void forget(long now) {
        tallies.keySet()
                .forEach(address ->
                        tallies.computeIfPresent(address, (key, tally) -> tally.isUntouched(now) ? null : tally));
    }

    private static final class Tally {

        private final Bucket knocks;
        private final Bucket posts;
        /** When places were reserved, the oldest first. */
        private final Queue<Long> reserved = new ArrayDeque<>();

        private int open;

        Tally(SocketConfig config, long now) {
            knocks = new Bucket(config.knocksPerAddress(), config.knocksPerAddressPerSecond(), now);
            posts = new Bucket(config.postsPerAddress(), config.postsPerAddressPerSecond(), now);
        }

        boolean isUntouched(long now) {
            return taken(now) == 0 && knocks.isFull(now) && posts.isFull(now);
        }

        /** Places that are in use, or kept for those on their way; who is let in and never comes loses its place. */
        int taken(long now) {
            while (!reserved.isEmpty() && now - reserved.element() > ON_THE_WAY.toNanos()) {
                reserved.remove();
            }
            return open + reserved.size();
        }
    }
}
