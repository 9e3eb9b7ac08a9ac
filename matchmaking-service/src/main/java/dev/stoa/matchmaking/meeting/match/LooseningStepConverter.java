package dev.stoa.matchmaking.meeting.match;

import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.config.spi.Converter;

/** Reads a step of {@code stoa.match.steps}, such as {@code favourites:10s}. */
public final class LooseningStepConverter implements Converter<Loosening.Step> {

    @Override
    public Loosening.Step convert(String text) {
        String[] parts = text.strip().split(":", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException(
                    "stoa.match.steps: '" + text + "' should be a wish and a time, such as favourites:10s");
        }
        Loosening.Wish wish =
                Loosening.Wish.valueOf(parts[0].strip().toUpperCase(Locale.ROOT).replace('-', '_'));
        Duration until = DurationConverter.parseDuration(parts[1].strip());
        return new Loosening.Step(wish, until);
    }
}
