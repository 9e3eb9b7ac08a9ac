package dev.stoa.signaling.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stoa.signaling.rig.RedisCluster;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** In which rooms of a cluster pairs talk, and what has to be true of their talk in the end. */
final class ClusterTalks {

    private final RedisCluster cluster;
    private final Seed seed;
    private final SplittableRandom random;

    ClusterTalks(RedisCluster cluster, Seed seed, SplittableRandom random) {
        this.cluster = cluster;
        this.seed = seed;
        this.random = random;
    }

    /** Names of so many rooms whose primaries' ports fit. */
    Stream<String> rooms(int count, IntPredicate fits) {
        return Stream.generate(() -> "room-" + Long.toHexString(random.nextLong()))
                .filter(room -> fits.test(cluster.ownerOf(room)))
                .limit(count);
    }

    /** What is missing is missing between two sessions, of whose end the page was told. */
    void expectNoHole(String what, Talk talk, Duration recovery) {
        var verdict = talk.hush(true);
        assertEquals(List.of(), verdict.broken());
        Figures.of("RedisClusterIT, " + what, seed)
                .with("messages", verdict.settled())
                .with("heard", verdict.heard())
                .with("recovery, ms", recovery.toMillis())
                .publish();
    }

    void expectWhole(String what, Talk talk) {
        var verdict = talk.hush(false);
        assertEquals(List.of(), verdict.broken());
        assertEquals(verdict.settled(), verdict.heard());
        Figures.of("RedisClusterIT, " + what, seed)
                .with("messages", verdict.settled())
                .with("lost, doubled, out of order", 0)
                .publish();
    }
}
