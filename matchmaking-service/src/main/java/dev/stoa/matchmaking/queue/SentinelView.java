package dev.stoa.matchmaking.queue;

import java.util.List;

/**
 * What one sentinel knows.
 *
 * @param master URL of the server it names
 */
record SentinelView(String master, List<KnownReplica> replicas) {

    /**
     * How many replicas have to follow a master that is to be believed: all that could be promoted in its stead. A replica that
     * calls itself a master is one of them too, unless all sentinels can be heard and agree, for then none has promoted it.
     *
     * @param views of the sentinels that could be heard
     * @param sentinels how many there are
     */
    static int followersOf(String master, List<SentinelView> views, int sentinels) {
        boolean agreed = views.size() == sentinels
                && views.stream().allMatch(view -> view.master.equals(master) && !view.isPromoting());
        return views.stream().mapToInt(view -> view.count(!agreed)).max().orElse(0);
    }

    private boolean isPromoting() {
        return replicas.stream().anyMatch(KnownReplica::isPromoted);
    }

    private int count(boolean withStray) {
        return (int) replicas.stream()
                .filter(replica -> replica.isPromotable() || (withStray && replica.isStray()))
                .count();
    }
}
