package dev.stoa.signaling.socket;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** What a socket is allowed. */
@ConfigMapping(prefix = "stoa.socket")
interface SocketConfig {

    /** The origins whose pages may connect, exactly as browsers send them, such as https://stoa.example.org. */
    Set<String> allowedOrigins();

    /** How many messages may come at once before the rate below counts; trickle ICE comes in bursts. */
    @WithDefault("200")
    int burst();

    /** How many messages a second may come in the long run. */
    @WithDefault("50")
    int perSecond();

    /** How many messages above the rate are answered with an error before the socket is closed. */
    @WithDefault("100")
    int floodTolerance();

    /** How many bad messages are answered with an error before the socket is closed. */
    @WithDefault("20")
    int badMessages();

    /** Most bytes that wait to be read by a page before it counts as too slow. */
    @WithDefault("1048576")
    int maxWaitingBytes();

    /** How long nothing may be heard of a page until the others are told that it is away. */
    @WithDefault("4s")
    Duration quiet();

    /** How long nothing, not even a pong, may be heard of a page. */
    @WithDefault("15s")
    Duration silence();

    /** How long a request may take until it is there whole, from its first byte, or from the connection's beginning. */
    @WithDefault("8s")
    Duration requestWithin();

    /** Most sockets that may be open from one network address (IPv6: one /64). A school has one address for all. */
    @WithDefault("2000")
    int maxPerAddress();

    /** How many may knock at once from one address before the rate below counts. */
    @WithDefault("2000")
    int knocksPerAddress();

    /** How many may knock from one address each second in the long run. */
    @WithDefault("200")
    int knocksPerAddressPerSecond();

    /** How many sessions that are not known here may post at once from one address before the rate below counts. */
    @WithDefault("2000")
    int postsPerAddress();

    /** How many sessions that are not known here may post from one address each second in the long run. */
    @WithDefault("200")
    int postsPerAddressPerSecond();

    /** How long a stopping process that has sockets says that it is not ready before it closes them. */
    @WithDefault("4s")
    Duration drainNotice();

    /** The longest time over which a stopping process spreads the closing of its sockets. */
    @WithDefault("12s")
    Duration drainSpread();

    /** How long a stopping process waits at last until the others know whose pages are away. */
    @WithDefault("3s")
    Duration drain();
}
