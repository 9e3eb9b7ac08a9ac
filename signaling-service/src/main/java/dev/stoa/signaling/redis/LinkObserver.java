package dev.stoa.signaling.redis;

import java.time.Duration;

/** Who is told how the links do. Called on the loop. */
public interface LinkObserver {

    /** There is a link of that name; {@link RedisLink#isUp()} can be asked at any time. */
    void opened(RedisLink link);

    /** It will not be opened again. */
    void closed(RedisLink link);

    /**
     * How long Redis took to answer something, about once a second while there is something to answer; not told of a link
     * whose commands wait in Redis by intent.
     */
    void roundTrip(RedisLink link, Duration took);
}
