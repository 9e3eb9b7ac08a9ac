package dev.stoa.matchmaking.meeting.match;

import dev.stoa.matchmaking.api.account.Field;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * What speaks for bringing two together who may meet.
 *
 * <p>Every merit is counted in one currency, <em>minutes of waiting</em>: so many minutes longer another ticket can have
 * waited and still come after this one. Waiting itself counts minute for minute and without an end, so that nobody is
 * passed over for good: whoever waits {@value #MOST_BESIDE_WAITING} minutes longer comes first whatever the rest says.
 * That waiting outweighs the rest is what Lern-Fair's matching does as well (0.6 waiting, 0.3 subject, 0.1 language:
 * corona-school/backend, {@code common/match/matching.ts}); so do the ranks of field and language here.
 */
enum Merit {
    /** 1 minute for each level of ISCED-F that the expert's field is nearer: 3 the same code, 2 one above, 1 two above. */
    FIELD {
        @Override
        Counted of(Pair pair) {
            Field asked = pair.ticket().field();
            return pair.expert()
                    .covering(asked)
                    .map(own -> new Counted(Math.max(0, 3.0 - levels(asked, own)), asked(asked, own)))
                    .orElse(Counted.NOTHING);
        }

        private static int levels(Field asked, Field own) {
            return asked.code().length() - own.code().length();
        }

        private static String asked(Field asked, Field own) {
            String about = "Asked about " + asked.code() + " " + asked.name();
            return levels(asked, own) == 0
                    ? about + ", which the expert helps with"
                    : about + ", within the expert's field " + own.code() + " " + own.name();
        }
    },
    /** 1 minute for the learner's first language, half of it for the second, a third for the third, and so on. */
    LANGUAGE {
        @Override
        Counted of(Pair pair) {
            List<String> wished = pair.ticket().languages();
            List<String> common =
                    wished.stream().filter(pair.expert().languages()::contains).toList();
            if (common.isEmpty()) {
                return Counted.NOTHING;
            }
            return new Counted(1.0 / (1 + wished.indexOf(common.getFirst())), "You both speak " + named(common));
        }
    },
    /** 5 minutes for one of the learner's favourite experts: long enough to matter, short enough for others to wait. */
    FAVOURITE {
        @Override
        Counted of(Pair pair) {
            return pair.between().favourite()
                    ? new Counted(5, "The expert is one of the learner's favourites")
                    : Counted.NOTHING;
        }
    },
    /** Minute for minute. */
    WAITING {
        @Override
        Counted of(Pair pair) {
            double minutes = minutes(pair.ticket().waited());
            return pair.ticket().standing().longest()
                    ? new Counted(minutes, "Waiting longest")
                    : new Counted(minutes, "");
        }
    },
    /** Half a minute for each star above 1 of the Bayesian mean, said in words from three ratings on. */
    RATING {
        @Override
        Counted of(Pair pair) {
            Rating rating = pair.expert().record().rating();
            double minutes = (rating.mean() - 1) / 2;
            return rating.count() >= 3 && rating.plainMean() >= 4
                    ? new Counted(
                            minutes,
                            String.format(Locale.ROOT, "Learners rate the expert %.1f of 5", rating.plainMean()))
                    : new Counted(minutes, "");
        }
    },
    /** A tenth of a minute for each minute in which the expert was idle, 3 at most, so that work is spread. */
    IDLE {
        @Override
        Counted of(Pair pair) {
            return new Counted(Math.min(3, minutes(pair.expert().record().idle()) / 10), "");
        }
    },
    /** 1 minute for an expert who has taken no match yet, half for one who has taken one, and so on. */
    LOAD {
        @Override
        Counted of(Pair pair) {
            return new Counted(1.0 / (1 + pair.expert().record().taken()), "");
        }
    };

    /** The most that all merits but {@link #WAITING} can count together, in minutes. */
    static final int MOST_BESIDE_WAITING = 15;

    /**
     * What a merit counts.
     *
     * @param minutes not negative
     * @param words says the same to both sides; empty where it is not worth a word
     */
    record Counted(double minutes, String words) {

        static final Counted NOTHING = new Counted(0, "");
    }

    /** Looking one up in the JDK's tables costs more than all else that a merit does; there are less than two hundred. */
    private static final class Names {
        static final Map<String, String> OF_LANGUAGES = new ConcurrentHashMap<>();
    }

    /** What this counts for the two. */
    abstract Counted of(Pair pair);

    private static double minutes(Duration time) {
        return Math.max(0, time.toMillis()) / 60_000.0;
    }

    private static String named(List<String> languages) {
        List<String> names = languages.stream()
                .map(code -> Names.OF_LANGUAGES.computeIfAbsent(
                        code, unknown -> Locale.of(unknown).getDisplayLanguage(Locale.ENGLISH)))
                .toList();
        int last = names.size() - 1;
        return last == 0
                ? names.getFirst()
                : names.stream().limit(last).collect(Collectors.joining(", ")) + " and " + names.get(last);
    }
}
