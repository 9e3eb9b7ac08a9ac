package dev.stoa.matchmaking.meeting.ticket;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names of states and moves outside of Java, worked out once: each ticket that is read or written needs one. */
final class TicketWords {

    private static final Pattern INNER_CAPITAL = Pattern.compile("(?<=.)([A-Z])");

    private static final ClassValue<String> WORDS = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> state) {
            return kebab(state.getSimpleName());
        }
    };

    private static final Map<String, TicketState> STATES =
            TicketState.all().stream().collect(Collectors.toUnmodifiableMap(TicketState::word, Function.identity()));

    private TicketWords() {}

    static String of(TicketState state) {
        return WORDS.get(state.getClass());
    }

    /** The state of this name. */
    static TicketState state(String word) {
        TicketState state = STATES.get(word);
        if (state == null) {
            throw new IllegalArgumentException("No such state: " + word);
        }
        return state;
    }

    /** A Java name in words: {@code InCall} is {@code in-call}. */
    static String kebab(String name) {
        return INNER_CAPITAL.matcher(name).replaceAll("-$1").toLowerCase(Locale.ROOT);
    }
}
