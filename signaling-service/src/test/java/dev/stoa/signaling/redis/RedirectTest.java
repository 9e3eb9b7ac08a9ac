package dev.stoa.signaling.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RedirectTest {

    @Test
    void errorsSayWhereToGo() {
        assertEquals(
                Optional.of(new Redirect.Moved(3999, new RedisAddress("127.0.0.1", 6381))),
                Redirect.of("MOVED 3999 127.0.0.1:6381", "h"));
        assertEquals(
                Optional.of(new Redirect.Ask(new RedisAddress("::1", 6381))), Redirect.of("ASK 3999 [::1]:6381", "h"));
        assertEquals(
                Optional.of(new Redirect.Moved(1, new RedisAddress("h", 6381))), Redirect.of("MOVED 1 :6381", "h"));
        assertEquals(
                Optional.of(new Redirect.Wait()), Redirect.of("TRYAGAIN Multiple keys request during rehashing", "h"));
    }

    @Test
    void otherErrorsSayNothing() {
        assertEquals(Optional.empty(), Redirect.of("CLUSTERDOWN The cluster is down", "h"));
        assertEquals(Optional.empty(), Redirect.of("", "h"));
    }
}
