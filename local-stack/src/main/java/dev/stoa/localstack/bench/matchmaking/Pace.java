package dev.stoa.localstack.bench.matchmaking;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How fast life cycles go, and what they cost.
 *
 * @param cpuMs CPU time for each life cycle in ms, by whom
 */
record Pace(double perSecond, Map<String, Double> cpuMs) {
    /** @param cpu time used since the start, by whom */
    static Pace measure(Play play, Duration time, Supplier<Map<String, Duration>> cpu) {
        play.on(() -> {
            play.tally().restart();
            return true;
        });
        var begin = System.nanoTime();
        var before = cpu.get();
        Play.sleep(time.toMillis());
        var done = play.on(() -> play.tally().count());
        var after = cpu.get();
        var each = new LinkedHashMap<String, Double>();
        after.forEach((who, used) -> each.put(who, used.minus(before.get(who)).toNanos() / 1e6 / Math.max(1, done)));
        return new Pace(done / ((System.nanoTime() - begin) / 1e9), each);
    }
}
