package dev.stoa.matchmaking.meeting.match;

import java.time.Duration;
import java.util.stream.Collectors;

/** The pauses for misses as the steps read them. */
final class CoolDowns {

    private CoolDowns() {}

    /** In ms, separated by commas. */
    static String wire(MatchConfig config) {
        return config.coolDowns().stream()
                .map(Duration::toMillis)
                .map(String::valueOf)
                .collect(Collectors.joining(","));
    }
}
