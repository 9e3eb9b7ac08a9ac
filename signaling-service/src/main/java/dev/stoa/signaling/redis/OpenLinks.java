package dev.stoa.signaling.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** All links that are open, and who watches them. Lives on the loop. */
final class OpenLinks implements LinkObserver {

    private final List<RedisLink> links = new ArrayList<>();
    private final List<LinkObserver> observers = new ArrayList<>();

    /** Tells somebody of the links, of those that are open already as well. */
    void observe(LinkObserver observer) {
        observers.add(observer);
        links.forEach(observer::opened);
    }

    /** Lets each link go to where its primary is now. */
    void follow() {
        links.removeIf(RedisLink::isClosed);
        List.copyOf(links).forEach(RedisLink::follow);
    }

    @Override
    public void opened(RedisLink link) {
        links.add(link);
        observers.forEach(observer -> observer.opened(link));
    }

    @Override
    public void closed(RedisLink link) {
        observers.forEach(observer -> observer.closed(link));
    }

    @Override
    public void roundTrip(RedisLink link, Duration took) {
        observers.forEach(observer -> observer.roundTrip(link, took));
    }
}
